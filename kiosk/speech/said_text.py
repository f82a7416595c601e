"""The pieces of a speakable text laid end to end for an engine that takes plain words, and the way back."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right

from kiosk.speech.speakable import Piece, Speakable

_SPOKEN_AS_SPACE = frozenset({"Cc", "Cs", "Co"})  # control characters, lone surrogates, private use


class SaidText:
    """What a voice is given as one text.

    Attributes:
        text: The words to be said, with the blanks of the written text between the pieces. What no voice can say
            is a space.
        written: The text that is said.
    """

    def __init__(self, speakable: Speakable) -> None:
        self.written = speakable
        self._starts: list[int] = []
        parts: list[str] = []
        length = 0
        for before, piece in zip((None, *speakable.pieces), speakable.pieces, strict=False):
            gap = self._find_gap(before, piece)
            self._starts.append(length + len(gap))
            parts += (gap, piece.said)
            length += len(gap) + len(piece.said)
        self.text = "".join(map(_make_sayable, "".join(parts)))

    def find_place(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the written text the characters ``start``..``end`` of :attr:`text` come from.

        All of a number in full comes from the whole of its figures.
        """
        return self._find_one(start)[0], self._find_one(max(start, end - 1))[1]

    def list_phonemes(self) -> list[tuple[int, int, str]]:
        """Return (start, end, IPA) for the characters of :attr:`text` whose sounds the lexicon gives."""
        return [
            (start, start + len(piece.said), piece.phonemes)
            for start, piece in zip(self._starts, self.written.pieces, strict=True)
            if piece.phonemes
        ]

    def _find_gap(self, before: Piece | None, piece: Piece) -> str:
        if before is None:
            return ""
        gap = self.written.text[before.end : piece.start]
        if gap:
            return gap
        # "73m" is said in two words though nothing stands between them; so is "9am-5pm", whose first ends with a stop.
        is_expanded = self.written.text[before.start : before.end] != before.said
        ends_word = _is_of_word(before.said[-1:]) or (is_expanded and before.said.endswith("."))
        return " " if ends_word and _is_of_word(piece.said[:1]) else ""

    def _find_one(self, at: int) -> tuple[int, int]:
        if not self.written.pieces:
            return 0, 0
        index = max(0, bisect_right(self._starts, at) - 1)
        piece = self.written.pieces[index]
        within = at - self._starts[index]
        if self.written.text[piece.start : piece.end] != piece.said:
            return piece.start, piece.end
        within = min(max(0, within), len(piece.said) - 1)
        return piece.start + within, piece.start + within + 1


def _is_of_word(sign: str) -> bool:
    return sign.isalnum() or unicodedata.category(sign or " ").startswith(
        "M"
    )  # the vowel signs of India are no letters


def _make_sayable(character: str) -> str:
    return " " if unicodedata.category(character) in _SPOKEN_AS_SPACE else character
