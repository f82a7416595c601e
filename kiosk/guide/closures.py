"""What staff closed at a site for a while: stops that are not on show and ways that cannot be gone.

The file that holds it may come from anywhere: it is data from outside until it was checked.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from kiosk.model.errors import KioskError

MOST_CLOSURES: Final = 2_000
MAX_BYTES: Final = 512 * 1024
FORMAT: Final = 1

_ID: Final = re.compile(r"[a-z0-9][a-z0-9._/-]{0,199}")


class ClosedKind(StrEnum):
    """What is closed."""

    STOP = "stop"
    WAY = "way"


@dataclass(frozen=True, slots=True)
class Closure:
    """A stop or a way of a site that staff closed. ``until`` is the last day it is closed; None until somebody opens it."""

    site_id: str
    kind: ClosedKind
    id: str
    until: date | None = None

    def is_same_thing(self, other: Closure) -> bool:
        """Tell whether the other closure is of the same stop or way."""
        return (self.site_id, self.kind, self.id) == (other.site_id, other.kind, other.id)


@dataclass(frozen=True, slots=True)
class Closed:
    """What is closed now: ids of stops and of ways."""

    stops: frozenset[str] = frozenset()
    ways: frozenset[str] = frozenset()


def find_closed(closures: Iterable[Closure], site_id: str, today: date | None) -> Closed:
    """Return what is closed at a site today. Where the day is not known, what was closed for a time stays closed."""
    ids: dict[ClosedKind, set[str]] = {kind: set() for kind in ClosedKind}
    for one in closures:
        if one.site_id == site_id and is_in_force(one, today):
            ids[one.kind].add(one.id)
    return Closed(frozenset(ids[ClosedKind.STOP]), frozenset(ids[ClosedKind.WAY]))


def is_in_force(closure: Closure, today: date | None) -> bool:
    """Tell whether a closure still holds."""
    return closure.until is None or today is None or today <= closure.until


def close(closures: Collection[Closure], new: Closure) -> tuple[Closure, ...]:
    """Return the closures with a new one, in the place of any of the same thing."""
    return (*open_again(closures, new), new)


def open_again(closures: Collection[Closure], gone: Closure) -> tuple[Closure, ...]:
    """Return the closures without that of a stop or way."""
    return tuple(one for one in closures if not one.is_same_thing(gone))


def format_closures(closures: Sequence[Closure]) -> bytes:
    """Return the file that holds closures."""
    rows = [
        {"site": one.site_id, str(one.kind): one.id, "until": one.until.isoformat() if one.until else None}
        for one in closures
    ]
    return json.dumps({"format": FORMAT, "closed": rows}, indent=1).encode("ascii") + b"\n"


def parse_closures(data: bytes) -> tuple[Closure, ...]:
    """Return the closures that a file holds.

    Raises:
        KioskError: ``guide.closures-unreadable`` for anything but what :func:`format_closures` writes: nothing of such
            a file counts, because half of it may be wrong too.
    """
    if len(data) > MAX_BYTES:
        raise refuse(f"more than {MAX_BYTES // 1024} KB")
    try:
        record = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise refuse("no JSON") from error
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        raise refuse("another format")
    rows = record.get("closed")
    if not isinstance(rows, list) or len(rows) > MOST_CLOSURES:
        raise refuse(f"no list of up to {MOST_CLOSURES} closures")
    closures = (_parse_row(row) for row in rows)
    # Of one thing the last counts.
    return tuple({(one.site_id, one.kind, one.id): one for one in closures}.values())


def refuse(found: str) -> KioskError:
    """Return why the file of closures cannot be used."""
    return KioskError(
        "What staff closed could not be read",
        thing="closures.json",
        expected="the file that kiosk staff close writes",
        found=found,
        remedy="remove the file, and close again what is closed",
        code="guide.closures-unreadable",
    )


def _parse_row(row: Any) -> Closure:
    if not isinstance(row, dict):
        raise refuse("a row that is no object")
    kinds = [kind for kind in ClosedKind if kind in row]
    if len(kinds) != 1:
        raise refuse("a row without a stop or a way")
    return Closure(
        _parse_id(row.get("site")), kinds[0], _parse_id(row[kinds[0]]), _parse_day(row.get("until"))
    )


def _parse_id(value: Any) -> str:
    if isinstance(value, str) and _ID.fullmatch(value):
        return value
    raise refuse("a row with an id that cannot be one")


def _parse_day(value: Any) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise refuse("a row with a day that is none") from error
