"""Taking batches so that no fact is lost or counted twice, however often and in whatever order they come."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kiosk.hub.store import connect, transaction
from kiosk.model.batch import Batch, chain_all, start_hash
from kiosk.model.datum import Declaration
from kiosk.model.facts import FACTS, Fact, parse_fact

_COLUMNS: Final = (
    "site", "stop", "to_stop", "dwell_ms", "heard_ms", "media_ms", "language", "depth", "kind", "stops",
    "stops_on_offer", "minutes", "suggestions_shown", "suggestions_taken", "hour", "counted", "dropped",
)  # fmt: skip
_RENAMED: Final = {"from_stop": "stop", "day": "hour", "facts": "dropped"}
_INSERT: Final = f"INSERT INTO facts(stream, seq, hash, fact, {', '.join(_COLUMNS)}) VALUES({', '.join('?' * (4 + len(_COLUMNS)))})"


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """The hub's word: it has the stream's facts up to ``acked_through`` (the batch's last), and their hash.

    ``rejected`` are the numbers of this batch that could not be read: kept raw, and acknowledged.
    """

    acked_through: int
    head_hash: str
    rejected: tuple[int, ...] = ()


class ForkError(Exception):
    """The batch does not continue the stream as the hub knows it.

    Attributes:
        agreed_through: Up to which number the two agree (0 for not at all).
        reason: ``fork`` where facts differ, ``gap`` where facts between are missing here.
    """

    def __init__(self, reason: str, agreed_through: int, head_hash: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.agreed_through = agreed_through
        self.head_hash = head_hash


class Ingest:
    """Writes batches; safe to call from several threads, one is served at a time.

    Raises:
        KioskError: ``hub.database-not-opened``.
    """

    def __init__(self, database: Path) -> None:
        self._connection = connect(database)
        self._guard = threading.Lock()

    def close(self) -> None:
        """Close the database."""
        with self._guard:
            self._connection.close()

    def check(self) -> None:
        """Raise sqlite3.Error where the database cannot be read."""
        with self._guard:
            self._connection.execute("SELECT count(*) FROM streams").fetchone()

    def take(self, batch: Batch) -> Acknowledgement:
        """Take a batch in one transaction; it is on the disk when this returns.

        What the hub has already is compared and not counted again.

        Raises:
            ForkError: The batch is no continuation of the stream.
            sqlite3.Error: It could not be written; nothing was taken.
        """
        with self._guard, transaction(self._connection):
            return self._take(batch)

    def _take(self, batch: Batch) -> Acknowledgement:
        stream, acked = self._find_or_begin(batch)
        hashes = chain_all(batch)
        self._compare(stream, acked, batch, hashes)
        known = acked + 1 - batch.first_seq
        rejected = self._insert(stream, acked + 1, batch.facts[known:], hashes[known:])
        self._connection.execute(
            "UPDATE streams SET acked_through = max(acked_through, ?), last_seen_ms = ? WHERE id = ?",
            (batch.last_seq, _now_ms(), stream),
        )
        return Acknowledgement(batch.last_seq, hashes[-1], rejected)

    def _find_or_begin(self, batch: Batch) -> tuple[int, int]:
        names, now_ms = (batch.device, batch.incarnation), _now_ms()
        self._connection.execute(
            "INSERT OR IGNORE INTO streams(device, incarnation, acked_through, first_seen_ms, last_seen_ms)"
            " VALUES(?, ?, 0, ?, ?)",
            (*names, now_ms, now_ms),
        )
        stream, acked = self._connection.execute(
            "SELECT id, acked_through FROM streams WHERE device = ? AND incarnation = ?", names
        ).fetchone()
        return int(stream), int(acked)

    def _compare(self, stream: int, acked: int, batch: Batch, hashes: Sequence[str]) -> None:
        if batch.first_seq > acked + 1:
            raise ForkError("gap", acked, self._hash_at(stream, acked, batch))
        before = batch.first_seq - 1
        if self._hash_at(stream, before, batch) != batch.previous_hash:
            raise ForkError("fork", 0, start_hash(batch.device, batch.incarnation))
        for seq in range(batch.first_seq, min(acked, batch.last_seq) + 1):
            if self._hash_at(stream, seq, batch) != hashes[seq - batch.first_seq]:
                raise ForkError("fork", seq - 1, self._hash_at(stream, seq - 1, batch))

    def _hash_at(self, stream: int, seq: int, batch: Batch) -> str:
        if seq == 0:
            return start_hash(batch.device, batch.incarnation)
        row = self._connection.execute(
            "SELECT hash FROM facts WHERE stream = ? AND seq = ?", (stream, seq)
        ).fetchone()
        return bytes(row[0]).hex()

    def _insert(
        self, stream: int, first_seq: int, facts: Sequence[bytes], hashes: Sequence[str]
    ) -> tuple[int, ...]:
        rows: list[tuple[Any, ...]] = []
        rejected: list[tuple[int, int, bytes, str]] = []
        for seq, (line, after) in enumerate(zip(facts, hashes, strict=True), first_seq):
            try:
                rows.append((stream, seq, bytes.fromhex(after), *_to_row(parse_fact(line))))
            except ValueError as error:
                rows.append((stream, seq, bytes.fromhex(after), "quarantined", *(None,) * len(_COLUMNS)))
                rejected.append((stream, seq, line, str(error)))
        self._connection.executemany(_INSERT, rows)
        self._connection.executemany("INSERT INTO quarantine VALUES(?, ?, ?, ?)", rejected)
        return tuple(seq for _stream, seq, _line, _reason in rejected)


def _find_sources(declared: Declaration) -> tuple[str | None, ...]:
    by_column = {_RENAMED.get(datum.name, datum.name): datum.name for datum in declared.data}
    return tuple(by_column.get(column) for column in _COLUMNS)


# For each kind of fact, the datum that fills each column; worked out once, not for each fact.
_SOURCES: Final = {name: _find_sources(declared) for name, declared in FACTS.items()}


def _to_row(fact: Fact) -> tuple[Any, ...]:
    values = fact.values
    site, *rest = [None if source is None else values[source] for source in _SOURCES[fact.name]]
    if site is None and rest[0] is not None:
        site = rest[0].split("/", 1)[0]
    return (fact.name, site, *rest)


def _now_ms() -> int:
    return int(time.time() * 1000)
