"""From ended visits to the outbox: fold, wipe, wait for company, shuffle, hand over. Crash-safe throughout.

1. One transaction in ``events.db`` writes a visit's facts to the waiting ones and deletes its rows.
2. When five visits wait (or the day is over) one transaction moves all waiting facts, shuffled, into a
   parcel with a random name.
3. The sink takes the parcel in one transaction of its own database and remembers its name.
4. One transaction deletes the parcel.

What visitors recorded lies in files beside: they are let go where their facts have left, so that no recording arrives at
the hub at a time that tells whose it is; what was not sent, or taken back, goes with its visit.

Killed anywhere, the next start goes on from there; a parcel shown twice to the sink is taken once, by
its name. So no fact is lost, and none counted twice.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from typing import Final, Protocol

from kiosk.model.facts import format_fact, parse_fact
from kiosk.packs.time_zones import find_zone
from kiosk.visits.clock import Clock, Reading, WallQuality
from kiosk.visits.facts import fold_history
from kiosk.visits.failures import add_failures, are_due, take_due
from kiosk.visits.history import LoggedEvent
from kiosk.visits.log import EventLog
from kiosk.visits.site_time import format_day, format_hour
from kiosk.visits.store import read_meta, transaction, write_meta
from kiosk.visits.timeline import read_visit
from kiosk.visits.wipe import delete_rows, scrub

AFTER_VISITS: Final = 5
_WAITING: Final = "waiting_visits"
_SINCE: Final = "waiting_since"
# The time zone of the site visited last: the device stands there, and its day is over when it is there.
_ZONE: Final = "zone"
_MESSAGE: Final = b'"fact":"message"'


class FactSink(Protocol):
    """Takes facts out of the visits' hands (the outbox)."""

    def accept(self, parcel: str, facts: Sequence[bytes]) -> None:
        """Keep ``facts`` (lines as :func:`~kiosk.model.facts.format_fact` makes them) durably, in this order.

        A ``parcel`` already taken is left as it is.

        Raises:
            KioskError: They could not be kept; nothing was taken.
        """
        ...


class HeldSounds(Protocol):
    """What visitors recorded, by SHA-256, until its facts have left (:class:`kiosk.spoken.shelf.SpokenShelf`).

    Each raises OSError where the disk refuses; each may be called again for the same.
    """

    def release(self, sha256: str) -> None:
        """Let it go to the hub."""
        ...

    def drop(self, sha256: str) -> None:
        """Remove it."""
        ...

    def keep_held(self, wanted: Collection[str]) -> None:
        """Remove all that is held and not ``wanted``."""
        ...


class Handover:
    """Folds ended visits and hands their facts over, on the log's thread.

    Args:
        after_visits: How many visits must wait together before their facts join the outbox.
        sounds: What visitors recorded; None for a device that records nobody.
    """

    def __init__(
        self,
        log: EventLog,
        sink: FactSink,
        *,
        after_visits: int = AFTER_VISITS,
        sounds: HeldSounds | None = None,
    ) -> None:
        self._log = log
        self._sink = sink
        self._after_visits = after_visits
        self._sounds = sounds
        self._is_first = True

    def settle(self, running: str | None = None) -> Future[bool]:
        """Fold and wipe every visit in the log but ``running``, then hand over what is due.

        Call it at start (a visit left open by a power cut is closed as unclosed), after each visit's
        end, and now and then for the day's close.

        Returns:
            A future, True when nothing of an ended visit is left on the disk; it raises KioskError where
            the disk refused, and the next call tries again.
        """
        return self._log.submit(lambda connection: self._settle(connection, running))

    def _settle(self, connection: sqlite3.Connection, running: str | None) -> bool:
        for visit in _ended_visits(connection, running):
            self._drop_sounds(_fold_away(connection, visit, self._log.clock))
        self._tidy_sounds(connection, running)
        try:
            now = self._log.clock.read()
            if self._is_due(connection, now):
                _make_parcel(connection, _find_day(connection, now))
            self._deliver(connection)
        finally:
            # Whatever becomes of the facts, the journal must not keep the rows they came from.
            clean = scrub(connection)
        return clean

    def _is_due(self, connection: sqlite3.Connection, now: Reading) -> bool:
        if int(read_meta(connection, _WAITING) or 0) >= self._after_visits:
            return True
        if now.quality is WallQuality.UNSET:
            return False
        since, today = read_meta(connection, _SINCE), _find_day(connection, now)
        return bool(since and since != today) or are_due(connection, today)

    def _deliver(self, connection: sqlite3.Connection) -> None:
        rows = connection.execute("SELECT parcel, fact FROM parcel ORDER BY id").fetchall()
        if rows:
            self._sink.accept(rows[0][0], [fact for _parcel, fact in rows])
            if self._sounds is not None:
                for sha256 in _find_sounds(fact for _parcel, fact in rows):
                    self._sounds.release(sha256)
            with transaction(connection):
                connection.execute("DELETE FROM parcel")

    def _drop_sounds(self, unsent: Collection[str]) -> None:
        if self._sounds is not None:
            for sha256 in unsent:
                with suppress(OSError):  # facts are not held up by it: the next start tidies up
                    self._sounds.drop(sha256)

    def _tidy_sounds(self, connection: sqlite3.Connection, running: str | None) -> None:
        """Remove, once and before any visit, what a power cut left: recorded, and named by no fact."""
        if self._sounds is None or not self._is_first or running is not None:
            return
        rows = connection.execute("SELECT fact FROM waiting_facts UNION ALL SELECT fact FROM parcel")
        with suppress(OSError):
            self._sounds.keep_held(_find_sounds(fact for (fact,) in rows))
            self._is_first = False


