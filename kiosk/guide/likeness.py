"""How much two stops have in common: the words they are grouped by, and the words they are told in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log, sqrt
from typing import Final

from kiosk.model.content import StopCard

# Of the two, what a curator said weighs more than which words happen to be in both texts.
_TAGS_WEIGHT: Final = 0.6
# Words of one or two letters join sentences; no list of them is needed in any language.
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_MOST_WORDS: Final = 400

Vector = dict[str, float]


class Likeness:
    """Likeness of a site's stops, 0 (nothing in common) to 1.

    Tags by Jaccard's share; texts by the cosine of their rare words (tf-idf). ``texts`` are in one language, by stop
    id; where there are none, the title alone is compared.
    """

    def __init__(self, cards: Sequence[StopCard], texts: Mapping[str, str]) -> None:
        self._tags = {card.id: frozenset(card.tags) for card in cards}
        words = {card.id: _count_words(f"{card.title} {texts.get(card.id, '')}") for card in cards}
        spread = Counter(word for counted in words.values() for word in counted)
        rarity = {word: log(len(words) / found) for word, found in spread.items()}
        self._vectors = {stop: _weigh(counted, rarity) for stop, counted in words.items()}

    def between(self, one: str, other: str) -> float:
        """Return how alike two stops are; 0 for one that is not there."""
        mine, theirs = self._tags.get(one, frozenset()), self._tags.get(other, frozenset())
        together = len(mine | theirs)
        tags = len(mine & theirs) / together if together else 0.0
        return _TAGS_WEIGHT * tags + (1 - _TAGS_WEIGHT) * self._texts(one, other)

    def _texts(self, one: str, other: str) -> float:
        mine, theirs = self._vectors.get(one, {}), self._vectors.get(other, {})
        if len(mine) > len(theirs):
            mine, theirs = theirs, mine
        return min(1.0, sum(weight * theirs[word] for word, weight in mine.items() if word in theirs))


def _count_words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold())[:_MOST_WORDS])


def _weigh(counted: Counter[str], rarity: Mapping[str, float]) -> Vector:
    vector = {word: (1 + log(count)) * rarity[word] for word, count in counted.items() if rarity[word] > 0}
    length = sqrt(sum(weight * weight for weight in vector.values()))
    return {word: weight / length for word, weight in vector.items()} if length else {}
