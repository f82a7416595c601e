"""Finds stops by what a visitor types: words of titles and texts, or a number."""

from __future__ import annotations

from kiosk.model.content import StopCard
from kiosk.packs.folding import fold, fold_number
from kiosk.packs.site_reader import SiteReader

MAX_TYPED = 64
MAX_WORDS = 8
_LEAST = 9


class SiteSearch:
    """Searches one site; the folded texts of a language are read once, at its first search."""

    def __init__(self, site: SiteReader) -> None:
        self._site = site
        self._folded: dict[str, dict[str, tuple[str, str]]] = {}

    def find(self, language: str, typed: str) -> tuple[StopCard, ...]:
        """Return the stops in which every typed word occurs, the likeliest first."""
        words = fold(typed[:MAX_TYPED]).split()[:MAX_WORDS]
        if not words:
            return ()
        number = fold_number(typed[:MAX_TYPED])
        tags = dict.fromkeys(
            self._site.rank(language)[:1] + self._site.rank(self._site.fallback_language)[:1]
        )
        sheets = [self._read_folded(tag) for tag in tags]
        ranked: list[tuple[int, int, StopCard]] = []
        for card in self._site.read_cards(language):
            rank = 0 if fold_number(card.number) == number else _LEAST
            for sheet in sheets:
                rank = min(rank, _rank(words, *sheet.get(card.id, ("", ""))))
            if rank < _LEAST:
                ranked.append((rank, card.order, card))
        return tuple(card for _, _, card in sorted(ranked, key=lambda entry: entry[:2]))

    def _read_folded(self, tag: str) -> dict[str, tuple[str, str]]:
        if tag not in self._folded:
            titles: dict[str, str] = dict(self._site.language_rows(tag, "SELECT stop_id, folded FROM title"))
            texts: dict[str, str] = {}
            for stop_id, folded in self._site.language_rows(tag, "SELECT stop_id, folded FROM text"):
                texts[stop_id] = f"{texts.get(stop_id, '')}\n{folded}"
            self._folded[tag] = {
                stop_id: (titles.get(stop_id, ""), texts.get(stop_id, ""))
                for stop_id in titles.keys() | texts.keys()
            }
        return self._folded[tag]


def _rank(words: list[str], title: str, text: str) -> int:
    """Return 1 for a title that begins so, 2 for one with the words, 3 for the text, 9 for none."""
    if title.startswith(" ".join(words)):
        return 1
    if all(word in title for word in words):
        return 2
    return 3 if all(word in title or word in text for word in words) else _LEAST
