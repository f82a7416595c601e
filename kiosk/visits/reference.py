"""The reference page of all that is recorded, made from the declarations: ``python -m kiosk.visits.reference``."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from kiosk.model.datum import Datum, Declaration
from kiosk.model.facts import FACTS
from kiosk.visits.events import EVENTS

_INTRODUCTION = """\
# What is recorded

Made from the declarations in `kiosk/visits/events.py` and `kiosk/model/facts.py` by
`python -m kiosk.visits.reference > docs/reference/visit-data.md`; a test fails when the two differ. What is not on
this page cannot be recorded: the log refuses it.

How dwell is computed from these events is told in [Dwell, honestly](../explanation/dwell.md), how facts travel in
[The hub's interface](hub-api.md).

"""
_EVENTS = """\
## Events

The log on the device (`events.db`). Every act is a row of its own, durable before the screen answers. Each row also
carries its number in the device's and incarnation's own count, the visit's random id (none for the device's own
diary), the boot's id, the boot-time clock in ms, the wall clock and its quality (unset, unchecked, synced). Rows of
a visit never leave the device, and are wiped at its end.

"""
_FACTS = """\
## Facts

What joins the outbox and leaves the device. Facts of at least five visits (or of a day) are shuffled together first;
nothing in a fact names its visit, or tells which other facts came from the same.

"""


def format_reference() -> str:
    """Return the page as Markdown."""
    return (
        _INTRODUCTION
        + _EVENTS
        + "".join(_format_declaration(declared) for declared in EVENTS.values())
        + _FACTS
        + "".join(_format_declaration(declared) for declared in FACTS.values())
    ).rstrip() + "\n"


def _format_declaration(declared: Declaration) -> str:
    lines = [
        f"### {declared.name}",
        "",
        f"Why: {declared.reason}. Kept {declared.retention}.",
        "",
        *_format_data(declared.data),
    ]
    return "\n".join(lines) + "\n"


def _format_data(data: Iterable[Datum]) -> list[str]:
    rows = [
        f"| `{datum.name}` | {datum.format_bounds()} | {datum.unit or '-'} |"
        f" {'no' if datum.optional else 'yes'} | {datum.reason} |"
        for datum in data
    ]
    return ["| datum | bounds | unit | always | why |", "|---|---|---|---|---|", *rows, ""] if rows else []


if __name__ == "__main__":
    sys.stdout.write(format_reference())
