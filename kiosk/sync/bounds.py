"""The outbox's bound: a device that never meets its hub drops moves first, then the oldest, and says so."""

from __future__ import annotations

import secrets
import sqlite3

from kiosk.model.facts import Fact, format_fact
from kiosk.sync.stream import append_facts, find_hash, get_stream


def bound_facts(connection: sqlite3.Connection, max_waiting: int) -> None:
    """Drop what is over ``max_waiting``; a gap fact in its place says how many.

    Only facts that were never sent are dropped, and those behind them numbered anew, so that the chain
    at the hub stays whole.
    """
    excess = connection.execute("SELECT count(*) FROM facts").fetchone()[0] - max_waiting
    if excess <= 0:
        return
    stream = get_stream(connection)
    through = max(stream.sent_through, stream.acked_through)
    unsent = connection.execute(
        "SELECT fact, joined_ms FROM facts WHERE seq > ? ORDER BY seq", (through,)
    ).fetchall()
    if not unsent:
        return
    left = _drop(unsent, excess + 1)  # one place is the gap's own
    connection.execute("DELETE FROM facts WHERE seq > ?", (through,))
    connection.execute(
        "UPDATE stream SET last_seq = ?, head_hash = ?", (through, find_hash(connection, stream, through))
    )
    gap = Fact("gap", {"id": secrets.token_hex(8), "facts": len(unsent) - len(left)})
    append_facts(connection, [(format_fact(gap), unsent[0][1]), *left])


def _drop(rows: list[tuple[bytes, int]], excess: int) -> list[tuple[bytes, int]]:
    moves = [index for index, (fact, _joined_ms) in enumerate(rows) if b'"fact":"move"' in fact]
    known = set(moves)
    others = (index for index in range(len(rows)) if index not in known)
    dropped = set([*moves, *others][:excess])
    return [row for index, row in enumerate(rows) if index not in dropped]
