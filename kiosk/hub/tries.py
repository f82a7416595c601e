"""How often somebody tried in vain at a door: counted in the database, so that it holds over all hubs beside each other."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select, update

from kiosk.hub.database.account_tables import tries

_FORGOTTEN_AFTER_MS = 86_400_000


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
        mine = (tries.c.door == self.door) & (tries.c.who == who)
        connection.execute(delete(tries).where(mine, tries.c.since_at <= now_ms - self.window_ms))
        counted = connection.execute(update(tries).where(mine).values(count=tries.c.count + 1))
        if not counted.rowcount:
            connection.execute(delete(tries).where(tries.c.since_at <= now_ms - _FORGOTTEN_AFTER_MS))
            connection.execute(insert(tries).values(door=self.door, who=who, count=1, since_at=now_ms))

    def forgive(self, connection: Connection, who: str) -> None:
        """Forget the tries of somebody who got it right."""
        connection.execute(delete(tries).where(tries.c.door == self.door, tries.c.who == who))

    def count_all(self, connection: Connection, now_ms: int) -> int:
        """Return how many tries in vain there were by everybody within the window."""
        recent = (tries.c.door == self.door) & (tries.c.since_at > now_ms - self.window_ms)
        return connection.scalar(select(func.coalesce(func.sum(tries.c.count), 0)).where(recent)) or 0
