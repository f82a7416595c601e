"""What a device and its hub tell each other of used tickets: marks only, whoever carries them.

The device tells the marks of tickets that it redeemed, and up to where it has heard what is used up elsewhere. The hub
answers which of them had been used up already, and what was used up since. Telling it again does no harm.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from kiosk.tickets.mark import is_mark

MOST_MARKS: Final = 500
MOST_SPENT: Final = 2_000
MOST_BYTES: Final = 128 * 1024
_MOST_THROUGH: Final = 2**53


@dataclass(frozen=True, slots=True)
class UsedTickets:
    """A device's side: the marks it redeemed, and up to where it knows what is used up (0: nothing)."""

    marks: tuple[str, ...] = ()
    since: int = 0


@dataclass(frozen=True, slots=True)
class UsedAnswer:
    """The hub's side.

    Attributes:
        already: Which of the device's marks had been used up before.
        spent: Tickets used up since, or void; not those of ``already`` only, but of all devices of the site.
        through: What the device asks from the next time.
    """

    already: tuple[str, ...] = ()
    spent: tuple[str, ...] = ()
    through: int = 0


def format_used(used: UsedTickets) -> bytes:
    """Return a device's side as JSON."""
    return _dump({"marks": list(used.marks[:MOST_MARKS]), "since": used.since})


def parse_used(body: bytes) -> UsedTickets:
    """Return a device's side, which is not trusted; the pair of :func:`format_used`.

    Raises:
        ValueError: The form or a bound is wrong; the message says which.
    """
    record = _load(body)
    return UsedTickets(_read_marks(record, "marks", MOST_MARKS), _read_whole(record, "since"))


def format_used_answer(answer: UsedAnswer) -> bytes:
    """Return the hub's side as JSON."""
    return _dump({"already": list(answer.already), "spent": list(answer.spent), "through": answer.through})


def parse_used_answer(body: bytes) -> UsedAnswer:
    """Return the hub's side, which is not trusted; the pair of :func:`format_used_answer`.

    Raises:
        ValueError: The form or a bound is wrong; the message says which.
    """
    record = _load(body)
    already = _read_marks(record, "already", MOST_MARKS)
    return UsedAnswer(already, _read_marks(record, "spent", MOST_SPENT), _read_whole(record, "through"))


def _dump(record: Mapping[str, Any]) -> bytes:
    return json.dumps(record, separators=(",", ":")).encode("ascii")


def _load(body: bytes) -> Mapping[str, Any]:
    if len(body) > MOST_BYTES:
        raise ValueError("too long")
    try:
        record = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise ValueError("not JSON") from error
    if not isinstance(record, dict):
        raise ValueError("not a JSON object")
    return record


def _read_marks(record: Mapping[str, Any], name: str, most: int) -> tuple[str, ...]:
    marks: Sequence[object] = record.get(name, [])
    if not isinstance(marks, list) or len(marks) > most or not all(map(is_mark, marks)):
        raise ValueError(f"{name} is no list of at most {most} marks")
    return tuple(str(mark) for mark in marks)


def _read_whole(record: Mapping[str, Any], name: str) -> int:
    value = record.get(name, 0)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _MOST_THROUGH:
        raise ValueError(f"{name} is no number from 0 to {_MOST_THROUGH}")
    return value
