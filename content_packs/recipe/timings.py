"""Word timings as WebVTT: one cue a sentence, a timestamp before each word, and how good they are."""

from __future__ import annotations

import re
from dataclasses import dataclass

_STAMP = re.compile(r"<(\d\d):(\d\d):(\d\d)\.(\d\d\d)>")
# WebVTT wants every inner timestamp later than the cue's own start.
_CUE_LEAD_MS = 10


@dataclass(frozen=True, slots=True)
class TimedWord:
    """A written word and when its sound begins, in ms from the start of the recording."""

    written: str
    start_ms: int


@dataclass(frozen=True, slots=True)
class TimedSentence:
    """The words of one sentence, and when the last of them ends."""

    words: tuple[TimedWord, ...]
    end_ms: int


def format_vtt(sentences: list[TimedSentence], note: str) -> str:
    """Return a WebVTT file with one cue for each sentence; ``note`` says how it was made."""
    cues = [
        f"{_stamp(sentence.words[0].start_ms - _CUE_LEAD_MS)} --> {_stamp(sentence.end_ms)}\n"
        + " ".join(f"<{_stamp(word.start_ms)}>{word.written}" for word in sentence.words)
        for sentence in sentences
    ]
    return "\n\n".join(["WEBVTT", f"NOTE {note}", *cues]) + "\n"


def parse_words(vtt: str) -> list[TimedWord]:
    """Return the words of a file made by :func:`format_vtt`, in order."""
    found = []
    for line in vtt.splitlines():
        if not line.startswith("<"):
            continue
        for piece in line.split():
            stamp = _STAMP.match(piece)
            if stamp:
                hours, minutes, seconds, milliseconds = (int(part) for part in stamp.groups())
                at_ms = ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds
                found.append(TimedWord(piece[stamp.end() :], at_ms))
    return found


def _stamp(at_ms: int) -> str:
    seconds, milliseconds = divmod(max(at_ms, 0), 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{milliseconds:03}"
