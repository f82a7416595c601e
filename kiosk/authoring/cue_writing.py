"""Writes the words of a narration as WebVTT: one cue a sentence, a timestamp before each word.

Format: https://www.w3.org/TR/webvtt1/; :func:`kiosk.narration.captions.parse_timings` reads it back.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence

from kiosk.model.spoken_word import Word
from kiosk.speech.sentences import split_sentences

# WebVTT wants the timestamps within a cue later than its beginning and earlier than its end.
CUE_LEAD_MS = 10
_LEAST_MS = 1
_WRITTEN_WORD = re.compile(r"\S+")


def format_cue_file(text: str, words: Sequence[Word], notes: Iterable[str] = ()) -> str:
    """Return a WebVTT file of the sentences of ``text`` that have timed words.

    Args:
        text: What is told, as it is written.
        words: When its words are spoken, in the order of the text. What is written between two blanks is one word of the
            file: it begins with the first of ``words`` within it, or goes on with the one before it.
        notes: Remarks for who reads the file, a line each.
    """
    blocks = ["WEBVTT", *(f"NOTE {_on_one_line(note)}" for note in notes)]
    sentences = list(_gather(text, words))
    # The caption after this one begins a little before its first word.
    limits_ms = [*(spoken[0].start_ms - CUE_LEAD_MS for _, _, spoken in sentences[1:]), sys.maxsize]
    free_from_ms = 0
    for (start, end, spoken), limit_ms in zip(sentences, limits_ms, strict=True):
        block, free_from_ms = _format_cue(text, (start, end), spoken, free_from_ms, limit_ms)
        blocks.append(block)
    return "\n\n".join(blocks) + "\n"


def _gather(text: str, words: Sequence[Word]) -> Iterator[tuple[int, int, list[Word]]]:
    """Yield the beginning and the end of each sentence that has words, and these."""
    at = 0
    for start, end in split_sentences(text):
        spoken = []
        while at < len(words) and words[at].start < end:
            if words[at].start >= start:
                spoken.append(words[at])
            at += 1
        if spoken:
            yield start, end, spoken


def _format_cue(
    text: str, span: tuple[int, int], spoken: Sequence[Word], free_from_ms: int, limit_ms: int
) -> tuple[str, int]:
    """Return the cue of the sentence at ``span``, and when it ends: by ``limit_ms`` where its words allow it."""
    start_ms = max(free_from_ms, spoken[0].start_ms - CUE_LEAD_MS)
    stamps = {}
    last_ms = start_ms
    for word in spoken:
        # Times that do not grow, as of words run into one, are moved apart as little as can be written.
        last_ms = max(last_ms + _LEAST_MS, word.start_ms)
        stamps[word.start] = last_ms
    end_ms = max(last_ms + _LEAST_MS, min(spoken[-1].end_ms, limit_ms))
    pieces = [
        _format_word(
            written.group(), [at_ms for at, at_ms in stamps.items() if written.start() <= at < written.end()]
        )
        for written in _WRITTEN_WORD.finditer(text, *span)
    ]
    return f"{format_stamp(start_ms)} --> {format_stamp(end_ms)}\n{' '.join(pieces)}", end_ms


def _format_word(written: str, stamps_ms: Sequence[int]) -> str:
    stamp = f"<{format_stamp(stamps_ms[0])}>" if stamps_ms else ""
    return stamp + written.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def format_stamp(at_ms: int) -> str:
    """Return a time as WebVTT writes it: ``00:01:02.345``."""
    seconds, milliseconds = divmod(max(at_ms, 0), 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{milliseconds:03}"


def _on_one_line(note: str) -> str:
    # "-->" in a note would begin a cue.
    return " ".join(note.replace("-->", "to").split())
