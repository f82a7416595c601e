"""A clock that only moves when told to: time, sleep, and a wall clock that may lie."""

from __future__ import annotations

from kiosk.visits.clock import Reading, judge_wall

NOON_MS = 1_795_262_400_000  # 2026-11-21T12:00:00Z


class FakeClock:
    """Passes the same contract as the device's clock (tests/contract/test_clock.py)."""

    def __init__(self, wall_ms: int = NOON_MS, boot_id: str = "b" * 32) -> None:
        self.boot_id = boot_id
        self.boot_ms = 5_000_000
        self.awake_ms = 5_000_000
        self.wall_ms = wall_ms

    def read(self) -> Reading:
        return Reading(self.boot_id, self.boot_ms, self.awake_ms, self.wall_ms, judge_wall(self.wall_ms))

    def correct(self, server_ms: int) -> None:
        self.wall_ms = server_ms

    def pass_ms(self, ms: int) -> None:
        self.boot_ms += ms
        self.awake_ms += ms
        self.wall_ms += ms

    def sleep_ms(self, ms: int) -> None:
        """Let the device be suspended."""
        self.boot_ms += ms
        self.wall_ms += ms

    def reboot(self) -> None:
        self.boot_id = "c" * 32
        self.boot_ms = self.awake_ms = 60_000
