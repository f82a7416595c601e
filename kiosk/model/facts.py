"""What leaves the device: unlinked facts. Declared once, checked on both sides of the wire.

No fact names a visit, and nothing in one tells which other facts came from the same visit.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from kiosk.model.content import Depth
from kiosk.model.datum import (
    DAY_PATTERN,
    HOUR_PATTERN,
    RANDOM_PATTERN,
    Choice,
    Declaration,
    Flag,
    Name,
    Number,
    duration_ms,
    language,
    site,
    stop,
)

MAX_FACT_BYTES: Final = 4_096
RETENTION: Final = "on the device until acknowledged, then a bounded copy; at the hub as the operator sets"

_ID: Final = Name(
    "id", "random, so that two equal facts are two; says nothing", RANDOM_PATTERN, "16 hex digits"
)
_HOUR: Final = Name("hour", "when it is busy", HOUR_PATTERN, "a UTC hour (2026-11-21T14)", True)
_DAY: Final = Name("day", "how paths change with the season", DAY_PATTERN, "a UTC day (2026-11-21)", True)
_COUNTED: Final = Flag("counted", "whether it came from a valid visit (60 s and one valid stop)")

_DECLARED: Final = (
    Declaration(
        "dwell",
        "attraction, holding time, holding power, completion of one stop",
        RETENTION,
        (
            _ID,
            stop("which stop"),
            duration_ms("dwell_ms", "attention to the stop; absent where it never closed", optional=True),
            duration_ms("heard_ms", "how much of its narration was heard"),
            duration_ms("media_ms", "that narration's length; 0 where there was none"),
            language("which language was heard or read"),
            Choice("depth", "which depth was heard most", tuple(Depth), True),
            Choice("kind", "whether a recording served", ("recording", "speech", "text"), True),
            _HOUR,
            _COUNTED,
        ),
    ),
    Declaration(
        "move",
        "which stops follow each other: the next suggestion, and the way through the site",
        RETENTION,
        (_ID, stop("where from", "from_stop"), stop("where to", "to_stop"), _DAY, _COUNTED),
    ),
    Declaration(
        "visit",
        "the base of every share: how many visits, how long, how many stops",
        RETENTION,
        (
            _ID,
            site("which site"),
            Number("stops", "how many stops were valid (3 s or more)", "stops", 0, 10_000),
            Number("stops_on_offer", "for the share of diligent visits; 0 unknown", "stops", 0, 10_000),
            Number("minutes", "from the start to the last attention", "min", 0, 1_440),
            language("which language the visit ended in"),
            Number("suggestions_shown", "the base for the next", "suggestions", 0, 10_000),
            Number("suggestions_taken", "whether suggestions help", "suggestions", 0, 10_000),
            _HOUR,
            _COUNTED,
        ),
    ),
    Declaration(
        "gap",
        "an honest line says how many facts it had to drop",
        RETENTION,
        (_ID, Number("facts", "how many were dropped", "facts", 1, 2**31)),
    ),
)

FACTS: Final[Mapping[str, Declaration]] = {declared.name: declared for declared in _DECLARED}


@dataclass(frozen=True, slots=True)
class Fact:
    """One unlinked fact: its declaration's name and its values (None where absent)."""

    name: str
    values: Mapping[str, Any]


def format_fact(fact: Fact) -> bytes:
    """Return a fact as one line of JSON (UTF-8, keys sorted, no line break); checked first.

    Raises:
        ValueError: It is not declared, or out of bounds.
    """
    declared = FACTS.get(fact.name)
    if declared is None:
        raise ValueError(f"no fact is declared as {fact.name!r}")
    if fault := declared.find_fault(fact.values):
        raise ValueError(fault)
    body = {"fact": fact.name, **{key: value for key, value in fact.values.items() if value is not None}}
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def parse_fact(line: bytes) -> Fact:
    """Return the fact in one line; the pair of :func:`format_fact`. ``line`` is not trusted.

    Raises:
        ValueError: Too long, not JSON, not declared or out of bounds; the message says which.
    """
    if len(line) > MAX_FACT_BYTES:
        raise ValueError(f"longer than {MAX_FACT_BYTES} bytes")
    try:
        body = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError("not JSON") from error
    if not isinstance(body, dict):
        raise ValueError("not a JSON object")
    name = body.pop("fact", None)
    declared = FACTS.get(name) if isinstance(name, str) else None
    if declared is None:
        raise ValueError("no such fact is declared here")
    if fault := declared.find_fault(body):
        raise ValueError(fault)
    return Fact(declared.name, {datum.name: body.get(datum.name) for datum in declared.data})
