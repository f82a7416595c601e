"""Findings as a table for people: severity, where, what, remedy. What is the same in many places stands once."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from kiosk.model.errors import make_printable
from kiosk.packs.findings import Finding, Severity

HEADING = ("", "where", "what", "remedy")
# So many places of one fault are named; --json names them all.
SHOWN_PLACES = 4
LEAST_WIDTH, MOST_WIDTH = 72, 160
_SEVERITY_WIDTH = max(map(len, Severity))
_GAP = "  "


def format_findings(findings: Iterable[Finding], width: int) -> list[str]:
    """Return the lines of a table that is at most ``width`` letters wide (72 to 160), the gravest first."""
    rows = [HEADING, *(_make_row(group) for group in _group(findings))]
    if len(rows) == 1:
        return []
    room = min(max(width, LEAST_WIDTH), MOST_WIDTH) - _SEVERITY_WIDTH - 3 * len(_GAP)
    wanted = [max(len(line) for row in rows for line in row[column].splitlines()) for column in (1, 2, 3)]
    return [line for row in rows for line in _lay_out(row, _share(room, wanted))]


def format_count(findings: Sequence[Finding]) -> str:
    """Return how many findings there are of each severity: ``2 errors, 1 warning``."""
    words = []
    for severity, (one, many) in _NAMES.items():
        count = sum(finding.severity is severity for finding in findings)
        if count:
            words.append(f"{count} {one if count == 1 else many}")
    return ", ".join(words) or "nothing to mend"


_NAMES = {
    Severity.ERROR: ("error", "errors"),
    Severity.ASK: ("question", "questions"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.NOTE: ("note", "notes"),
}


def _group(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Put together what says the same of several places, in the order of the first."""
    order = list(Severity)
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for finding in sorted(findings, key=lambda finding: order.index(finding.severity)):
        key = (finding.severity.value, finding.what, finding.remedy)
        groups.setdefault(key, []).append(finding)
    return list(groups.values())


def _make_row(group: list[Finding]) -> tuple[str, str, str, str]:
    places = list(dict.fromkeys(_format_place(finding) for finding in group))
    shown = places[:SHOWN_PLACES]
    if len(places) > SHOWN_PLACES:
        shown.append(f"and {len(places) - SHOWN_PLACES} more")
    first = group[0]
    # Names of files may hold anything, a terminal's commands included.
    places_told = "\n".join(make_printable(place) for place in shown)
    return first.severity.value, places_told, make_printable(first.what), make_printable(first.remedy)


def _format_place(finding: Finding) -> str:
    return ": ".join(part for part in (finding.file, finding.place) if part)


def _share(room: int, wanted: Sequence[int]) -> list[int]:
    """Share the room among columns: none gets more than it wants, and what one leaves the others may have."""
    widths = [min(want, room // len(wanted)) for want in wanted]
    for column, want in enumerate(wanted):
        widths[column] += min(want - widths[column], room - sum(widths))
    return widths


def _lay_out(row: tuple[str, ...], widths: Sequence[int]) -> list[str]:
    """Return the lines of one row, its cells broken to their columns' widths."""
    cells = [[row[0]], *(_wrap(text, width) for text, width in zip(row[1:], widths, strict=True))]
    lines = []
    for number in range(max(map(len, cells))):
        parts = [cell[number] if number < len(cell) else "" for cell in cells]
        columns = zip(parts, (_SEVERITY_WIDTH, *widths), strict=True)
        lines.append(_GAP.join(part.ljust(width) for part, width in columns).rstrip())
    return lines


def _wrap(text: str, width: int) -> list[str]:
    lines = []
    for line in text.splitlines():
        lines += textwrap.wrap(line, width, subsequent_indent="  ", break_on_hyphens=False) or [""]
    return lines or [""]
