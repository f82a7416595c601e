"""Looks words up in the index of one site: as they are typed, and as they may have been meant."""

from __future__ import annotations

import operator
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce

from kiosk.packs.likely_spellings import find_spellings, fold_sounds
from kiosk.packs.likely_words import LikelyWord, find_likely
from kiosk.packs.site_reader import SiteReader
from kiosk.packs.stop_sets import parse_stop_set

LAST = "\U0010ffff"

INSIDE_FROM_LETTERS = 3
MANY_INSIDE = 60
"""Letters that stand inside more words than this tell nothing: then only words that begin with them count."""

TEXT_FROM_LETTERS = 6
"""A shorter word with a slip in it is looked for in titles only: in texts some word is always like it."""

_ARTICLE = "ال"
"""Arabic writes it together with its word: who types it means the word without it, too."""

_MANY_BEGINNING = 300
_MANY_LIKELY = 100
_LEAST_JOINED = 3
_LETTERS_KEPT = 4_000_000


@dataclass(frozen=True, slots=True)
class Sets:
    """Where a word stands: the set of what has it in its title, and of what has it anywhere (:mod:`kiosk.packs.stop_sets`)."""

    titled: int = 0
    said: int = 0

    def __or__(self, other: Sets) -> Sets:
        """Return where either word stands."""
        return Sets(self.titled | other.titled, self.said | other.said)

    def __and__(self, other: Sets) -> Sets:
        """Return where both words stand."""
        return Sets(self.titled & other.titled, self.said & other.said)


NOWHERE = Sets()


class WordLookup:
    """The words of one site; the vocabulary of a language is read at its first search, and those used last are kept."""

    def __init__(self, site: SiteReader) -> None:
        self._site = site
        self._vocabularies: OrderedDict[str, str] = OrderedDict()
        self._sounds: dict[str, str] = {}

    def look_up(self, tag: str, word: str) -> Sets:
        """Return where words stand that begin with ``word``, or contain it where that tells something."""
        rows = self._site.language_rows(
            tag, "SELECT titled, said FROM search_beginning WHERE beginning = ?", word
        ) or self._site.language_rows(
            tag,
            "SELECT titled, said FROM search_word WHERE word >= ? AND word < ? LIMIT ?",
            *(word, word + LAST, _MANY_BEGINNING),
        )
        if inside := self._find_inside(tag, word):
            these = ", ".join("?" * len(inside))
            rows += self._site.language_rows(
                tag, f"SELECT titled, said FROM search_word WHERE word IN ({these})", *inside
            )
        return Sets(_unite(row[0] for row in rows), _unite(row[1] for row in rows))

    def look_up_likely(self, tag: str, word: str) -> Sets:
        """Return where words stand that may have been meant by ``word``, of which :meth:`look_up` knows nothing.

        Those of titles come before all others: visitors look for things by their names.
        """
        if word.startswith(_ARTICLE) and (bare := self.look_up(tag, word[len(_ARTICLE) :])).said:
            return bare
        likely = find_likely(self._vocabulary(tag), word)[:_MANY_LIKELY]
        known = self._read(tag, [one.word for one in likely])
        in_titles = [one for one in likely if one.word in known and known[one.word].titled]
        if not in_titles and len(word) >= TEXT_FROM_LETTERS:
            in_titles = [one for one in likely if _is_likely_in_text(one, word)]
        least = min((one.slips for one in in_titles), default=0)
        found = NOWHERE
        for one in in_titles:
            if one.slips == least:
                found |= known.get(one.word, NOWHERE)
        if not found.said:
            found = self._look_up_joined(tag, word)
        return found if found.said else self._look_up_spelled(tag, word)

    def _look_up_spelled(self, tag: str, word: str) -> Sets:
        """Return where a name stands that is ``word`` in another spelling; of a text's words only long ones count."""
        spellings = find_spellings(self._vocabulary(tag), self._sound(tag), word)[:_MANY_LIKELY]
        known = self._read(tag, spellings).values()
        in_titles = [where for where in known if where.titled]
        if not in_titles and len(word) >= TEXT_FROM_LETTERS:
            in_titles = list(known)
        return reduce(operator.or_, in_titles, NOWHERE)

    def _look_up_joined(self, tag: str, word: str) -> Sets:
        """Return where both of two words stand that were typed as one."""
        found = NOWHERE
        for cut in range(_LEAST_JOINED, len(word) - _LEAST_JOINED + 1):
            both = self._read(tag, [word[:cut], word[cut:]])
            if len(both) == 2:
                found |= both[word[:cut]] & both[word[cut:]]
        return found

    def _read(self, tag: str, words: Sequence[str]) -> dict[str, Sets]:
        these = ", ".join("?" * len(words))
        sql = f"SELECT word, titled, said FROM search_word WHERE word IN ({these})"
        return {
            word: Sets(parse_stop_set(titled), parse_stop_set(said))
            for word, titled, said in self._site.language_rows(tag, sql, *words)
        }

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
                dropped, _ = self._vocabularies.popitem(last=False)
                self._sounds.pop(dropped, None)
        self._vocabularies.move_to_end(tag)
        return self._vocabularies[tag]

    def _sound(self, tag: str) -> str:
        """Return the vocabulary of a language as it sounds, made when a name in another spelling is first looked for."""
        if tag not in self._sounds:
            self._sounds[tag] = fold_sounds(self._vocabulary(tag))
        return self._sounds[tag]


def _is_likely_in_text(one: LikelyWord, typed: str) -> bool:
    return one.slips == 1 and one.word[0] == typed[0] and len(one.word) <= len(typed) + 1


def _unite(sets: Iterable[bytes]) -> int:
    bits = 0
    for raw in sets:
        bits |= parse_stop_set(raw)
    return bits
