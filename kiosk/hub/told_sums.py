"""Sums of the rollups for a report: over its days, with what was counted before them, so that they are told in full steps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, Table, func, null, select

from kiosk.hub.database.adding import join_bytes, split_bytes
from kiosk.hub.days import Days
from kiosk.hub.histograms import Counts, add_up
from kiosk.model.steps import tell

Columns = Sequence[ColumnElement[Any]]
_EARLIER: Final = "earlier"


@dataclass(frozen=True, slots=True)
class Sums:
    """The sums of one key: of the days asked for, exactly, and of all before them; and its histogram of either."""

    inside: Sequence[float]
    before: Sequence[float]
    histogram: Counts
    histogram_before: Counts


@dataclass(frozen=True, slots=True)
class RollupSums:
    """Reads one site's sums over ``days``; counts are told in steps of ``step`` (1: exactly)."""

    connection: Connection
    site: str
    days: Days
    step: int

    def tell(self, sums: Sums, number: int) -> int:
        """Return what is told of one of the sums."""
        return tell(int(sums.inside[number]), int(sums.before[number]), self.step)

    def read(
        self,
        keys: Columns,
        sums: Columns,
        *where: ColumnElement[bool],
        histogram: ColumnElement[bytes] | None = None,
        before_too: bool = False,
    ) -> Mapping[tuple[Any, ...], Sums]:
        """Return the sums of each key, in its order, of whatever was ever counted until the days' end.

        Args:
            keys: What tells the rows of the result apart, of the sums' table.
            sums: The columns to add up, all of one table.
            where: Which rows are meant.
            histogram: A column of packed histograms to add up.
            before_too: Whether the histogram of what is before the days is wanted.
        """
        found: dict[tuple[Any, ...], dict[int, tuple[Sequence[float], Counts]]] = {}
        for row in self.connection.execute(self._select(keys, sums, where, histogram, before_too)):
            *values, packed, earlier = row
            key, amounts = tuple(values[: len(keys)]), values[len(keys) :]
            found.setdefault(key, {})[earlier] = [float(amount or 0) for amount in amounts], _unpack(packed)
        nothing = [0.0] * len(sums), _unpack(None)
        return {
            key: _put_together(halves.get(0, nothing), halves.get(1, nothing))
            for key, halves in sorted(found.items())
        }

    def count(
        self, keys: Columns, count: ColumnElement[int], *where: ColumnElement[bool]
    ) -> Iterator[tuple[tuple[Any, ...], int]]:
        """Yield each key of which something is told, with its one count."""
        for key, sums in self.read(keys, [count], *where).items():
            if told := self.tell(sums, 0):
                yield key, told

    def count_words(
        self, word: ColumnElement[str], count: ColumnElement[int], *where: ColumnElement[bool]
    ) -> Counter[str]:
        """Return what is told of each word."""
        return Counter({key[0]: told for key, told in self.count([word], count, *where)})

    def _select(
        self,
        keys: Columns,
        sums: Columns,
        where: Sequence[ColumnElement[bool]],
        histogram: ColumnElement[bytes] | None,
        before_too: bool,
    ) -> Select[*tuple[Any, ...]]:
        table: Table = sums[0].table
        earlier = self.days.is_before(table)
        packed: ColumnElement[Any] = null()
        if histogram is not None:
            joined = join_bytes(self.connection, histogram)
            packed = joined if before_too or self.days.begins is None else joined.filter(earlier == 0)
        query = select(*keys, *(func.sum(one) for one in sums), packed, earlier.label(_EARLIER))
        query = query.where(table.c.site == self.site, *self.days.until(table), *where)
        return query.group_by(*keys, _EARLIER)


def _unpack(packed: Any) -> Counts:
    return add_up([split_bytes(packed)])


def _put_together(inside: tuple[Sequence[float], Counts], before: tuple[Sequence[float], Counts]) -> Sums:
    return Sums(inside[0], before[0], inside[1], before[1])
