"""Gathers what is odd about a table by kind, so that a fault in a hundred rows is one finding with a hundred rows."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.authoring.table_columns import COLUMNS
from kiosk.authoring.table_kinds import KINDS
from kiosk.packs.findings import Finding, Severity

ALL = "all"
_SHOWN_DETAILS = 5
_SHOWN_LENGTH = 70
# Findings of these kinds stand apart for each column.
_BY_COLUMN = frozenset(
    {
        "formula_value_used",
        "formula_without_value",
        "error_value",
        "date_instead_of_number",
        "text_garbled",
        "text_very_long",
        "text_at_cell_limit",
        "text_too_long",
    }
)


@dataclass(slots=True)
class _Gathered:
    kind: str
    severity: Severity
    media: str
    rows: set[int] = field(default_factory=set)
    columns: set[str] = field(default_factory=set)
    details: dict[str, None] = field(default_factory=dict)
    remedy: str = ""
    is_accepted: bool = False


class TableLog:
    """Takes what is found in one table, file by file and row by row.

    ``accepted`` are the kinds which the author has said to go on with. ``sheet`` is the one that is read;
    ``unread`` are the fields of rows that were refused as a whole.
    """

    def __init__(self, file: str, accepted: frozenset[str] = frozenset()) -> None:
        self._file = file
        self._accepted = accepted
        self._gathered: dict[tuple[object, ...], _Gathered] = {}
        self.sheet = ""
        self.unread: list[tuple[str, ...]] = []

    def tell(
        self,
        kind: str,
        *rows: int,
        column: str = "",
        media: str = "",
        detail: str = "",
        remedy: str = "",
        group: object = "",
        severity: Severity | None = None,
    ) -> None:
        """Note a finding of a kind; what has the same kind, medium and group becomes one.

        ``detail`` is what differs from case to case, ``severity`` replaces the kind's own.
        """
        grave = severity or KINDS[kind].severity
        is_accepted = grave.refuses and self.accepts(kind)
        key = (kind, column if kind in _BY_COLUMN else "", media, group, grave)
        entry = self._gathered.setdefault(
            key, _Gathered(kind, Severity.NOTE if is_accepted else grave, media, is_accepted=is_accepted)
        )
        entry.rows.update(rows)
        entry.columns.update({column} - {""})
        entry.remedy = entry.remedy or remedy
        if detail:
            entry.details.setdefault(detail)

    def accepts(self, kind: str) -> bool:
        """Tell whether the author goes on in spite of a kind."""
        return kind in self._accepted or (ALL in self._accepted and bool(KINDS[kind].instead))

    def has(self, kind: str) -> bool:
        """Tell whether a kind was found."""
        return any(entry.kind == kind for entry in self._gathered.values())

    def findings(self) -> tuple[Finding, ...]:
        """Return what was found, the gravest first and down the table."""
        order = list(Severity)
        ranked = sorted(
            self._gathered.values(),
            key=lambda entry: (order.index(entry.severity), min(entry.rows, default=0), entry.kind),
        )
        return tuple(self._make_finding(entry) for entry in ranked)

    def _make_finding(self, entry: _Gathered) -> Finding:
        kind = KINDS[entry.kind]
        return Finding(
            entry.severity,
            self._file,
            "",
            f"{kind.what} {_join(list(entry.details))}".strip() if entry.details else kind.what.rstrip(":"),
            _say_remedy(entry),
            kind=entry.kind,
            sheet=self.sheet,
            rows=tuple(sorted(entry.rows)),
            column=",".join(sorted(entry.columns, key=_column_order)),
            media=entry.media,
        )


def shorten(text: str, length: int = _SHOWN_LENGTH) -> str:
    """Return a value as it is quoted in a finding: on one line, not too long."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 3]}..."


def _say_remedy(entry: _Gathered) -> str:
    kind = KINDS[entry.kind]
    if entry.is_accepted:
        return f"accepted: {kind.instead}"
    remedy = entry.remedy or kind.remedy
    if kind.instead and entry.severity.refuses:
        return f"{remedy}; or go on with --accept {entry.kind}: {kind.instead}"
    return remedy


def _join(details: list[str]) -> str:
    shown = "; ".join(details[:_SHOWN_DETAILS])
    return f"{shown}; and {len(details) - _SHOWN_DETAILS} more" if len(details) > _SHOWN_DETAILS else shown


def _column_order(column: str) -> tuple[int, str]:
    return (COLUMNS.index(column) if column in COLUMNS else len(COLUMNS), column)
