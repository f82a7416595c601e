"""Makes the index of a language's words when a pack is built; :mod:`kiosk.packs.search` reads it."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from kiosk.packs.folding import fold
from kiosk.packs.stop_sets import format_stop_set
from kiosk.packs.words import split_words

MANY_WORDS = 128
"""A beginning that more words than this have gets a set of its own."""

VOCABULARY_PIECE = 250_000
"""Characters in one row of the vocabulary, or a little more."""


class WordIndex:
    """The words of one language, gathered stop by stop in the order of their ranks."""

    def __init__(self) -> None:
        self._titled: dict[str, array[int]] = {}
        self._said: dict[str, array[int]] = {}
        self._titles: set[tuple[str, int]] = set()

    def add(self, rank: int, title: str, texts: Iterable[str]) -> None:
        """Take the next stop; ``title`` is "" where it has none in this language."""
        in_title = set(split_words(title))
        if title:
            self._titles.add((fold(title), rank))
        _note(self._titled, in_title, rank)
        _note(self._said, in_title.union(*(split_words(text) for text in texts)), rank)

    def words(self) -> Iterator[tuple[str, bytes, bytes]]:
        """Yield each word with its sets, in order."""
        nothing = array("H")
        for word in sorted(self._said):
            yield word, format_stop_set(self._titled.get(word, nothing)), format_stop_set(self._said[word])

    def beginnings(self) -> Iterator[tuple[str, bytes, bytes]]:
        """Yield each beginning of many words with the union of their sets, in order."""
        broad = [sorted(self._said)]
        length = 0
        found: list[tuple[str, bytes, bytes]] = []
        while broad:
            length += 1
            groups = [
                (beginning, list(words))
                for many in broad
                for beginning, words in groupby(many, key=lambda word: word[:length])
            ]
            broad = [words for _, words in groups if len(words) > MANY_WORDS]
            found += [
                (beginning, _unite(self._titled, words), _unite(self._said, words))
                for beginning, words in groups
                if len(words) > MANY_WORDS
            ]
        yield from sorted(found)

    def vocabulary(self) -> Iterator[tuple[int, str]]:
        """Yield all words, one a line, in numbered pieces."""
        piece: list[str] = []
        size = position = 0
        for word in sorted(self._said):
            piece.append(word)
            size += len(word) + 1
            if size > VOCABULARY_PIECE:
                yield position, "\n".join(piece)
                piece, size, position = [], 0, position + 1
        if piece:
            yield position, "\n".join(piece)

    def titles(self) -> list[tuple[str, int]]:
        """Return each folded title with its stop, in order."""
        return sorted(self._titles)


def _note(index: dict[str, array[int]], words: Iterable[str], rank: int) -> None:
    for word in words:
        index.setdefault(word, array("H")).append(rank)


def _unite(index: Mapping[str, array[int]], words: Iterable[str]) -> bytes:
    return format_stop_set(sorted(set[int]().union(*(index.get(word, ()) for word in words))))
