"""A text as it is to be said: names by their lexicon, numbers and shortened words in full, each piece at its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.model.pronunciation import Pronunciation


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


def make_speakable(text: str, language: str, pronunciations: Sequence[Pronunciation] = ()) -> Speakable:
    """Return ``text`` as it is to be said in ``language``.

    What the pack's lexicon knows is said as it says. Numbers, years, units, Roman numerals and shortened words
    are said in full in the languages of :mod:`kiosk.speech.normalisation`; in any other language an engine
    reads them as it can.
    """
    # Each of them needs the types above; and who never speaks needs none of it.
    from kiosk.speech.lexicon import find_lexicon
    from kiosk.speech.normalisation.normalise import expand

    names = find_lexicon(tuple(pronunciations), language).find_in(text) if pronunciations else ()
    expanded = expand(text, language, [(name.start, name.end) for name in names])
    said = [*names, *(Piece(one.start, one.end, one.said) for one in expanded)]
    return Speakable(text, language, tuple(_fill(text, sorted(said, key=lambda piece: piece.start))))


def _fill(text: str, said: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the pieces, and between them the text as it stands."""
    at = 0
    for piece in said:
        yield from _take_plain(text, at, piece.start)
        yield piece
        at = piece.end
    yield from _take_plain(text, at, len(text))


def _take_plain(text: str, start: int, end: int) -> Iterator[Piece]:
    stripped = text[start:end].strip()
    if stripped:
        start += len(text[start:end]) - len(text[start:end].lstrip())
        yield Piece(start, start + len(stripped), stripped)
