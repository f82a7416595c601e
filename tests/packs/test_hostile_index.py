"""An index of words that names what is not there, as a damaged or a made-up pack may."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from kiosk.model.content import NearbySite, StopCard, Tour
from kiosk.model.found import NOTHING_FOUND, Found
from kiosk.packs.search import MAX_BESIDE, SiteSearch
from kiosk.packs.site_reader import SiteReader
from kiosk.packs.stop_sets import format_stop_set

FAR_BEYOND = 9_000_000_000_000_000_000


class MadeUpSite:
    """A site of one stop, one tour and many places whose index says what it likes of the word "mill"."""

    def __init__(self, *ranks: int, begins: Sequence[int] = (), vocabulary: str = "mill") -> None:
        self._set = format_stop_set(ranks)
        self._begins = begins
        self._vocabulary = vocabulary

    def own_and_fallback(self, language: str) -> tuple[str, ...]:
        return (language,)

    def rank_by_number(self, typed: str) -> tuple[int, ...]:
        return ()

    def core_rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        return [(1,)]

    def language_rows(self, tag: str, sql: str, *values: object) -> list[tuple[Any, ...]]:
        if "search_vocabulary" in sql:
            return [(self._vocabulary,)]
        if "search_title" in sql:
            return [(rank,) for rank in self._begins]
        if "word >= ?" in sql:
            return [(self._set, self._set)] if values[0] == "mill" else []
        if "SELECT word" in sql:
            return [("mill", self._set, self._set)] if "mill" in values else []
        return []

    def read_cards_at(self, ranks: Sequence[int], language: str) -> tuple[StopCard, ...]:
        return ()

    def read_tours(self, language: str) -> tuple[Tour, ...]:
        return (Tour("round", "A round", "", 10, ()),)

    def read_nearby(self, language: str) -> tuple[NearbySite, ...]:
        return tuple(NearbySite(f"n{n}", f"Mill {n}", "", 0.0, 0.0, "") for n in range(40))


def search(site: MadeUpSite, typed: str = "mill") -> Found:
    return SiteSearch(cast(SiteReader, site)).find("en", typed)


def test_what_the_index_names_and_nobody_has_is_left_out() -> None:
    assert search(MadeUpSite(49_000)) == NOTHING_FOUND
    assert search(MadeUpSite(begins=[-5, FAR_BEYOND, 2])).nearby[0].id == "n0"
    assert search(MadeUpSite(begins=[-5, FAR_BEYOND])) == NOTHING_FOUND


def test_however_many_it_names_few_are_told() -> None:
    found = search(MadeUpSite(*range(42)))
    assert ([tour.id for tour in found.tours], len(found.nearby)) == (["round"], MAX_BESIDE)


def test_a_vocabulary_that_is_none_is_looked_through_all_the_same() -> None:
    for vocabulary in ("", "\n\n\n", "mil" * 100_000, "\n".join(f"mial{n}" for n in range(9_000))):
        assert not search(MadeUpSite(1, vocabulary=vocabulary), "mlil").nearby
    assert search(MadeUpSite(1, vocabulary="mill"), "mlil").is_near
