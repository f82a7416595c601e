"""How often somebody tried in vain at a door: counted in the database, so that it holds over all hubs beside each other."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, case, delete, func, select, tuple_, update
from sqlalchemy.dialects import postgresql, sqlite

from kiosk.hub.database.account_tables import tries

_FORGOTTEN_AFTER_MS = 86_400_000
# A count stays where it is from here on; the column is a small one.
_COUNTED_TO = 1_000_000


@dataclass(frozen=True, slots=True)
class TryLimit:
    """At most ``most`` tries in vain by one person or address within ``window_ms``; then the door is shut for the rest."""

    door: str
    most: int
    window_ms: int

    def find_wait_ms(self, connection: Connection, who: str, now_ms: int) -> int:
        """Return how long ``who`` has to wait before the next try; 0 where they need not."""
        found = connection.execute(
            select(tries.c.count.label("failures"), tries.c.since_at).where(
                tries.c.door == self.door, tries.c.who == who
            )
        ).one_or_none()
        if found is None or found.failures < self.most:
            return 0
        return max(0, int(found.since_at) + self.window_ms - now_ms)

    def note_failure(self, connection: Connection, who: str, now_ms: int) -> None:
        """Count a try in vain; ``connection`` is one that may write."""
        self.begin_try(connection, who, now_ms)

    def begin_try(self, connection: Connection, who: str, now_ms: int) -> int:
        """Count a try before it is known whether it is in vain, so that many at once get no more of them.

        Returns:
            How long ``who`` has to wait before this try (ms); 0 where it may be made.
        """
        dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
        statement = dialect.insert(tries).values(door=self.door, who=who, count=1, since_at=now_ms)
        is_over = tries.c.since_at <= now_ms - self.window_ms
        counted = connection.execute(
            statement.on_conflict_do_update(
                index_elements=["door", "who"],
                set_={
                    "count": case((is_over, 1), (tries.c.count >= _COUNTED_TO, _COUNTED_TO), else_=tries.c.count + 1),
                    "since_at": case((is_over, now_ms), else_=tries.c.since_at),
                },
            ).returning(tries.c.count.label("failures"), tries.c.since_at)
        ).one()  # fmt: skip
        if counted.failures == 1:
            _forget(connection, now_ms - _FORGOTTEN_AFTER_MS)
        return 0 if counted.failures <= self.most else max(1, counted.since_at + self.window_ms - now_ms)

    def take_back(self, connection: Connection, who: str) -> None:
        """Take back one try that was not in vain, and leave the others counted."""
        mine = (tries.c.door == self.door) & (tries.c.who == who) & (tries.c.count > 0)
        connection.execute(update(tries).where(mine).values(count=tries.c.count - 1))

    def forgive(self, connection: Connection, who: str) -> None:
        """Forget the tries of somebody who got it right."""
        connection.execute(delete(tries).where(tries.c.door == self.door, tries.c.who == who))

    def count_all(self, connection: Connection, now_ms: int) -> int:
        """Return how many tries in vain there were by everybody within the window."""
        recent = (tries.c.door == self.door) & (tries.c.since_at > now_ms - self.window_ms)
        return connection.scalar(select(func.coalesce(func.sum(tries.c.count), 0)).where(recent)) or 0


def _forget(connection: Connection, until_ms: int) -> None:
    """Forget old tries, but for those that somebody is just counting on: two who did so would wait for each other."""
    old = select(tries.c.door, tries.c.who).where(tries.c.since_at <= until_ms)
    gone = tuple_(tries.c.door, tries.c.who).in_(old.with_for_update(skip_locked=True))
    connection.execute(delete(tries).where(gone))
