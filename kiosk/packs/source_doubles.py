"""What may be there only once in a pack source: ids, codes, places in the order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from kiosk.packs.findings import Findings
from kiosk.packs.pack_source import StopSource
from kiosk.packs.source_fields import shorten

UNKNOWN_ORDER = -1
"""Stands in for an order that could not be read; nothing is built of a source with one."""


class Named(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """The id."""
        ...


def refuse_double_stops(stops: Sequence[StopSource], findings: Findings) -> None:
    """Refuse a code or a place in the order that two stops share; tell of a shared number."""
    for where, value_of in (("code", _code_of), ("order", _order_of)):
        for value, sharers in _find_shared(stops, value_of):
            first, *others = (stop.id for stop in sharers)
            what = f"{shorten(value)} is used {len(sharers)} times: by {first} too"
            remedy = "give each stop its own"
            findings.error(f"stops/{', '.join(others)}/stop.toml", where, what, remedy, kind="used_twice")
    for number, sharers in _find_shared(stops, lambda stop: stop.number):
        first, *others = (stop.id for stop in sharers)
        findings.warn(
            f"stops/{', '.join(others)}/stop.toml",
            "number",
            f"{len(sharers)} stops have number {number}: {first} too",
            "give each its own, or visitors will be asked which one",
            kind="number_used_twice",
        )


def refuse_double_ids(file: str, name: str, items: Iterable[Named], findings: Findings) -> None:
    """Refuse an id that two entries of one list share."""
    for value, count in Counter(item.id for item in items if item.id).items():
        if count > 1:
            what = f"{shorten(value)} is used {count} times"
            findings.error(file, f"{name} id", what, "give each its own", kind="used_twice")


def _code_of(stop: StopSource) -> str:
    return stop.code


def _order_of(stop: StopSource) -> str:
    return str(stop.order) if stop.order != UNKNOWN_ORDER else ""


def _find_shared(
    stops: Sequence[StopSource], value_of: Callable[[StopSource], str]
) -> Iterable[tuple[str, list[StopSource]]]:
    """Yield each value that several stops have, with these stops."""
    by_value: dict[str, list[StopSource]] = {}
    for stop in stops:
        by_value.setdefault(value_of(stop), []).append(stop)
    return [(value, sharers) for value, sharers in by_value.items() if value and len(sharers) > 1]
