"""Heads of streams: up to where the hub has each one. Held while a batch is compared and taken."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from sqlalchemy import Connection, bindparam, insert, select, tuple_, update

from kiosk.hub.database.driver import open_cursor
from kiosk.hub.database.repeat_tables import restarted_devices
from kiosk.hub.database.stream_tables import facts, streams
from kiosk.hub.prepared_batch import PreparedBatch
from kiosk.model.batch import start_hash

Stream = tuple[str, str]


class ForkError(Exception):
    """The batch does not continue the stream as the hub knows it.

    Attributes:
        agreed_through: Up to which number the two agree (0 for not at all).
        head_hash: The chain's hash there (64 hex digits).
        reason: ``fork`` where facts differ, ``gap`` where facts between are missing here.
    """

    def __init__(self, reason: str, agreed_through: int, head_hash: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.agreed_through = agreed_through
        self.head_hash = head_hash


@dataclass(frozen=True, slots=True)
class Head:
    """The hub has facts 1 to ``acked_through``; ``head_hash`` (32 bytes) is the chain's after the last."""

    acked_through: int
    head_hash: bytes


@dataclass(frozen=True, slots=True)
class Held:
    """What the hub knows of some devices while nobody else writes for them.

    ``heads`` are those of the wanted streams that it has; ``restarted`` whose devices began more than one.
    """

    heads: Mapping[Stream, Head]
    restarted: frozenset[str]


def hold(connection: Connection, wanted: Collection[Stream]) -> Held:
    """Let nobody else write for the devices of ``wanted`` until the transaction's end, and read what is known of them.

    Whoever begins another stream of a device has to see all that it sent before. On PostgreSQL they are held in one
    order, before anything else is locked, so that two hubs never wait for each other; SQLite has one writer.
    """
    if connection.dialect.name == "postgresql":
        devices, incarnations = map(list, zip(*wanted, strict=True))
        with open_cursor(connection, _HOLD) as cursor:
            cursor.execute(_HOLD, (sorted({_make_lock(device) for device in devices}),))
            cursor.execute(_KNOWN_POSTGRESQL, (devices, incarnations))
            rows = [(device.hex, incarnation.hex, *rest) for device, incarnation, *rest in cursor.fetchall()]
    else:
        rows = list(map(tuple, connection.execute(_KNOWN_SQLITE, {"wanted": list(wanted)})))
    heads = {
        (device, incarnation): Head(acked, bytes(hash_)) for device, incarnation, acked, hash_, _ in rows
    }
    return Held(heads, frozenset(row[0] for row in rows if row[-1]))


def _make_lock(device: str) -> int:
    return int.from_bytes(sha256(b"device" + bytes.fromhex(device)).digest()[:8], "big", signed=True)


def compare(connection: Connection, head: Head | None, prepared: PreparedBatch) -> int:
    """Return how many facts at the batch's start the hub has already.

    Raises:
        ForkError: The batch is no continuation of the stream.
    """
    batch = prepared.batch
    begin = start_hash(batch.device, batch.incarnation)
    acked, last = (head.acked_through, head.head_hash) if head else (0, bytes.fromhex(begin))
    before = batch.first_seq - 1
    if before > acked:
        raise ForkError("gap", acked, last.hex())
    if before == acked and bytes.fromhex(batch.previous_hash) == last:
        return 0
    known = _read_hashes(connection, prepared.stream, before, min(acked, batch.last_seq))
    known |= {0: bytes.fromhex(begin), acked: last}
    agreed, claimed = (0, begin), (bytes.fromhex(batch.previous_hash), *prepared.hashes[: acked - before])
    for seq, hash_ in enumerate(claimed, before):
        # Of a month that was put away there is nothing to compare with, only what comes after it.
        if known.get(seq, hash_) != hash_:
            raise ForkError("fork", *agreed)
        if seq in known:
            agreed = seq, hash_.hex()
    return min(acked - before, len(batch.facts))


def move_heads(connection: Connection, known: Mapping[Stream, Head], taken: Iterable[PreparedBatch], now_ms: int) -> None:  # fmt: skip
    """Write the new heads of streams whose batches were taken.

    Raises:
        IntegrityError: Another hub met a new stream first; nothing is taken, and the batch is to be compared anew.
    """
    moved: list[tuple[Stream, dict[str, object]]] = []
    begun: list[tuple[Stream, dict[str, object]]] = []
    for prepared in taken:
        head = known.get(prepared.stream)
        acked = max(head.acked_through if head else 0, prepared.batch.last_seq)
        last = head.head_hash if head and acked == head.acked_through else prepared.hashes[-1]
        row = {"acked_through": acked, "head_hash": last, "last_seen_at": now_ms}
        (moved if head else begun).append((prepared.stream, row))
    if moved:
        _move(connection, moved)
    if begun:
        rows = [{"device": d, "incarnation": i, "first_seen_at": now_ms, **row} for (d, i), row in begun]
        connection.execute(insert(streams), rows)


def _move(connection: Connection, moved: Sequence[tuple[Stream, dict[str, object]]]) -> None:
    if connection.dialect.name != "postgresql":
        connection.execute(_MOVE, [{"of_device": d, "of_incarnation": i, **row} for (d, i), row in moved])
        return
    columns = zip(
        *((device, incarnation, *row.values()) for (device, incarnation), row in moved), strict=True
    )
    with open_cursor(connection, _MOVE_POSTGRESQL) as cursor:
        cursor.execute(_MOVE_POSTGRESQL, tuple(map(list, columns)))


def _read_hashes(connection: Connection, stream: Stream, first: int, last: int) -> dict[int, bytes]:
    query = select(facts.c.seq, facts.c.hash).where(
        facts.c.device == stream[0], facts.c.incarnation == stream[1], facts.c.seq.between(first, last)
    )
    return {seq: bytes(hash_) for seq, hash_ in connection.execute(query)}


_HOLD: Final = "SELECT count(pg_advisory_xact_lock(key)) FROM unnest(%s::bigint[]) AS key"
_KNOWN = select(
    streams.c.device,
    streams.c.incarnation,
    streams.c.acked_through,
    streams.c.head_hash,
    restarted_devices.c.device.is_not(None),
).select_from(streams.outerjoin(restarted_devices, restarted_devices.c.device == streams.c.device))
_KNOWN_SQLITE: Final = _KNOWN.where(
    tuple_(streams.c.device, streams.c.incarnation).in_(bindparam("wanted", expanding=True))
)
_KNOWN_POSTGRESQL: Final = """
SELECT s.device, s.incarnation, s.acked_through, s.head_hash, r.device IS NOT NULL
FROM unnest(%s::uuid[], %s::uuid[]) AS wanted(device, incarnation)
JOIN streams s ON s.device = wanted.device AND s.incarnation = wanted.incarnation
LEFT JOIN restarted_devices r ON r.device = s.device
"""
_MOVE_POSTGRESQL: Final = """
UPDATE streams SET acked_through = new.acked_through, head_hash = new.head_hash, last_seen_at = new.last_seen_at
FROM unnest(%s::uuid[], %s::uuid[], %s::bigint[], %s::bytea[], %s::bigint[])
AS new(device, incarnation, acked_through, head_hash, last_seen_at)
WHERE streams.device = new.device AND streams.incarnation = new.incarnation
"""
_MOVE = update(streams).where(
    streams.c.device == bindparam("of_device"), streams.c.incarnation == bindparam("of_incarnation")
).values(
    acked_through=bindparam("acked_through"),
    head_hash=bindparam("head_hash"),
    last_seen_at=bindparam("last_seen_at"),
)  # fmt: skip
