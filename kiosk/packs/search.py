"""Finds stops, tours and sites near by, by what a visitor types: words of names and texts, or a stop's number.

Each question is a few look-ups by key in the pack's own index, and one scan of the language's vocabulary for what
stands inside words; nothing grows with the number of stops but the sets, which are numbers of a bit a stop. A word that is
found nowhere is taken for one with a slip in it: that is a second scan.
"""

from __future__ import annotations

import operator
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import reduce
from itertools import islice

from kiosk.model.found import NOTHING_FOUND, Found
from kiosk.packs.folding import fold
from kiosk.packs.site_reader import SiteReader
from kiosk.packs.stop_sets import iterate_ranks
from kiosk.packs.word_lookup import LAST, NOWHERE, Sets, WordLookup
from kiosk.packs.words import split_words

MAX_TYPED = 64
MAX_WORDS = 16
MAX_FOUND = 60
"""So many stops are found at most: the likeliest. Nobody reads on; another letter helps more."""

MAX_BESIDE = 6
"""So many tours, and so many sites near by: they stand before the stops."""

MOST_FORGIVEN = 3
"""Whoever mistypes more words than this finds nothing."""


class SiteSearch:
    """Searches one site. In the index tours come after the stops, and sites near by after the tours."""

    def __init__(self, site: SiteReader) -> None:
        self._site = site
        self._words = WordLookup(site)
        self._stops: int | None = None

    def find(self, language: str, typed: str) -> Found:
        """Return that in which every typed word occurs, the likeliest first: at most ``MAX_FOUND`` stops.

        The likeliest are those with this number, then those whose title begins so, then those with every word in
        the title; within each, the curator's order. Where there are none, words are taken as they may have been meant.
        """
        typed = typed[:MAX_TYPED]
        words = list(dict.fromkeys(split_words(typed)))[:MAX_WORDS]
        if not words:
            return NOTHING_FOUND
        tags = self._site.own_and_fallback(language)
        first = [*self._site.rank_by_number(typed), *self._find_titles_beginning(fold(typed), tags)]
        saying, is_near = self._find_saying(words, tags)
        if is_near and first:
            saying, is_near = NOWHERE, False
        ranks = dict.fromkeys(first)
        for some in (saying.titled, saying.said & ~saying.titled):
            ranks.update(dict.fromkeys(self._iterate_likely(some)))
        return self._read(list(ranks), language, is_near=is_near)

    def _find_titles_beginning(self, phrase: str, tags: Iterable[str]) -> list[int]:
        sql = "SELECT stop FROM search_title WHERE title >= ? AND title < ? ORDER BY title, stop LIMIT ?"
        return sorted(
            rank
            for tag in tags
            for (rank,) in self._site.language_rows(tag, sql, phrase, phrase + LAST, MAX_FOUND)
        )

    def _find_saying(self, words: Iterable[str], tags: Sequence[str]) -> tuple[Sets, bool]:
        """Return what has every word, and whether some had to be taken for another."""
        everywhere, forgiven = Sets(-1, -1), 0
        for word in words:
            where = _unite(self._words.look_up(tag, word) for tag in tags)
            if not where.said and forgiven < MOST_FORGIVEN:
                forgiven += 1
                where = _unite(self._words.look_up_likely(tag, word) for tag in tags)
            everywhere &= where
            if not everywhere.said:
                return NOWHERE, False
        return everywhere, forgiven > 0

    def _iterate_likely(self, some: int) -> Iterator[int]:
        """Yield the ranks of a set: the first of its stops, then all that comes after the stops."""
        stops = (1 << self._count_stops()) - 1
        yield from islice(iterate_ranks(some & stops), MAX_FOUND)
        yield from islice(iterate_ranks(some & ~stops), MAX_FOUND)

    def _read(self, ranks: Sequence[int], language: str, *, is_near: bool) -> Found:
        count = self._count_stops()
        beside = [rank - count for rank in ranks if rank >= count]
        tours = self._site.read_tours(language) if beside else ()
        places = [at - len(tours) for at in beside if at >= len(tours)][:MAX_BESIDE]
        named = self._site.read_nearby(language) if places else ()
        found = Found(
            stops=self._site.read_cards_at([rank for rank in ranks if rank < count][:MAX_FOUND], language),
            tours=tuple(tours[at] for at in beside if at < len(tours))[:MAX_BESIDE],
            nearby=tuple(named[at] for at in places if at < len(named)),
        )
        return NOTHING_FOUND if found.is_empty else replace(found, is_near=is_near)

    def _count_stops(self) -> int:
        if self._stops is None:
            rows = self._site.core_rows("SELECT count(*) FROM stop")
            self._stops = int(rows[0][0]) if rows else 0
        return self._stops


def _unite(all_sets: Iterable[Sets]) -> Sets:
    return reduce(operator.or_, all_sets, NOWHERE)
