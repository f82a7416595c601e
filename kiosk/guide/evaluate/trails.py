"""Recorded visits of one place, read from a file that anybody may have written.

The form: ``{"name", "items": [{"id", "name", "category", "lat", "lon"}], "visits": [[{"item", "start_s", "end_s"}]], "visitor":
[number per visit]}``; ``start_s`` and ``end_s`` are seconds since the visit's first moment.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from kiosk.model.errors import KioskError

MAX_TRAILS_BYTES: Final = 64 * 1024 * 1024
MAX_ITEMS: Final = 5_000
MAX_STAYS: Final = 2_000_000
_LONGEST_NAME: Final = 200
# Half a pair of surrogates is no text, and a control character would speak to the terminal that shows a name.
_UNWANTED: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Item:
    """A place that visits stop at. ``lat``/``lon`` are WGS 84 degrees, both None where unknown; ``order`` as in a StopCard."""

    id: str
    name: str
    categories: tuple[str, ...]
    lat: float | None
    lon: float | None
    order: int = 0


@dataclass(frozen=True, slots=True)
class Stay:
    """A stay at an item: when it began, in seconds since the visit's first moment, and how long it was."""

    item: str
    start_s: float
    stay_s: float


@dataclass(frozen=True, slots=True)
class Trail:
    """One visit: its stays in the order they began, and whose it was."""

    visitor: str
    stays: tuple[Stay, ...]


@dataclass(frozen=True, slots=True)
class Trails:
    """All that a file tells.

    ``unknown_items`` counts the stays left out because the file has no such item, ``bad_stays`` those left out because
    they have no time, ``negative_stays`` those that end before they begin: they count as having no length.
    """

    name: str
    items: tuple[Item, ...]
    trails: tuple[Trail, ...]
    unknown_items: int = 0
    bad_stays: int = 0
    negative_stays: int = 0


def parse_trails(content: bytes, thing: str = "") -> Trails:
    """Return the trails of a file.

    Stays that cannot be used are left out and counted; ``thing`` names the file in an error.

    Raises:
        KioskError: ``guide.trails-unreadable`` where the file has not the form, or is too large.
    """
    if len(content) > MAX_TRAILS_BYTES:
        raise _refuse(thing, f"at most {MAX_TRAILS_BYTES:,} bytes", f"{len(content):,}")
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise _refuse(thing, "one JSON object", str(error)[:80]) from error
    if not isinstance(found, dict):
        raise _refuse(thing, "one JSON object", type(found).__name__)
    items = _parse_items(thing, found.get("items"))
    return _parse_visits(thing, _shorten(found.get("name", "")), items, found)


def _parse_items(thing: str, found: object) -> tuple[Item, ...]:
    if not isinstance(found, list) or not 1 <= len(found) <= MAX_ITEMS:
        raise _refuse(thing, f'"items", a list of 1 to {MAX_ITEMS:,}', _tell_size(found))
    items = tuple(_parse_item(thing, number, item) for number, item in enumerate(found))
    if len({item.id for item in items}) < len(items):
        raise _refuse(thing, "items with ids of their own", "an id that is there twice")
    return items


def _parse_item(thing: str, number: int, found: object) -> Item:
    if not isinstance(found, dict) or not _is_name(found.get("id")):
        raise _refuse(thing, "items with an id", f"none at items[{number}]")
    lat, lon = _parse_number(found.get("lat"), 90), _parse_number(found.get("lon"), 180)
    known = lat is not None and lon is not None
    order = found.get("order", 0)
    return Item(
        str(found["id"]),
        _shorten(found.get("name", found["id"])),
        _parse_categories(found),
        lat if known else None,
        lon if known else None,
        order if type(order) is int and abs(order) < 2**31 else 0,
    )


def _parse_categories(found: Mapping[str, Any]) -> tuple[str, ...]:
    several = found.get("categories")
    names = several if isinstance(several, list) else [found.get("category")]
    return tuple(dict.fromkeys(_shorten(name) for name in names[:20] if name))


def _parse_visits(thing: str, name: str, items: tuple[Item, ...], found: Mapping[str, Any]) -> Trails:
    visits, visitors = found.get("visits"), found.get("visitor")
    if not isinstance(visits, list):
        raise _refuse(thing, '"visits", a list', _tell_size(visits))
    if not isinstance(visitors, list) or len(visitors) != len(visits):
        raise _refuse(thing, '"visitor", one number for each visit', _tell_size(visitors))
    if sum(len(visit) for visit in visits if isinstance(visit, list)) > MAX_STAYS:
        raise _refuse(thing, f"at most {MAX_STAYS:,} stays", "more")
    reader = _StayReader(frozenset(item.id for item in items))
    trails = [
        Trail(_shorten(visitor), reader.read(thing, number, visit))
        for number, (visit, visitor) in enumerate(zip(visits, visitors, strict=True))
    ]
    kept = tuple(trail for trail in trails if trail.stays)
    return Trails(name, items, kept, reader.unknown_items, reader.bad_stays, reader.negative_stays)


class _StayReader:
    """Reads stays, and counts those it cannot use."""

    def __init__(self, known: frozenset[str]) -> None:
        self._known = known
        self.unknown_items = self.bad_stays = self.negative_stays = 0

    def read(self, thing: str, number: int, visit: object) -> tuple[Stay, ...]:
        if not isinstance(visit, list):
            raise _refuse(thing, "visits that are lists of stays", f"none at visits[{number}]")
        stays = [stay for found in visit if (stay := self._read_one(found)) is not None]
        return tuple(sorted(stays, key=lambda stay: stay.start_s))

    def _read_one(self, found: object) -> Stay | None:
        if not isinstance(found, dict):
            self.bad_stays += 1
            return None
        start_s, end_s = _parse_seconds(found.get("start_s")), _parse_seconds(found.get("end_s"))
        if start_s is None or end_s is None:
            self.bad_stays += 1
            return None
        item = found.get("item")
        if not _is_name(item) or str(item) not in self._known:
            self.unknown_items += 1
            return None
        self.negative_stays += end_s < start_s
        return Stay(str(item), start_s, max(0.0, end_s - start_s))


def _is_name(found: object) -> bool:
    return (
        type(found) in (str, int)
        and 0 < len(str(found)) <= _LONGEST_NAME
        and not _UNWANTED.search(str(found))
    )


def _shorten(found: object) -> str:
    return _UNWANTED.sub("", str(found)[:_LONGEST_NAME])


def _parse_seconds(found: object) -> float | None:
    return _parse_number(found, 2**53)


def _parse_number(found: object, most: int) -> float | None:
    # True is an int as well, and no number.
    if isinstance(found, bool) or not isinstance(found, int | float):
        return None
    return float(found) if abs(found) <= most else None


def _tell_size(found: object) -> str:
    return f"{len(found):,}" if isinstance(found, list) else type(found).__name__


def _refuse(thing: str, expected: str, found: str) -> KioskError:
    return KioskError(
        "The trails were not read",
        thing=thing,
        expected=expected,
        found=found,
        remedy="see docs/how-to/evaluate-suggestions.md for the form",
        code="guide.trails-unreadable",
    )