def read_rows(connection: sqlite3.Connection, visit: str) -> list[LoggedEvent]:
    """Return a visit's rows in their logged order."""
    rows = connection.execute(
        "SELECT boot_id, boot_ms, wall_ms, wall_quality, name, body FROM events WHERE visit = ? ORDER BY seq",
        (visit,),
    )
    # The zone stands in the first row, so that it holds whatever becomes of the pack until the visit is folded.
    zone, events = find_zone(""), list[LoggedEvent]()
    for boot_id, boot_ms, wall_ms, quality, name, body in rows:
        values = json.loads(body)
        if name == "VisitStarted":
            zone = find_zone(values.get("timezone") or "")
        hour = format_hour(Reading(boot_id, boot_ms, 0, wall_ms, WallQuality(quality)), zone)
        events.append(LoggedEvent(boot_id, boot_ms, hour, name, values))
    return events


def _ended_visits(connection: sqlite3.Connection, running: str | None) -> list[str]:
    rows = connection.execute("SELECT DISTINCT visit FROM events WHERE visit IS NOT NULL")
    return [visit for (visit,) in rows if visit != running]


def _fold_away(connection: sqlite3.Connection, visit: str, clock: Clock) -> Collection[str]:
    """Make facts of a visit and wipe it; return the recordings that no fact names: taken back, or staff's."""
    history = read_visit(read_rows(connection, visit))
    facts = fold_history(history) if history is not None else ()
    zone = find_zone(history.timezone if history is not None else "")
    with transaction(connection):
        if facts:
            _join_waiting(connection, [format_fact(fact) for fact in facts])
            # A visit whose trail leaves hides nobody else's.
            company = int(not any(fact.name == "trail" for fact in facts))
            write_meta(connection, _WAITING, str(int(read_meta(connection, _WAITING) or 0) + company))
            if not read_meta(connection, _SINCE):
                write_meta(connection, _SINCE, format_day(clock.read(), zone))
        if history is not None:
            write_meta(connection, _ZONE, history.timezone)
            add_failures(connection, history)
        delete_rows(connection, visit)
    told = {fact.values["sound"] for fact in facts if fact.name == "message"}
    return (history.sounds - told) if history is not None else ()


def _find_sounds(facts: Iterable[bytes]) -> frozenset[str]:
    """Return the recordings that facts name."""
    messages = (parse_fact(fact).values for fact in facts if _MESSAGE in fact)
    return frozenset(values["sound"] for values in messages if values.get("sound"))


def _join_waiting(connection: sqlite3.Connection, facts: list[bytes]) -> None:
    """Write all waiting facts anew in a random order, with random keys.

    SQLite fills a page in the order of writing, whatever the keys: were each visit's facts added to the
    others, their places in the file would tell the order of the stops, and which are of one visit.
    """
    waiting = [fact for (fact,) in connection.execute("SELECT fact FROM waiting_facts")]
    everything = [*waiting, *facts]
    secrets.SystemRandom().shuffle(everything)
    connection.execute("DELETE FROM waiting_facts")
    connection.executemany(
        "INSERT INTO waiting_facts VALUES(?, ?)", ((secrets.randbits(62), fact) for fact in everything)
    )


def _make_parcel(connection: sqlite3.Connection, today: str) -> None:
    name = secrets.token_hex(16)
    with transaction(connection):
        # A parcel left by a crash keeps its own name, and goes first: this one waits its turn.
        if connection.execute("SELECT 1 FROM parcel LIMIT 1").fetchone():
            return
        facts = [fact for (fact,) in connection.execute("SELECT fact FROM waiting_facts")]
        facts += [format_fact(fact) for fact in take_due(connection, today)]
        secrets.SystemRandom().shuffle(facts)
        connection.executemany(
            "INSERT INTO parcel(parcel, fact) VALUES(?, ?)", ((name, fact) for fact in facts)
        )
        connection.execute("DELETE FROM waiting_facts")
        connection.execute("DELETE FROM meta WHERE key IN (?, ?)", (_WAITING, _SINCE))


def _find_day(connection: sqlite3.Connection, now: Reading) -> str:
    """Return the day where the device stands, "" where the wall clock cannot be trusted at all."""
    return format_day(now, find_zone(read_meta(connection, _ZONE) or ""))
