"""The stream's rows in ``outbox.db``: numbering, chaining, and where it stands. Inside the caller's transaction."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.model.batch import chain, start_hash


@dataclass(frozen=True, slots=True)
class Stream:
    """Where the stream stands.

    ``last_seq`` and ``head_hash`` are the last fact's number and hash, ``acked_through`` and
    ``acked_hash`` the last acknowledged one's; up to ``sent_through`` facts may be at the hub.
    """

    device: str
    incarnation: str
    last_seq: int
    head_hash: str
    acked_through: int
    acked_hash: str
    sent_through: int


def find_stream(connection: sqlite3.Connection) -> Stream | None:
    """Return where the stream stands, or None in a new outbox."""
    row = connection.execute(
        "SELECT device, incarnation, last_seq, head_hash, acked_through, acked_hash, sent_through FROM stream"
    ).fetchone()
    return Stream(*row) if row else None


def get_stream(connection: sqlite3.Connection) -> Stream:
    """Return where the stream stands.

    Raises:
        sqlite3.DatabaseError: There is none: the outbox is damaged.
    """
    stream = find_stream(connection)
    if stream is None:
        raise sqlite3.DatabaseError("the outbox has no stream in it")
    return stream


def begin_stream(connection: sqlite3.Connection, device: str) -> None:
    """Begin a new, empty incarnation in the place of the one there is."""
    incarnation = secrets.token_hex(16)
    start = start_hash(device, incarnation)
    connection.execute(
        "INSERT OR REPLACE INTO stream VALUES(1, ?, ?, 0, ?, 0, ?, 0)", (device, incarnation, start, start)
    )


def append_facts(connection: sqlite3.Connection, facts: Sequence[tuple[bytes, int]]) -> None:
    """Number and chain ``facts``: pairs of the line and when it joined (UTC ms)."""
    stream = get_stream(connection)
    head, seq = stream.head_hash, stream.last_seq
    rows = []
    for fact, joined_ms in facts:
        seq += 1
        head = chain(head, seq, fact)
        rows.append((seq, head, fact, joined_ms))
    connection.executemany("INSERT INTO facts VALUES(?, ?, ?, ?)", rows)
    connection.execute("UPDATE stream SET last_seq = ?, head_hash = ?", (seq, head))


def find_hash(connection: sqlite3.Connection, stream: Stream, seq: int) -> str | None:
    """Return the chain's hash after fact ``seq``, or None where it is no longer (or not yet) known."""
    if seq == 0:
        return start_hash(stream.device, stream.incarnation)
    if seq == stream.acked_through:
        return stream.acked_hash
    row = connection.execute(
        "SELECT hash FROM facts WHERE seq = ? UNION ALL SELECT hash FROM kept WHERE incarnation = ? AND seq = ?",
        (seq, stream.incarnation, seq),
    ).fetchone()
    return str(row[0]) if row else None
