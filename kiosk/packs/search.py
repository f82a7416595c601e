"""Finds stops by what a visitor types: words of titles and texts, or a number.

Each question is a few look-ups by key in the pack's own index, and one scan of the language's vocabulary for what
stands inside words; nothing grows with the number of stops but the sets, which are numbers of a bit a stop.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from itertools import islice

from kiosk.model.content import StopCard
from kiosk.packs.folding import fold
from kiosk.packs.site_reader import SiteReader
from kiosk.packs.stop_sets import iterate_ranks, parse_stop_set
from kiosk.packs.words import split_words

MAX_TYPED = 64
MAX_WORDS = 16
MAX_FOUND = 60
"""So many stops are found at most: the likeliest. Nobody reads on; another letter helps more."""

INSIDE_FROM_LETTERS = 3
MANY_INSIDE = 60
"""Letters that stand inside more words than this tell nothing: then only words that begin with them count."""

_MANY_BEGINNING = 300
_LETTERS_KEPT = 4_000_000
_LAST = "\U0010ffff"


class SiteSearch:
    """Searches one site; the vocabulary of a language is read at its first search, and those used last are kept."""

    def __init__(self, site: SiteReader) -> None:
        self._site = site
        self._vocabularies: OrderedDict[str, str] = OrderedDict()

    def find(self, language: str, typed: str) -> tuple[StopCard, ...]:
        """Return the stops in which every typed word occurs, the likeliest first; at most ``MAX_FOUND``.

        The likeliest are those with this number, then those whose title begins so, then those with every word in
        the title; within each, the curator's order.
        """
        typed = typed[:MAX_TYPED]
        words = list(dict.fromkeys(split_words(typed)))[:MAX_WORDS]
        if not words:
            return ()
        tags = self._site.own_and_fallback(language)
        found = dict.fromkeys(self._site.rank_by_number(typed))
        found.update(dict.fromkeys(self._find_titles_beginning(fold(typed), tags)))
        if len(found) < MAX_FOUND:
            titled, said = self._find_saying(words, tags)
            for stops in (titled, said & ~titled):
                found.update(dict.fromkeys(islice(iterate_ranks(stops), MAX_FOUND)))
        return self._site.read_cards_at(tuple(islice(found, MAX_FOUND)), language)

    def _find_titles_beginning(self, phrase: str, tags: Iterable[str]) -> list[int]:
        sql = "SELECT stop FROM search_title WHERE title >= ? AND title < ? ORDER BY title, stop LIMIT ?"
        return sorted(
            rank
            for tag in tags
            for (rank,) in self._site.language_rows(tag, sql, phrase, phrase + _LAST, MAX_FOUND)
        )

    def _find_saying(self, words: Iterable[str], tags: Iterable[str]) -> tuple[int, int]:
        """Return the set of stops with every word in the title, and with every word anywhere."""
        titled = said = -1
        for word in words:
            in_titles = in_texts = 0
            for tag in tags:
                title_bits, text_bits = self._look_up(tag, word)
                in_titles |= title_bits
                in_texts |= text_bits
            titled &= in_titles
            said &= in_texts
        return titled, said

    def _look_up(self, tag: str, word: str) -> tuple[int, int]:
        rows = self._site.language_rows(
            tag, "SELECT titled, said FROM search_beginning WHERE beginning = ?", word
        ) or self._site.language_rows(
            tag,
            "SELECT titled, said FROM search_word WHERE word >= ? AND word < ? LIMIT ?",
            *(word, word + _LAST, _MANY_BEGINNING),
        )
        if inside := self._find_inside(tag, word):
            these = ", ".join("?" * len(inside))
            rows += self._site.language_rows(
                tag, f"SELECT titled, said FROM search_word WHERE word IN ({these})", *inside
            )
        return _unite(row[0] for row in rows), _unite(row[1] for row in rows)

    def _find_inside(self, tag: str, part: str) -> list[str]:
        """Return the words that contain ``part`` but do not begin with it; none where they are too many."""
        if len(part) < INSIDE_FROM_LETTERS:
            return []
        text = self._vocabulary(tag)
        words: list[str] = []
        at = text.find(part, 1)
        while at >= 0:
            end = text.find("\n", at)
            if text[at - 1] != "\n":
                words.append(text[text.rfind("\n", 0, at) + 1 : end])
                if len(words) > MANY_INSIDE:
                    return []
            at = text.find(part, end)
        return words

    def _vocabulary(self, tag: str) -> str:
        """Return all words of a language, each between two line ends."""
        if tag not in self._vocabularies:
            rows = self._site.language_rows(tag, "SELECT words FROM search_vocabulary ORDER BY position")
            self._vocabularies[tag] = "\n".join(["", *(words for (words,) in rows), ""])
            while len(self._vocabularies) > 1 and sum(map(len, self._vocabularies.values())) > _LETTERS_KEPT:
                self._vocabularies.popitem(last=False)
        self._vocabularies.move_to_end(tag)
        return self._vocabularies[tag]


def _unite(sets: Iterable[bytes]) -> int:
    bits = 0
    for raw in sets:
        bits |= parse_stop_set(raw)
    return bits
