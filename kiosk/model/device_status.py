"""What a device tells its hub of itself, by network or by stick: for the page on which the operator sees the fleet.

Nothing of a visit is in it. Whoever reads it does not trust it: every value has a type and a bound.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeVar

MAX_PACKS: Final = 200
MAX_CODES: Final = 50
MAX_TEXT: Final = 120
MAX_WHOLE: Final = 2**53
# Control characters, and halves of characters that JSON can hold and no database can.
_UNWRITABLE: Final = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")

_Entry = TypeVar("_Entry")


@dataclass(frozen=True, slots=True)
class ShownPack:
    """A pack that visitors see, and its version."""

    pack: str
    version: int


@dataclass(frozen=True, slots=True)
class IncidentCount:
    """How often an error code was noted in the last day."""

    code: str
    count: int


@dataclass(frozen=True, slots=True)
class DeviceStatus:
    """A device as it was at ``at_ms`` of its own clock (UTC, told and not trusted).

    Attributes:
        version: The program's.
        packs: What visitors see.
        battery_percent: 0 to 100; None where there is no battery.
        is_charging: Whether it is fed; None where nobody knows.
        storage_free_bytes: Room left where the data folder lies.
        storage_total_bytes: All of it.
        waiting_facts: Facts the hub has not acknowledged.
        waiting_since_ms: Since when the oldest of them waits (UTC); None for none.
        why_waiting: Why they were not sent the last time, as a short code; "" where nothing is wrong.
        incidents: What went wrong in the last day, most frequent first.
        paper_keys_version: The version of the keys it checks tickets with; 0 for none.
    """

    at_ms: int
    version: str
    packs: tuple[ShownPack, ...] = ()
    battery_percent: int | None = None
    is_charging: bool | None = None
    storage_free_bytes: int = 0
    storage_total_bytes: int = 0
    waiting_facts: int = 0
    waiting_since_ms: int | None = None
    why_waiting: str = ""
    incidents: tuple[IncidentCount, ...] = ()
    paper_keys_version: int = 0


def format_status(status: DeviceStatus) -> dict[str, Any]:
    """Return the status as a JSON-ready object, within the bounds that :func:`parse_status` asks for."""
    return {
        "at_ms": status.at_ms,
        "version": status.version[:MAX_TEXT],
        "packs": [{"pack": one.pack[:MAX_TEXT], "version": one.version} for one in status.packs[:MAX_PACKS]],
        "battery_percent": status.battery_percent,
        "is_charging": status.is_charging,
        "storage_free_bytes": status.storage_free_bytes,
        "storage_total_bytes": status.storage_total_bytes,
        "waiting_facts": status.waiting_facts,
        "waiting_since_ms": status.waiting_since_ms,
        "why_waiting": status.why_waiting[:MAX_TEXT],
        "incidents": [
            {"code": one.code[:MAX_TEXT], "count": one.count} for one in status.incidents[:MAX_CODES]
        ],
        "paper_keys_version": status.paper_keys_version,
    }


def parse_status(record: object) -> DeviceStatus:
    """Return the status in ``record``, which is not trusted; what it does not say stands at its default.

    Raises:
        ValueError: A value is of the wrong type or out of its bounds; the message names it.
    """
    if not isinstance(record, dict):
        raise ValueError("a status is an object")
    return DeviceStatus(
        at_ms=_whole(record, "at_ms", 0),
        version=_text(record, "version"),
        packs=_list(record, "packs", MAX_PACKS, lambda one: ShownPack(_text(one, "pack"), _whole(one, "version", 0))),
        battery_percent=_whole_or_none(record, "battery_percent", 100),
        is_charging=_truth_or_none(record, "is_charging"),
        storage_free_bytes=_whole(record, "storage_free_bytes", 0),
        storage_total_bytes=_whole(record, "storage_total_bytes", 0),
        waiting_facts=_whole(record, "waiting_facts", 0),
        waiting_since_ms=_whole_or_none(record, "waiting_since_ms"),
        why_waiting=_text(record, "why_waiting"),
        incidents=_list(
            record, "incidents", MAX_CODES, lambda one: IncidentCount(_text(one, "code"), _whole(one, "count", 0))
        ),
        paper_keys_version=_whole(record, "paper_keys_version", 0),
    )  # fmt: skip


def _text(record: Mapping[str, Any], name: str) -> str:
    value = record.get(name, "")
    if not isinstance(value, str) or len(value) > MAX_TEXT or _UNWRITABLE.search(value):
        raise ValueError(f"{name} is no text of at most {MAX_TEXT} characters")
    return value


def _whole(record: Mapping[str, Any], name: str, default: int) -> int:
    value = record.get(name, default)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MAX_WHOLE:
        raise ValueError(f"{name} is no whole number from 0")
    return value


def _whole_or_none(record: Mapping[str, Any], name: str, maximum: int = MAX_WHOLE) -> int | None:
    if record.get(name) is None:
        return None
    value = _whole(record, name, 0)
    if value > maximum:
        raise ValueError(f"{name} is over {maximum}")
    return value


def _truth_or_none(record: Mapping[str, Any], name: str) -> bool | None:
    value = record.get(name)
    if value is not None and not isinstance(value, bool):
        raise ValueError(f"{name} is neither true nor false")
    return value


def _list(
    record: Mapping[str, Any], name: str, most: int, read: Callable[[Mapping[str, Any]], _Entry]
) -> tuple[_Entry, ...]:
    entries = record.get(name, [])
    if not isinstance(entries, list) or len(entries) > most:
        raise ValueError(f"{name} is no list of at most {most}")
    if not all(isinstance(entry, dict) for entry in entries):
        raise ValueError(f"{name} holds something else than objects")
    return tuple(read(entry) for entry in entries)
