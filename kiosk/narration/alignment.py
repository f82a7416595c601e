"""Places the words of captions in the text they were spoken from, although the two may differ.

Speakers leave out brackets, skip paragraphs, and say "twelve hundred" for 1200; captions are written by others than the
text. So both are taken as rows of words, followed side by side, and where they part the nearest place is looked for
where they agree again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

# How many words may be left out, or said otherwise, before the two agree again near by.
_REACH = 40
# One common word proves that the two agree again where so few were said otherwise.
_SURE_REACH = 3
# So many words in a row that stand in one place only prove it anywhere.
_RUN = 3
# A word that stands near by more often than this shows the place no better.
_MOST_ALIKE = 4
# More words than these for one of the other side are another text, not another way to say it.
_MOST_FOR_ONE = 8

# Scripts written without spaces: Thai, Lao, Myanmar, Khmer, kana, Chinese. Each sign is followed by itself.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_UNSPACED_SIGN = re.compile(f"[{_UNSPACED}]")
_TOKEN = re.compile(f"[{_UNSPACED}]|[^\\s{_UNSPACED}]+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it is compared, and its (start, end) characters; punctuation belongs to no word."""

    key: str
    start: int
    end: int


def split_tokens(text: str) -> list[Token]:
    """Return the words of a text, compared without case and invisible signs."""
    if text.isalnum() and not _UNSPACED_SIGN.search(text):
        return [
            Token(_fold(text), 0, len(text))
        ]  # one word, as most pieces of a caption are: four times as fast
    tokens = (Token(_fold(match.group()), match.start(), match.end()) for match in _find_tokens(text))
    return [token for token in tokens if token.key]


def _find_tokens(text: str) -> Iterator[re.Match[str]]:
    # One sign for one: places stay true.
    apart = {ord(sign): " " for sign in set(text) if is_apart(sign)}
    return _TOKEN.finditer(text.translate(apart))


def count_tokens(text: str) -> int:
    """Return how many words a text has: as many as :func:`split_tokens` returns, but for words of invisible signs only."""
    return sum(1 for _ in _find_tokens(text))


def place_tokens(said: Sequence[str], written: Sequence[str]) -> tuple[list[tuple[int, int]], int]:
    """Return for each word said the (first, one after the last) words written that stand for it, and how many agree.

    Places never run backwards. Empty ranges at the present place where nothing stands for a word. Takes time in
    proportion to the lengths, whatever the words are.
    """
    matches = _Walk(said, written).match()
    places: list[tuple[int, int]] = []
    before_said, before_written = -1, -1
    for at_said, at_written in [*matches, (len(said), len(written))]:
        between = (before_written + 1, at_written)
        places += _share(at_said - before_said - 1, between)
        if at_said < len(said):
            places.append((at_written, at_written + 1))
        before_said, before_written = at_said, at_written
    return places, len(matches)


def _share(count: int, between: tuple[int, int]) -> list[tuple[int, int]]:
    """Return places for words said otherwise: "twelve hundred" stands for 1200, and the other way round."""
    first, last = between
    there = last - first
    if not count or not there or count > _MOST_FOR_ONE * there or there > _MOST_FOR_ONE * count:
        return [(first, first)] * count
    shares = [first + index * there // count for index in range(count + 1)]
    return [(start, max(start + 1, following)) for start, following in pairwise(shares)]


class _Walk:
    """Walks along both rows of words once."""

    def __init__(self, said: Sequence[str], written: Sequence[str]) -> None:
        self._said = said
        self._written = written
        self._near: dict[str, list[int]] = {}
        self._near_to = -1
        self._runs: dict[tuple[str, ...], int] | None = None

    def match(self) -> list[tuple[int, int]]:
        """Return the (said, written) words that are the same, in order."""
        found: list[tuple[int, int]] = []
        at_said = at_written = looked_to = 0
        while at_said < len(self._said) and at_written < len(self._written):
            if self._said[at_said] == self._written[at_written]:
                found.append((at_said, at_written))
                at_said, at_written = at_said + 1, at_written + 1
                continue
            # What was looked at in vain from this place is not looked at again.
            again = self._find_near(at_said, at_written, max(at_said, looked_to))
            looked_to = max(looked_to, at_said + _REACH)
            if again is None and (far := self._find_run(at_said, at_written)) is not None:
                again = at_said, far
            if again is None:
                at_said += 1
            else:
                at_said, at_written = again
                looked_to = 0
        return found

    def _find_near(self, at_said: int, at_written: int, first: int) -> tuple[int, int] | None:
        near = self._list_near(at_written)
        best: tuple[int, int, int] | None = None
        for index in range(first, min(at_said + _REACH, len(self._said))):
            if best is not None and index - at_said >= best[0]:
                break
            for place in near.get(self._said[index], ()):
                if self._agrees(index, place, at_said, at_written):
                    cost = index - at_said + place - at_written
                    best = min(best or (cost, index, place), (cost, index, place))
                    break
        return best[1:] if best else None

    def _agrees(self, index: int, place: int, at_said: int, at_written: int) -> bool:
        if index - at_said == place - at_written <= _SURE_REACH:
            return True
        after, beyond = index + 1, place + 1
        if after == len(self._said):
            return place - at_written <= _REACH // 2
        return beyond < len(self._written) and self._said[after] == self._written[beyond]

    def _list_near(self, at_written: int) -> dict[str, list[int]]:
        if self._near_to != at_written:
            self._near_to, self._near = at_written, {}
            for place in range(at_written, min(at_written + _REACH, len(self._written))):
                places = self._near.setdefault(self._written[place], [])
                if len(places) < _MOST_ALIKE:
                    places.append(place)
        return self._near

    def _find_run(self, at_said: int, at_written: int) -> int | None:
        if self._runs is None:
            self._runs = _find_unique_runs(self._written)
        place = self._runs.get(tuple(self._said[at_said : at_said + _RUN]), -1)
        return place if place > at_written else None


def _find_unique_runs(words: Sequence[str]) -> dict[tuple[str, ...], int]:
    """Return where each run of words stands that stands in one place only."""
    runs: dict[tuple[str, ...], int] = {}
    for index in range(len(words) - _RUN + 1):
        run = tuple(words[index : index + _RUN])
        runs[run] = -1 if run in runs else index
    return runs


def is_apart(sign: str) -> bool:
    """Tell whether a sign belongs to no word: a space, a symbol, punctuation."""
    category = unicodedata.category(sign)
    return category[0] in "ZPSC" and category != "Cf"


def _fold(word: str) -> str:
    folded = unicodedata.normalize("NFC", word).casefold()
    if folded.isascii():
        return folded
    return "".join(sign for sign in folded if unicodedata.category(sign) != "Cf")
