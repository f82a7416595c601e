"""The plain words an engine is given for a text, and where each of them stands in that text."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.model.spoken_word import Word
from kiosk.speech.engine import MAX_SPEECH_LENGTH
from kiosk.speech.refusals import TEXT_TOO_LONG, check_text, not_spoken
from kiosk.speech.speakable import Piece, Speakable

# Numbers and short forms said in full are longer than they are written, but not without end.
MAX_SAID_LENGTH = 4 * MAX_SPEECH_LENGTH

_SPOKEN_AS_SPACE = frozenset({"Cc", "Cs", "Co"})  # control characters, lone surrogates, private use


@dataclass(frozen=True, slots=True)
class Said:
    """What is said for a text.

    ``starts`` tells where in ``text`` each of the pieces begins. ``phonemes`` are (start, end, IPA): characters of
    ``text`` for which an engine that reads IPA may say that instead.
    """

    text: str
    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]
    phonemes: tuple[tuple[int, int, str], ...]
    written: str

    def find_written(self, start: int, end: int) -> tuple[int, int]:
        """Return the characters of the written text for which some characters are said."""
        first, last = self._find(start), self._find(max(start, end - 1))
        return self._place(first, start)[0], self._place(last, max(start, end - 1))[1]

    def _find(self, character: int) -> int:
        return max(0, bisect_right(self.starts, character) - 1)

    def _place(self, index: int, character: int) -> tuple[int, int]:
        piece = self.pieces[index]
        if self.written[piece.start : piece.end] != piece.said:
            return piece.start, piece.end
        at = min(piece.end, piece.start + max(0, character - self.starts[index]))
        return at, min(piece.end, at + 1)


def say_in_full(what: Speakable) -> Said:
    """Return the words for a text. What no voice can say, control characters say, is a space.

    Raises:
        KioskError: ``narration.text-too-long`` or ``narration.nothing-to-say``.
    """
    check_text(what.text)
    parts: list[str] = []
    starts: list[int] = []
    phonemes: list[tuple[int, int, str]] = []
    length = written = 0
    for piece in what.pieces:
        gap = what.text[written : piece.start]
        starts.append(length + len(gap))
        parts += (gap, piece.said)
        length += len(gap) + len(piece.said)
        written = piece.end
        if piece.phonemes:
            phonemes.append((starts[-1], length, piece.phonemes))
    if length > MAX_SAID_LENGTH:
        raise not_spoken(TEXT_TOO_LONG, f"at most {MAX_SAID_LENGTH} characters in full", str(length))
    said = "".join(" " if unicodedata.category(c) in _SPOKEN_AS_SPACE else c for c in "".join(parts))
    check_text(said[:MAX_SPEECH_LENGTH] or said)
    return Said(said, what.pieces, tuple(starts), tuple(phonemes), what.text)


def place_words(told: Iterable[tuple[int, int, int]], duration_ms: int, said: Said) -> tuple[Word, ...]:
    """Return the words of a clip, placed in the written text.

    Args:
        told: (ms, start, end) of each word as the engine tells them; the characters count in ``said.text``.
        duration_ms: The clip's length.
        said: What the engine was given.
    """
    # espeak-ng tells some words twice ("26" as "26" and "6"), and spaces and text beyond the end as words.
    kept: list[tuple[int, int, int]] = []
    for at_ms, said_start, said_end in told:
        if not (0 <= said_start < said_end <= len(said.text) and said.text[said_start:said_end].strip()):
            continue
        start, end = said.find_written(said_start, said_end)
        last_ms, after = (kept[-1][0], kept[-1][2]) if kept else (0, 0)
        if after <= start < end and last_ms <= at_ms <= duration_ms:
            kept.append((at_ms, start, end))
    ends = [*(at_ms for at_ms, _, _ in kept[1:]), duration_ms][: len(kept)]
    return tuple(
        Word(at_ms, end_ms, start, end) for (at_ms, start, end), end_ms in zip(kept, ends, strict=True)
    )
