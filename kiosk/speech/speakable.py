"""A text as it is to be said: names by their lexicon, numbers and shortened words in full, each piece at its place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of the text, and what a voice says for them.

    ``start``/``end`` count in the whole text. ``said`` is plain words, ``phonemes`` IPA where the lexicon gives it ("" for
    none): an engine that takes IPA says that, any other says ``said``.
    """

    start: int
    end: int
    said: str
    phonemes: str = ""


@dataclass(frozen=True, slots=True)
class Speakable:
    """What a voice is given. ``pieces`` are in the order of the text and leave out nothing but spaces.

    The words of the clip that comes back are placed in ``text``.
    """

    text: str
    language: str
    pieces: tuple[Piece, ...]


def take_literally(text: str, language: str) -> Speakable:
    """Return ``text`` to be said as it stands."""
    return Speakable(text, language, (Piece(0, len(text), text),))
