"""Facts on their way to the hub: numbered, chained, kept until the hub's own words acknowledge them.

A stream is (device, incarnation, seq). The chain of hashes starts at the incarnation's beginning, so
a copied or restored device is noticed by the hub and goes on under a new incarnation.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.model.batch import MAX_FACTS, Batch, take_prefix
from kiosk.model.errors import KioskError
from kiosk.model.facts import Fact, parse_fact
from kiosk.model.letter import StreamWord
from kiosk.sync.bounds import bound_facts
from kiosk.sync.reconcile import begin_anew, keep_copies, send_again, take_word
from kiosk.sync.store import connect, transaction
from kiosk.sync.stream import Stream, append_facts, begin_stream, find_hash, find_stream, get_stream

# A fact is about 250 bytes: 25 MB waiting at most, and 5 MB of acknowledged copies for reports.
MAX_WAITING: Final = 100_000
MAX_KEPT: Final = 20_000
MAX_PARCELS: Final = 1_000
MS_AN_HOUR: Final = 3_600_000


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many facts wait, and since when the oldest does (wall clock, UTC ms; None for none)."""

    facts: int
    since_ms: int | None


class Outbox:
    """Owns ``outbox.db``. Safe to use from several threads and processes."""

    def __init__(
        self, path: Path, device: str, *, max_waiting: int = MAX_WAITING, max_kept: int = MAX_KEPT
    ) -> None:
        """Open the outbox, made if absent.

        Raises:
            KioskError: ``sync.outbox-not-opened``.
        """
        self._path = path
        self._max_waiting = max_waiting
        self._max_kept = max_kept
        self._guard = threading.Lock()
        with _told("opened", path):
            self._connection = connect(path)
            with transaction(self._connection):
                if find_stream(self._connection) is None:
                    begin_stream(self._connection, device)

    def close(self) -> None:
        """Close the database."""
        with self._guard:
            self._connection.close()

    def accept(self, parcel: str, facts: Sequence[bytes]) -> None:
        """Take a parcel of facts (as lines) in one transaction; one already taken is left as it is.

        Raises:
            KioskError: ``sync.outbox-not-written``; nothing was taken.
        """
        with self._writing() as connection:
            insert = "INSERT OR IGNORE INTO parcels(parcel) VALUES(?)"
            if connection.execute(insert, (parcel,)).rowcount:
                append_facts(connection, [(fact, _this_hour_ms()) for fact in facts])
                bound_facts(connection, self._max_waiting)
                connection.execute(
                    "DELETE FROM parcels WHERE id <= (SELECT max(id) FROM parcels) - ?", (MAX_PARCELS,)
                )

    def waiting(self) -> Waiting:
        """Return what waits for acknowledgement.

        Raises:
            KioskError: ``sync.outbox-not-read``.
        """
        with self._guard, _told("read", self._path):
            row = self._connection.execute("SELECT count(*), min(joined_ms) FROM facts").fetchone()
        return Waiting(*row)

    def stream(self) -> Stream:
        """Return where the stream stands.

        Raises:
            KioskError: ``sync.outbox-not-read``.
        """
        with self._guard, _told("read", self._path):
            return get_stream(self._connection)

    def next_batch(self, max_facts: int = MAX_FACTS, *, after: Batch | None = None) -> Batch | None:
        """Return the oldest facts that wait, as one batch within its bounds; None where nothing waits.

        With ``after`` those that follow that batch, whether or not it was acknowledged: a stick carries many at once.
        None too where the stream is another one by now.

        Raises:
            KioskError: ``sync.outbox-not-written``.
        """
        with self._writing() as connection:
            stream = get_stream(connection)
            if after is not None and after.incarnation != stream.incarnation:
                return None
            before = stream.acked_through if after is None else max(after.last_seq, stream.acked_through)
            rows = connection.execute(
                "SELECT fact FROM facts WHERE seq > ? ORDER BY seq LIMIT ?", (before, max_facts)
            ).fetchall()
            facts = take_prefix([fact for (fact,) in rows], max_facts)
            previous_hash = find_hash(connection, stream, before)
            if not facts or previous_hash is None:
                return None
            # Noted before it is sent: what may be at the hub is never numbered anew.
            last = before + len(facts)
            if last > stream.sent_through:
                connection.execute("UPDATE stream SET sent_through = ?", (last,))
        return Batch(stream.device, stream.incarnation, before + 1, previous_hash, tuple(facts))

    def acknowledge(self, batch: Batch, through: int, head_hash: str) -> int:
        """Take the hub's word that it has ``batch`` up to ``through``; copies are kept for reports.

        Returns:
            How many facts no longer wait.

        Raises:
            KioskError: ``sync.wrong-acknowledgement`` where the number was not in the batch or the hash
                is not ours: nothing is deleted. ``sync.outbox-not-written``.
        """
        with self._parting() as connection:
            stream = get_stream(connection)
            if batch.incarnation != stream.incarnation or batch.last_seq <= stream.acked_through:
                return 0  # another process of this device was quicker
            within = stream.acked_through < through <= batch.last_seq
            if not within or find_hash(connection, stream, through) != head_hash:
                raise _wrong_acknowledgement()
            keep_copies(connection, through, self._max_kept)
            connection.execute("UPDATE stream SET acked_through = ?, acked_hash = ?", (through, head_hash))
            return through - stream.acked_through

    def reconcile(self, batch: Batch, agreed_through: int, agreed_hash: str) -> None:
        """Take the hub's word that it knows other facts after ``agreed_through`` under ``batch``'s stream.

        Facts it agrees on count as acknowledged. Where it has lost facts it had acknowledged, what copies there are go
        again, of earlier incarnations too; else what waits goes on under a new incarnation.

        Raises:
            KioskError: ``sync.wrong-acknowledgement`` where the hash is not ours: nothing changes.
                ``sync.outbox-not-written``.
        """
        with self._parting() as connection:
            stream = get_stream(connection)
            if batch.incarnation != stream.incarnation:
                return
            if agreed_through < stream.acked_through:
                send_again(connection, stream, agreed_through, agreed_hash)
                return
            if (
                agreed_through > batch.last_seq
                or find_hash(connection, stream, agreed_through) != agreed_hash
            ):
                raise _wrong_acknowledgement()
            keep_copies(connection, agreed_through, self._max_kept)
            begin_anew(connection, stream)

    def take_word(self, word: StreamWord) -> int:
        """Take the hub's word that came by a stick, perhaps late, twice, or meant for a copy of this device.

        Returns:
            How many facts no longer wait. A word on anything but what stands here now changes nothing.

        Raises:
            KioskError: ``sync.outbox-not-written``.
        """
        with self._parting() as connection:
            return take_word(connection, word, self._max_kept)

    def read_facts(self) -> Iterator[Fact]:
        """Yield all facts there are on the device: acknowledged copies, then those that wait.

        Raises:
            KioskError: ``sync.outbox-not-read``.
        """
        with self._guard, _told("read", self._path):
            rows = self._connection.execute(
                "SELECT fact FROM kept UNION ALL SELECT fact FROM facts"
            ).fetchall()
        for (fact,) in rows:
            yield parse_fact(fact)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._guard, _told("written", self._path), transaction(self._connection):
            yield self._connection

    @contextmanager
    def _parting(self) -> Iterator[sqlite3.Connection]:
        """Let facts go; what visitors said is not left in the journal either."""
        with self._writing() as connection:
            yield connection
        with self._guard, suppress(sqlite3.Error):  # a reader in the way: the next time does it
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def _this_hour_ms() -> int:
    """Return when this hour began: finer, it would tell when the visit ended that the others waited for."""
    now_ms = time.time_ns() // 1_000_000
    return now_ms - now_ms % MS_AN_HOUR


@contextmanager
def _told(done: str, path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise KioskError(
            f"The outbox was not {done}",
            thing=path.name,
            found=str(error),
            remedy=_find_remedy(error, path),
            code=f"sync.outbox-not-{done}",
        ) from error


def _find_remedy(error: Exception, path: Path) -> str:
    # What SQLite cannot do now is an OperationalError; what it finds broken is the plain kind.
    if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
        return f"Put {path.name} aside and start the guide again: new facts wait in the log until then"
    return "Free space on the disk, or make the data folder writable; nothing is lost meanwhile"


def _wrong_acknowledgement() -> KioskError:
    return KioskError(
        "Facts were not taken as delivered",
        expected="the hash of a fact that was sent",
        found="another",
        remedy="They stay on the device and are sent again",
        code="sync.wrong-acknowledgement",
    )
