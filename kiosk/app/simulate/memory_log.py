"""The log of a simulated device: the same declared events under a steered clock, kept in memory until they are folded."""

from __future__ import annotations

from typing import Final

from kiosk.packs.time_zones import find_zone
from kiosk.visits.clock import Reading, WallQuality
from kiosk.visits.events import check_event
from kiosk.visits.history import LoggedEvent
from kiosk.visits.site_time import format_hour

_BOOT: Final = "5" * 32


class SteeredClock:
    """Stands at ``wall_ms`` (UTC) until it is moved; it never sleeps."""

    def __init__(self, wall_ms: int) -> None:
        self.wall_ms = wall_ms
        self._booted_ms = wall_ms

    def read(self) -> Reading:
        """Return the three times of one moment."""
        up_ms = self.wall_ms - self._booted_ms
        return Reading(_BOOT, up_ms, up_ms, self.wall_ms, WallQuality.SYNCED)

    def move_to(self, wall_ms: int) -> None:
        """Go forward to ``wall_ms``; a time that is past already changes nothing."""
        self.wall_ms = max(self.wall_ms, wall_ms)

    def pass_ms(self, passed_ms: int) -> None:
        """Let time pass."""
        self.wall_ms += passed_ms


class MemoryLog:
    """Takes the events of one visit after the other, each checked as the real log checks them."""

    def __init__(self, clock: SteeredClock) -> None:
        self._clock = clock
        self._rows: list[LoggedEvent] = []
        self._zone = find_zone("")

    @property
    def clock(self) -> SteeredClock:
        """What tells when an event was."""
        return self._clock

    def append(self, name: str, visit: str | None = None, /, **values: object) -> bool:
        """Take an event of a visit.

        Raises:
            ValueError: It is not declared or out of bounds.
        """
        check_event(name, values)
        if visit is not None:
            now = self._clock.read()
            if name == "VisitStarted":
                self._zone = find_zone(str(values.get("timezone") or ""))
            hour = format_hour(now, self._zone)
            self._rows.append(LoggedEvent(now.boot_id, now.boot_ms, hour, name, values))
        return True

    def note(self, name: str, visit: str | None = None, /, **values: object) -> None:
        """Take an event as :meth:`append` does; nobody waits for either."""
        self.append(name, visit, **values)

    def take_rows(self) -> list[LoggedEvent]:
        """Return what was logged, in order, and forget it."""
        rows, self._rows = self._rows, []
        return rows
