"""Finds stops by what a visitor types: words of titles and texts, or a number."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from kiosk.model.content import StopCard
from kiosk.packs.folding import fold
from kiosk.packs.site_reader import SiteReader

MAX_TYPED = 64
MAX_WORDS = 8


class SiteSearch:
    """Searches one site; the words of a language are read once, at its first search."""

    def __init__(self, site: SiteReader) -> None:
        self._site = site
        self._vocabularies: dict[str, _Vocabulary] = {}
        self._titles: dict[str, dict[str, str]] = {}

    def find(self, language: str, typed: str) -> tuple[StopCard, ...]:
        """Return the stops in which every typed word occurs, the likeliest first."""
        words = fold(typed[:MAX_TYPED]).split()[:MAX_WORDS]
        if not words:
            return ()
        cards = {card.id: card for card in self._site.read_cards(language)}
        numbered = self._site.find_by_number(typed[:MAX_TYPED])
        found = {*numbered, *self._find_saying(words, language, sorted(cards))}
        titles = self._fold_titles(language)
        phrase = " ".join(words)

        def rank(card: StopCard) -> tuple[int, int]:
            if card.id in numbered:
                return 0, card.order
            title = titles[card.id]
            if title.startswith(phrase):
                return 1, card.order
            return (2 if all(word in title for word in words) else 3), card.order

        return tuple(sorted((cards[stop_id] for stop_id in found if stop_id in cards), key=rank))

    def _find_saying(self, words: list[str], language: str, stop_ids: list[str]) -> list[str]:
        everywhere = (1 << len(stop_ids)) - 1
        mask = everywhere
        for word in words:
            said = 0
            for tag in self._site.own_and_fallback(language):
                said |= self._vocabulary(tag).find(word, everywhere)
            mask &= said
        return [stop_id for rank, stop_id in enumerate(stop_ids) if mask >> rank & 1]

    def _vocabulary(self, tag: str) -> _Vocabulary:
        if tag not in self._vocabularies:
            rows = self._site.language_rows(tag, "SELECT word, stops FROM search_word ORDER BY word")
            self._vocabularies[tag] = _Vocabulary([(word, stops) for word, stops in rows])
        return self._vocabularies[tag]

    def _fold_titles(self, language: str) -> dict[str, str]:
        if language not in self._titles:
            self._titles[language] = {card.id: fold(card.title) for card in self._site.read_cards(language)}
        return self._titles[language]


class _Vocabulary:
    """All words of a language in one text, so that one scan finds those that contain what was typed."""

    def __init__(self, rows: Sequence[tuple[str, bytes]]) -> None:
        words = [word for word, _ in rows]
        self._stops = [stops for _, stops in rows]
        self._text = "\n".join(words)
        self._starts = list(accumulate((len(word) + 1 for word in words), initial=0))

    def find(self, part: str, everywhere: int) -> int:
        """Return the stops, as bits, of the words that contain ``part``; stops looking at ``everywhere``."""
        mask = 0
        at = self._text.find(part)
        while at >= 0 and mask != everywhere:
            position = bisect_right(self._starts, at) - 1
            mask |= int.from_bytes(self._stops[position], "little")
            at = self._text.find(part, self._starts[position + 1])
        return mask
