"""Captions of a narration: read from WebVTT with a timestamp before each word, or estimated from the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kiosk.model.errors import KioskError
from kiosk.narration.alignment import count_tokens
from kiosk.narration.cue_order import put_in_order
from kiosk.narration.cues import Cue, CueTrack, Word
from kiosk.narration.placed_cues import place_cues
from kiosk.narration.webvtt import MAX_CUES, MAX_LENGTH, read_webvtt
from kiosk.speech.sentences import split_sentences

__all__ = [
    "Cue",
    "CueTrack",
    "Timings",
    "Word",
    "estimate_cues",
    "parse_timings",
    "read_timings",
    "reading_time_ms",
    "weigh",
]

MAX_TIMINGS_LENGTH = MAX_LENGTH
MAX_WORDS = 40_000
"""Four hours of speech. They are placed in the background, a second of work on a small device."""

# A person reads captions aloud in their head at about the pace they are narrated, 13 to 15 characters a second.
READING_CHARACTERS_PER_S = 14
# Chinese, Japanese and Korean signs hold as much as three or so of other scripts: four to five are spoken a second.
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
_MORE_WEIGHT = 2
# The pause after a sentence, in characters' worth of time.
_PAUSE_CHARACTERS = 6
# Fewer common words are chance: the captions are of another text or in another language.
_SAME_TEXT_SHARE = 0.25
# Too few words to judge by.
_FEW_WORDS = 8


@dataclass(frozen=True, slots=True)
class Timings:
    """Captions that can be used.

    ``faults`` say in words what could not be used, by line. ``agreement`` is the share (0 to 1) of the captions' words
    that stand in the text as well.
    """

    cues: tuple[Cue, ...]
    faults: tuple[str, ...] = ()
    agreement: float = 1.0


def read_timings(timings: str, text: str = "") -> Timings:
    """Return what can be used of a WebVTT file, placed in ``text``, the narration's whole text.

    Where ``text`` is "" the cues are placed in their own texts joined by single spaces.

    Raises:
        KioskError: ``narration.bad-timings``: no caption can be read, the captions are of another text or in another
            language, or it is over the caps (1 MB of text, 5,000 cues, 40,000 words).
    """
    if len(timings) > MAX_TIMINGS_LENGTH:
        raise _bad(f"at most {MAX_TIMINGS_LENGTH} characters", str(len(timings)))
    if (arrows := timings.count("-->")) > MAX_CUES:
        raise _bad(f"at most {MAX_CUES} cues", str(arrows))
    found, faults = read_webvtt(timings)
    written, disorders = put_in_order([cue for cue in found if cue.text])
    if not written:
        raise _bad("a WebVTT file with captions", faults[0] if faults else "no caption in it")
    if sum(count_tokens(cue.text) for cue in written) > MAX_WORDS:
        raise _bad(f"at most {MAX_WORDS} words", "more")
    cues, agreeing, said = place_cues(written, text or " ".join(cue.text for cue in written))
    if said > _FEW_WORDS and agreeing < _SAME_TEXT_SHARE * said:
        raise _bad("the words of the text that is told", f"{agreeing} of {said} words are in it")
    return Timings(cues, (*faults, *disorders), agreeing / said if said else 1.0)


def parse_timings(timings: str, text: str = "") -> tuple[Cue, ...]:
    """Return the captions of a WebVTT file as :func:`read_timings` does, without what is wrong with the others.

    Raises:
        KioskError: ``narration.bad-timings``, as there.
    """
    return read_timings(timings, text).cues


def estimate_cues(text: str, duration_ms: int) -> tuple[Cue, ...]:
    """Return a cue for each sentence of ``text``, sharing ``duration_ms`` by their lengths in characters.

    Words are left out: within a long sentence a guess drifts by whole words, and a wrong mark is worse
    than none.
    """
    spans = split_sentences(text)
    weights = [weigh(text[start:end]) + _PAUSE_CHARACTERS for start, end in spans]
    # The last pause is not heard: a recording ends with its last word.
    total = max(1, sum(weights) - _PAUSE_CHARACTERS)
    cues: list[Cue] = []
    before = 0
    for (start, end), weight in zip(spans, weights, strict=True):
        start_ms = round(duration_ms * min(1.0, before / total))
        before += weight
        end_ms = round(duration_ms * min(1.0, before / total))
        cues.append(Cue(start_ms, end_ms, text[start:end], start, end))
    return tuple(cues)


def reading_time_ms(text: str) -> int:
    """Return how long a text takes to be read at the pace of a narration, in milliseconds."""
    return round(weigh(text) * 1000 / READING_CHARACTERS_PER_S)


def weigh(text: str) -> int:
    """Return how long a text takes to say, in characters of an alphabet."""
    return len(text) + _MORE_WEIGHT * len(_DENSE.findall(text))


def _bad(expected: str, found: str) -> KioskError:
    return KioskError(
        "The word timings cannot be used",
        code="narration.bad-timings",
        expected=expected,
        found=found,
        remedy="make the recording's .vtt file again",
    )
