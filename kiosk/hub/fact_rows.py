"""Writing facts in bulk, by the quickest way each database has: one statement a batch, or COPY."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Final

from sqlalchemy import Connection, insert

from kiosk.hub.database.driver import open_cursor
from kiosk.hub.database.stream_tables import quarantine
from kiosk.hub.prepared_batch import PreparedBatch

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
    rows = (format_rows(prepared, known, arrived_on) for prepared, known in parts)
    with open_cursor(connection, COPY) as cursor, cursor.copy(COPY) as copy:
        copy.write(b"".join((COPY_HEAD, *rows, COPY_END)))


def format_rows(prepared: PreparedBatch, known: int, arrived_on: str) -> bytes:
    """Return rows as PostgreSQL's binary COPY takes them: each value after its length, the line as it came."""
    device, incarnation = (_with_length(bytes.fromhex(one)) for one in prepared.stream)
    day = (date.fromisoformat(arrived_on) - _FIRST_DAY).days
    head = b"\x00\x08" + device + incarnation + _EIGHT
    pieces: list[bytes] = []
    seq = prepared.batch.first_seq + known
    lines, facts = prepared.batch.facts[known:], prepared.facts[known:]
    words: dict[tuple[str, str | None], bytes] = {}
    for (kind, site, text), line, hash_ in zip(facts, lines, prepared.hashes[known:], strict=True):
        named = words.get((kind, site))
        if named is None:
            named = words[kind, site] = _format_words(day, kind, site)
        body = line if text else b""
        pieces += (head, seq.to_bytes(8, "big"), named, hash_, len(body).to_bytes(4, "big"), body)
        seq += 1
    return b"".join(pieces)


def _format_words(day: int, kind: str, site: str | None) -> bytes:
    """Format what many rows have in common between their number and their hash."""
    named = _NOTHING if site is None else _with_length(site.encode())
    return _with_length(day.to_bytes(4, "big")) + _with_length(kind.encode()) + named + _HASH_LENGTH


def _with_length(value: bytes) -> bytes:
    return len(value).to_bytes(4, "big") + value


def _read_rejected(prepared: PreparedBatch, known: int) -> Iterator[dict[str, object]]:
    device, incarnation = prepared.stream
    first = prepared.batch.first_seq
    for seq, reason in prepared.rejected.items():
        if seq >= first + known:
            raw = prepared.batch.facts[seq - first]
            yield {"device": device, "incarnation": incarnation, "seq": seq, "raw": raw, "reason": reason}


COPY: Final = f"COPY facts({', '.join(_COLUMNS)}) FROM STDIN (FORMAT BINARY)"
COPY_HEAD: Final = b"PGCOPY\n\xff\r\n\x00" + bytes(8)
COPY_END: Final = b"\xff\xff"
_EIGHT: Final = (8).to_bytes(4, "big")
_HASH_LENGTH: Final = (32).to_bytes(4, "big")
_NOTHING: Final = b"\xff\xff\xff\xff"
# PostgreSQL counts its days from here.
_FIRST_DAY: Final = date(2000, 1, 1)
