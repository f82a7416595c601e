"""How much two stops have in common: the words they are grouped by, and the words they are told in."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import log, sqrt
from typing import Final

from kiosk.model.content import StopCard

# Of the two, what a curator said weighs more than which words happen to be in both texts.
_TAGS_WEIGHT: Final = 0.6
# Words of one or two letters join sentences; no list of them is needed in any language. Marks belong to their letters.
_WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u064b-\u0652\u0900-\u0963\u0970-\u0dff]){2,}")
_MOST_WORDS: Final = 400
# As many stops as anybody stays with or points at in one visit.
_KEPT: Final = 64


class Likeness:
    """Likeness of a site's stops, 0 (nothing in common) to 1.

    Tags by Jaccard's share; texts by the cosine of their rare words (tf-idf). ``texts`` are in one language, by stop
    id; where there are none, the title alone is compared. Of a stop without tags, only the texts tell.
    """

    def __init__(self, cards: Sequence[StopCard], texts: Mapping[str, str]) -> None:
        self._tags = {card.id: frozenset(card.tags) for card in cards}
        words = {card.id: _count_words(f"{card.title} {texts.get(card.id, '')}") for card in cards}
        spread = Counter(word for counted in words.values() for word in counted)
        rarity = {word: log(len(words) / found) for word, found in spread.items()}
        self._vectors = {stop: _weigh(counted, rarity) for stop, counted in words.items()}
        self._tagged: dict[str, list[str]] = defaultdict(list)
        for stop, tags in self._tags.items():
            for tag in tags:
                self._tagged[tag].append(stop)
        self._told: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for stop, vector in self._vectors.items():
            for word, weight in vector.items():
                self._told[word].append((stop, weight))
        # Kept with the site, whose stops do not change.
        self.around = lru_cache(maxsize=_KEPT)(self._look_around)

    def between(self, one: str, other: str) -> float:
        """Return how alike two stops are; 0 for one that is not there."""
        return self.around(one).get(other, 0.0)

    def _look_around(self, stop: str) -> dict[str, float]:
        """Return the likeness of each stop that has anything in common with ``stop``; of itself too."""
        mine = self._tags.get(stop, frozenset())
        by_texts = 1 - _TAGS_WEIGHT if mine else 1.0
        alike: dict[str, float] = {}
        for word, weight in self._vectors.get(stop, {}).items():
            for other, its in self._told[word]:
                alike[other] = alike.get(other, 0.0) + by_texts * weight * its
        shared = Counter(other for tag in mine for other in self._tagged[tag])
        for other, count in shared.items():
            together = len(mine) + len(self._tags[other]) - count
            alike[other] = alike.get(other, 0.0) + _TAGS_WEIGHT * count / together
        return alike


def _count_words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold())[:_MOST_WORDS])


def _weigh(counted: Counter[str], rarity: Mapping[str, float]) -> dict[str, float]:
    vector = {word: (1 + log(count)) * rarity[word] for word, count in counted.items() if rarity[word] > 0}
    length = sqrt(sum(weight * weight for weight in vector.values()))
    return {word: weight / length for word, weight in vector.items()} if length else {}
