"""What a device knows of the day, for tickets: from its clock, and from the newest time that a hub told.

The clock alone proves nothing: it may show 1970, or a year that somebody typed in. A day before the trusted time of the
packs (``kiosk.packs.trust.reference_time``) cannot be.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing, suppress
from datetime import date, datetime, timedelta, tzinfo
from pathlib import Path

from kiosk.model.errors import KioskError
from kiosk.packs.store import PackStore
from kiosk.packs.time_zones import find_zone
from kiosk.packs.trust.reference_time import BUILT_AT
from kiosk.tickets.validity import KnownDay
from kiosk.visits.clock import Clock, WallQuality


class TicketTime:
    """Which day it is, as far as that is known; may be asked from several threads.

    Args:
        folder: The data folder.
        clock: The device's clocks.
        report: Is told once that the clock is of no use.
    """

    def __init__(self, folder: Path, clock: Clock, report: Callable[[KioskError], None]) -> None:
        self._folder = folder
        self._clock = clock
        self._report = report
        self._earliest: datetime | None = None
        self._has_told = False

    def know_day(self, timezone: str) -> KnownDay:
        """Return what is known of the day in a time zone. The first call reads the disk: not on the interface thread."""
        zone = find_zone(timezone)
        earliest = self.read_earliest().astimezone(zone).date()
        today = self._read_today(zone)
        if today is not None and today >= earliest:
            return KnownDay(earliest, today)
        if not self._has_told:
            self._has_told = True
            self._report(_clock_unknown(today))
        return KnownDay(earliest, None)

    def find_today(self, timezone: str) -> date | None:
        """Return the day in a time zone by the clock, None where that cannot be; reads no disk."""
        today = self._read_today(find_zone(timezone))
        return today if today is not None and today >= BUILT_AT.date() - timedelta(days=1) else None

    def read_earliest(self) -> datetime:
        """Return a moment before which it cannot be now; read from the disk the first time."""
        if self._earliest is None:
            self._earliest = BUILT_AT
            with suppress(KioskError), closing(PackStore(self._folder)) as store:
                self._earliest = store.trust.now()
        return self._earliest

    def read_seconds(self) -> float:
        """Return a time that only goes forward, in seconds."""
        return self._clock.read().boot_ms / 1000

    def _read_today(self, zone: tzinfo) -> date | None:
        reading = self._clock.read()
        if reading.quality is WallQuality.UNSET:
            return None
        return datetime.fromtimestamp(reading.wall_ms / 1000, zone).date()


def _clock_unknown(today: date | None) -> KioskError:
    return KioskError(
        "The days of tickets are not checked",
        expected="a clock that is set",
        found="one that is not" if today is None else f"one that shows {today}",
        remedy="Set the device's clock, or let it reach its hub; until then only tickets that are surely over are refused",
        code="tickets.clock-unknown",
    )
