"""Cards of stops: what a list, a map or a suggestion shows of each, in a visitor's language."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Protocol

from kiosk.model.content import Depth, StopCard
from kiosk.model.language import primary
from kiosk.packs.catalogue import Row

CARDS_KEPT = 50_000
"""So many cards are kept, in whole languages: about 35 MB, or all languages of any site but the largest."""

_AT_ONCE = 100
_CARD = (
    "SELECT s.id, s.rank, s.number, s.position, s.floor_id, s.plan_x, s.plan_y, s.lat, s.lon, s.radius_m, s.opens_by_place,"
    " s.closed, s.opening_hours, s.added_on, s.look_s,"
    " coalesce(i.thumbnail, ''), coalesce(i.focus_x, 0.5), coalesce(i.focus_y, 0.5)"
    " FROM stop s LEFT JOIN image i ON i.stop_id = s.id AND i.position = 0"
)
_DEPTHS = tuple(Depth)
_TELLING = f"SELECT stop_id, {', '.join(_DEPTHS)} FROM telling"

Tellings = tuple[tuple[Depth, int], ...]


class CardSource(Protocol):
    """The core and the language parts of one site."""

    @property
    def site_id(self) -> str:
        """The site's id."""
        ...

    def rank(self, language: str) -> tuple[str, ...]:
        """Return the languages from the best for ``language`` on."""
        ...

    def core_rows(self, sql: str, *values: object) -> list[Row]:
        """Return rows of the core."""
        ...

    def language_rows(self, tag: str, sql: str, *values: object) -> list[Row]:
        """Return rows of one language's part."""
        ...


class CardReader:
    """The cards of one site, kept by language."""

    def __init__(self, site: CardSource) -> None:
        self._site = site
        self._kept: OrderedDict[str, tuple[StopCard, ...]] = OrderedDict()

    def read_all(self, language: str) -> tuple[StopCard, ...]:
        """Return every stop's card in the curator's order."""
        if language not in self._kept:
            site = self._site
            rows = site.core_rows(f"{_CARD} WHERE s.site_id = ? ORDER BY s.rank", site.site_id)
            tags = site.core_rows("SELECT stop_id, tag_id FROM stop_tag ORDER BY stop_id, position")
            self._kept[language] = self._make(rows, tags, language)
            while len(self._kept) > 1 and len(rows) * len(self._kept) > CARDS_KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(language)
        return self._kept[language]

    def read_some(self, key: str, keys: Sequence[Any], language: str) -> dict[Any, StopCard]:
        """Return cards by ``key``, a column of stop's; questions stay short, whatever is asked for."""
        found: dict[Any, StopCard] = {}
        site = self._site
        for at in range(0, len(keys), _AT_ONCE):
            some = keys[at : at + _AT_ONCE]
            # The plus keeps SQLite from going through all stops of the site instead.
            sql = f"{_CARD} WHERE s.{key} IN ({_places(some)}) AND +s.site_id = ?"
            rows = site.core_rows(sql, *some, site.site_id)
            ids = [row[0] for row in rows]
            these = f"WHERE stop_id IN ({_places(ids)})"
            tags = site.core_rows(
                f"SELECT stop_id, tag_id FROM stop_tag {these} ORDER BY stop_id, position", *ids
            )
            cards = self._make(rows, tags, language, these, *ids)
            found.update(
                (row[1] if key == "rank" else row[0], card) for row, card in zip(rows, cards, strict=True)
            )
        return found

    def _make(
        self, rows: Sequence[Row], stop_tags: Sequence[Row], language: str, where: str = "", *values: object
    ) -> tuple[StopCard, ...]:
        tags: dict[str, tuple[str, ...]] = {}
        for stop_id, tag_id in stop_tags:
            tags[stop_id] = (*tags.get(stop_id, ()), tag_id)
        ids = [row[0] for row in rows]
        titles = self._read_titles(language, ids, where, *values)
        tellings, own = self._read_tellings(language, where, *values)
        return tuple(
            _make_card(
                row,
                self._site.site_id,
                titles.get(row[0], (row[2], "")),
                tags.get(row[0], ()),
                tellings.get(row[0], ()),
                row[0] in own,
            )
            for row in rows
        )

    def _read_titles(
        self, language: str, stop_ids: Sequence[str], where: str, *values: object
    ) -> dict[str, Row]:
        """Return title and place of each stop, from the best language that has them."""
        found: dict[str, Row] = {}
        for tag in self._site.rank(language):
            sql = f"SELECT stop_id, title, place FROM title {where}"
            for stop_id, title, place in self._site.language_rows(tag, sql, *values):
                found.setdefault(stop_id, (title, place))
            if found.keys() >= set(stop_ids):
                break
        return found

    def _read_tellings(
        self, language: str, where: str, *values: object
    ) -> tuple[dict[str, Tellings], set[str]]:
        """Return seconds by depth, each of the best language that has it, and the stops told in ``language`` itself."""
        found: dict[str, tuple[int, ...]] = {}
        own: set[str] = set()
        for tag in self._site.rank(language):
            rows = self._site.language_rows(tag, f"{_TELLING} {where}", *values)
            if primary(tag) == primary(language):
                own.update(stop_id for stop_id, *_ in rows)
            for stop_id, *seconds in rows:
                better = found.get(stop_id)
                if better is None:
                    found[stop_id] = tuple(seconds)
                elif 0 in better:
                    found[stop_id] = tuple(map(_or, better, seconds))
        return {stop_id: _name_depths(seconds) for stop_id, seconds in found.items()}, own


def _or(seconds: int, others: int) -> int:
    return seconds or others


@lru_cache(maxsize=4096)
def _name_depths(seconds: tuple[int, ...]) -> Tellings:
    return tuple(_pair(depth, one) for depth, one in zip(_DEPTHS, seconds, strict=True) if one)


@lru_cache(maxsize=4096)
def _pair(depth: Depth, seconds: int) -> tuple[Depth, int]:
    """Return one and the same pair each time: thousands of cards hold them."""
    return depth, seconds


def _places(values: Sequence[Any]) -> str:
    return ", ".join("?" * len(values))


def _make_card(
    row: Row, site_id: str, title: Row, tags: tuple[str, ...], tellings: Tellings, in_language: bool
) -> StopCard:
    id_, _rank, number, order, floor_id, plan_x, plan_y, lat, lon, *rest, thumbnail, focus_x, focus_y = row
    radius_m, opens_by_place, closed, opening_hours, added_on, look_s = rest
    return StopCard(
        id=id_,
        site_id=site_id,
        number=number,
        title=title[0],
        where=title[1],
        order=order,
        floor_id=floor_id,
        plan_x=plan_x,
        plan_y=plan_y,
        lat=lat,
        lon=lon,
        tags=tags,
        thumbnail=thumbnail,
        focus_x=focus_x,
        focus_y=focus_y,
        radius_m=radius_m,
        opens_by_place=bool(opens_by_place),
        closed=bool(closed),
        opening_hours=opening_hours,
        added_on=added_on,
        look_s=look_s,
        tell_s=tellings,
        in_language=in_language,
    )
