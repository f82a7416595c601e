"""Adding up, whichever database it is: into rows that may be there already, and histograms out of many rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, LargeBinary, Table, func, literal, select, tuple_
from sqlalchemy.dialects import postgresql, sqlite

from kiosk.hub.histograms import pack, unpack

Key = tuple[Any, ...]
_KEYS_A_QUERY: Final = 500


def add_rows(
    connection: Connection,
    table: Table,
    rows: Mapping[Key, Sequence[float]],
    bins: Mapping[Key, Mapping[int, int]] | None = None,
) -> None:
    """Add amounts to the columns of rows, made where they are absent. Whoever asks lets nobody else add meanwhile.

    Args:
        connection: One that may write.
        table: The table; all columns that are not its key count something.
        rows: For each key (in the order of the table's) what to add to its columns, in their order.
        bins: For each key what to add to the bins of the one column of bytes, a histogram.
    """
    if not rows:
        return
    key = [column.name for column in table.primary_key.columns]
    values = [column.name for column in table.columns if column.name not in key]
    packed = next((name for name in values if isinstance(table.c[name].type, LargeBinary)), None)
    sums = [name for name in values if name != packed]
    names = [*key, *sums]
    written: dict[Key, dict[str, Any]] = {
        one: dict(zip(names, (*one, *amounts), strict=True)) for one, amounts in rows.items()
    }
    if packed is not None:
        for one, histogram in _merge(connection, table, packed, list(rows), bins or {}):
            written[one][packed] = histogram
    _upsert(connection, table, key, sums, packed, list(written.values()))


def join_bytes(connection: Connection, column: ColumnElement[bytes]) -> ColumnElement[Any]:
    """Return a sum of bytes for a query: those of all rows of a group, one after the other (:func:`split_bytes`).

    A year of histograms comes in one row, put together by the database itself.
    """
    if connection.dialect.name == "postgresql":
        return func.string_agg(column, literal(b"", LargeBinary))
    return func.group_concat(func.hex(column), "")


def split_bytes(joined: Any) -> bytes:
    """Return what :func:`join_bytes` gave as bytes; none where there were no rows."""
    return bytes.fromhex(joined) if isinstance(joined, str) else bytes(joined or b"")


def _merge(
    connection: Connection,
    table: Table,
    packed: str,
    keys: Sequence[Key],
    bins: Mapping[Key, Mapping[int, int]],
) -> Iterator[tuple[Key, bytes]]:
    columns = table.primary_key.columns
    for start in range(0, len(keys), _KEYS_A_QUERY):
        piece = keys[start : start + _KEYS_A_QUERY]
        found = connection.execute(select(*columns, table.c[packed]).where(tuple_(*columns).in_(piece)))
        there = {tuple(row[:-1]): bytes(row[-1]) for row in found}
        for one in piece:
            counts = unpack(there.get(one, b""))
            counts.update(bins.get(one, {}))
            yield one, pack(counts)


def _upsert(
    connection: Connection,
    table: Table,
    key: Sequence[str],
    sums: Sequence[str],
    packed: str | None,
    rows: Sequence[Mapping[str, Any]],
) -> None:
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(table)
    changed = {name: table.c[name] + statement.excluded[name] for name in sums}
    if packed is not None:
        changed[packed] = statement.excluded[packed]
    connection.execute(statement.on_conflict_do_update(index_elements=list(key), set_=changed), rows)
