"""Writing facts in bulk, by the quickest way each database has: one statement a batch, or COPY."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final, cast

from sqlalchemy import Connection, insert
from sqlalchemy.exc import OperationalError

from kiosk.hub.database.stream_tables import quarantine
from kiosk.hub.prepared_batch import PreparedBatch

if TYPE_CHECKING:
    import psycopg

_COLUMNS: Final = ("device", "incarnation", "seq", "arrived_on", "fact", "site", "hash", "body")
# Under SQLite's bound of 32,766 parameters a statement.
_ROWS_A_STATEMENT: Final = 500
# Each part with how many of its facts are there already.
Part = tuple[PreparedBatch, int]


def write_facts(connection: Connection, parts: Sequence[Part], arrived_on: str) -> None:
    """Write the new facts of batches, and what could not be read into quarantine.

    ``arrived_on`` is the day as ``2026-11-22``.
    """
    if connection.dialect.name == "postgresql":
        _copy(connection, parts, arrived_on)
    else:
        for prepared, known in parts:
            _insert(connection, prepared, known, arrived_on)
    if rows := [row for part in parts for row in _read_rejected(*part)]:
        connection.execute(insert(quarantine), rows)


def _insert(connection: Connection, prepared: PreparedBatch, known: int, arrived_on: str) -> None:
    """Insert many rows in one step: the interpreter is free for other threads while SQLite works."""
    device, incarnation = map(bytes.fromhex, prepared.stream)
    values: list[object] = []
    seq = prepared.batch.first_seq + known
    for (kind, site, line), hash_ in zip(prepared.facts[known:], prepared.hashes[known:], strict=True):
        values += (device, incarnation, seq, arrived_on, kind, site, hash_, line)
        seq += 1
    size = _ROWS_A_STATEMENT * len(_COLUMNS)
    for start in range(0, len(values), size):
        piece = tuple(values[start : start + size])
        connection.exec_driver_sql(_write_insert(len(piece) // len(_COLUMNS)), piece)


@cache
def _write_insert(rows: int) -> str:
    row = f"({', '.join('?' * len(_COLUMNS))})"
    return f"INSERT INTO facts({', '.join(_COLUMNS)}) VALUES {', '.join([row] * rows)}"


def _copy(connection: Connection, parts: Sequence[Part], arrived_on: str) -> None:
    import psycopg

    # The driver's own connection, in SQLAlchemy's transaction; its errors are told as SQLAlchemy's.
    driver = cast("psycopg.Connection", connection.connection.driver_connection)
    try:
        with driver.cursor() as cursor, cursor.copy(_COPY) as copy:
            for prepared, known in parts:
                copy.write("".join(_format_rows(prepared, known, arrived_on)))
    except psycopg.Error as error:
        raise OperationalError(_COPY, None, error) from error


def _format_rows(prepared: PreparedBatch, known: int, arrived_on: str) -> Iterator[str]:
    """Format rows as PostgreSQL's COPY reads them: tabs between, and control characters escaped."""
    device, incarnation = prepared.stream
    stream, seq = f"{device}\t{incarnation}\t", prepared.batch.first_seq + known
    for (kind, site, line), hash_ in zip(prepared.facts[known:], prepared.hashes[known:], strict=True):
        named = "\\N" if site is None else site.translate(_ESCAPED)
        body = line.translate(_ESCAPED) if _needs_escape(line) else line
        yield f"{stream}{seq}\t{arrived_on}\t{kind}\t{named}\t\\\\x{hash_.hex()}\t{body}\n"
        seq += 1


def _needs_escape(text: str) -> bool:
    return "\\" in text or "\t" in text or "\r" in text


def _read_rejected(prepared: PreparedBatch, known: int) -> Iterator[dict[str, object]]:
    device, incarnation = prepared.stream
    first = prepared.batch.first_seq
    for seq, reason in prepared.rejected.items():
        if seq >= first + known:
            raw = prepared.batch.facts[seq - first]
            yield {"device": device, "incarnation": incarnation, "seq": seq, "raw": raw, "reason": reason}


_ESCAPED: Final = {ord("\\"): "\\\\", ord("\t"): "\\t", ord("\r"): "\\r", ord("\n"): "\\n"}
_COPY: Final = f"COPY facts({', '.join(_COLUMNS)}) FROM STDIN"
