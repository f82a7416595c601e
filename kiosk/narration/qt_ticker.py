"""The narrator's clock and pace, on Qt's timer."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QTimer


class QtTicker:
    """A :class:`~kiosk.narration.sound.Ticker` on a QTimer."""

    def __init__(self) -> None:
        self._timer = QTimer()
        self._on_tick: Callable[[], None] | None = None
        self._timer.timeout.connect(self._tick)

    def start(self, interval_ms: int, on_tick: Callable[[], None]) -> None:
        """Call ``on_tick`` about every ``interval_ms`` until :meth:`stop`."""
        self._on_tick = on_tick
        self._timer.start(interval_ms)

    def stop(self) -> None:
        """Call back no more."""
        self._timer.stop()
        self._on_tick = None

    def now_ms(self) -> int:
        """Return milliseconds of a monotonic clock."""
        return round(time.monotonic() * 1000)

    def _tick(self) -> None:
        if self._on_tick is not None:
            self._on_tick()
