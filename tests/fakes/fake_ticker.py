"""A clock that only moves when it is told to, and a ticker on it."""

from __future__ import annotations

from collections.abc import Callable

STEP_MS = 10


class VirtualClock:
    """Time for a fake player and a fake ticker alike, in steps of 10 ms."""

    def __init__(self) -> None:
        self.now_ms = 0
        self._moved: list[Callable[[int], None]] = []

    def add(self, moved: Callable[[int], None]) -> None:
        """Call ``moved`` with the milliseconds of each step."""
        self._moved.append(moved)

    def advance(self, by_ms: int) -> None:
        """Let time pass."""
        for _ in range(by_ms // STEP_MS):
            self.now_ms += STEP_MS
            for moved in self._moved:
                moved(STEP_MS)


class FakeTicker:
    """A :class:`kiosk.narration.sound.Ticker` on a :class:`VirtualClock`."""

    def __init__(self, clock: VirtualClock) -> None:
        self._clock = clock
        self._interval_ms = 0
        self._waited_ms = 0
        self._on_tick: Callable[[], None] | None = None
        clock.add(self._advance)

    @property
    def is_running(self) -> bool:
        return self._on_tick is not None

    def start(self, interval_ms: int, on_tick: Callable[[], None]) -> None:
        self._interval_ms, self._waited_ms, self._on_tick = interval_ms, 0, on_tick

    def stop(self) -> None:
        self._on_tick = None

    def now_ms(self) -> int:
        return self._clock.now_ms

    def _advance(self, by_ms: int) -> None:
        self._waited_ms += by_ms
        if self._on_tick and self._waited_ms >= self._interval_ms:
            self._waited_ms = 0
            self._on_tick()
