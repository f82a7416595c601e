"""What time it is, three ways: since boot (for durations), awake (for suspends), on the wall (for the hour)."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

# A tablet whose clock battery is empty wakes in 1970; a wrong date entered by hand lands anywhere.
EARLIEST_PLAUSIBLE_MS = 1_767_225_600_000  # 2026-01-01T00:00:00Z
LATEST_PLAUSIBLE_MS = 2_114_380_800_000  # 2037-01-01T00:00:00Z


class WallQuality(StrEnum):
    """How far the wall clock can be trusted."""

    UNSET = "unset"  # outside every plausible year
    UNCHECKED = "unchecked"  # plausible, nobody has confirmed it
    SYNCED = "synced"  # corrected by the hub's time since this boot


@dataclass(frozen=True, slots=True)
class Reading:
    """One look at the clocks.

    ``boot_id`` names this boot; times of two boots are never compared. ``boot_ms`` is CLOCK_BOOTTIME
    (runs through suspend), ``awake_ms`` CLOCK_MONOTONIC (stands still in suspend), ``wall_ms`` is
    UTC in ms since 1970 and says nothing about durations.
    """

    boot_id: str
    boot_ms: int
    awake_ms: int
    wall_ms: int
    quality: WallQuality


class Clock(Protocol):
    """Reads the clocks."""

    def read(self) -> Reading:
        """Return the three times of one moment."""
        ...


class SystemClock:
    """The device's own clocks; the wall clock is corrected by the hub's time while this boot lasts.

    Safe to use from several threads: the correction is one assignment.
    """

    def __init__(self) -> None:
        self._boot_id = read_boot_id()
        self._wall_at_boot_ms: int | None = None

    def read(self) -> Reading:
        """Return the three times of one moment."""
        boot_ms = _boot_ms()
        wall_ms, quality = self._read_wall(boot_ms)
        return Reading(self._boot_id, boot_ms, time.monotonic_ns() // 1_000_000, wall_ms, quality)

    def correct(self, server_ms: int) -> None:
        """Take the hub's time (UTC, ms since 1970) as the wall clock from now on; durations are not touched."""
        if EARLIEST_PLAUSIBLE_MS <= server_ms < LATEST_PLAUSIBLE_MS:
            self._wall_at_boot_ms = server_ms - _boot_ms()

    def _read_wall(self, boot_ms: int) -> tuple[int, WallQuality]:
        if self._wall_at_boot_ms is not None:
            return self._wall_at_boot_ms + boot_ms, WallQuality.SYNCED
        wall_ms = time.time_ns() // 1_000_000
        return wall_ms, judge_wall(wall_ms)


def judge_wall(wall_ms: int) -> WallQuality:
    """Return how far an unconfirmed wall clock can be trusted."""
    plausible = EARLIEST_PLAUSIBLE_MS <= wall_ms < LATEST_PLAUSIBLE_MS
    return WallQuality.UNCHECKED if plausible else WallQuality.UNSET


def read_boot_id() -> str:
    """Return this boot's id as 32 hex digits; where the system has none, a new one for each process.

    The latter is safe: a visit then never continues in another process.
    """
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip().replace("-", "")
    except OSError:
        return secrets.token_hex(16)


def _boot_ms() -> int:
    # Where the system has no such clock, time asleep may be missed; dwell errs on the short side then.
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    if clock is None:
        return time.monotonic_ns() // 1_000_000
    return time.clock_gettime_ns(clock) // 1_000_000
