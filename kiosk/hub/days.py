"""Which days a report is of, and how rows of the rollups are told apart by them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, Table, case, literal

# Before every known day, and before the facts of no known day too.
_FROM_THE_FIRST: Final = None
# After '', the day of facts of no known day, and before every other.
_AFTER_UNKNOWN: Final = "0"


@dataclass(frozen=True, slots=True)
class Days:
    """Days, ``2026-11-22``, both included; None for no bound. Facts of no known day are in no bounded range."""

    first: str | None = None
    last: str | None = None

    @property
    def begins(self) -> str | None:
        """Return the first day that is inside; None where nothing that was ever counted is before."""
        if self.first is None and self.last is None:
            return _FROM_THE_FIRST
        return self.first or _AFTER_UNKNOWN

    def until(self, table: Table) -> Iterable[ColumnElement[bool]]:
        """Return the conditions for rows of ``table`` of these days, and of all before them."""
        if self.last is not None:
            yield table.c.day <= self.last

    def is_before(self, table: Table) -> ColumnElement[int]:
        """Return 1 for rows before these days, 0 for those of them (:meth:`until` leaves out what is after)."""
        if self.begins is None:
            return literal(0)
        return case((table.c.day < self.begins, 1), else_=0)


ALL_DAYS: Final = Days()
