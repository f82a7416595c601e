"""What may be there only once in a pack source: ids, codes, places in the order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from kiosk.packs.findings import Findings
from kiosk.packs.pack_source import StopSource
from kiosk.packs.source_fields import shorten

MOST_NAMED = 5
UNKNOWN_ORDER = -1
"""Stands in for an order that could not be read; nothing is built of a source with one."""


class Named(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """The id."""
        ...


def refuse_double_stops(stops: Sequence[StopSource], findings: Findings) -> None:
    """Refuse a code or a place in the order that two stops share; tell of a shared number.

    It is told at the second stop that has it, since the first may keep it.
    """
    for where, value_of in (("code", _code_of), ("order", _order_of)):
        for value, sharers in _find_shared(stops, value_of):
            what = f"{shorten(value)} is used {len(sharers)} times: {_list_names(sharers)}"
            remedy = "give each stop its own"
            findings.error(_find_file(sharers), where, what, remedy, kind="used_twice")
    for number, sharers in _find_shared(stops, lambda stop: stop.number):
        what = f"{len(sharers)} stops have number {number}: {_list_names(sharers)}"
        remedy = "give each its own, or visitors will be asked which one"
        findings.warn(_find_file(sharers), "number", what, remedy, kind="number_used_twice")


def _find_file(sharers: Sequence[StopSource]) -> str:
    return f"stops/{sharers[1].id}/stop.toml"


def _list_names(sharers: Sequence[StopSource]) -> str:
    names = ", ".join(stop.id for stop in sharers[:MOST_NAMED])
    return f"{names} and others" if len(sharers) > MOST_NAMED else names


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
