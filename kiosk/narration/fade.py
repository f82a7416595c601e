"""Lets a sound die away: a story that is broken off in the middle of a word startles."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QTimer

_STEP_MS = 10


class Fade:
    """Turns a loudness down to nothing over a short time, by the clock. Interface thread only."""

    def __init__(self, set_share: Callable[[float], None], on_end: Callable[[], None]) -> None:
        """Make it; nothing fades yet.

        Args:
            set_share: Takes what is left of the loudness as it is felt, 1 to 0.
            on_end: Is called when nothing is left.
        """
        self._set_share = set_share
        self._on_end = on_end
        self._timer = QTimer()
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._step)
        self._began_at = 0.0
        self._length_ms = 0

    @property
    def is_under_way(self) -> bool:
        """Whether something dies away now."""
        return self._timer.isActive()

    def begin(self, length_ms: int) -> None:
        """Fade out over ``length_ms``."""
        self._began_at, self._length_ms = time.monotonic(), length_ms
        self._timer.start()

    def cancel(self) -> None:
        """Fade no more; ``on_end`` is not called."""
        self._timer.stop()

    def _step(self) -> None:
        left = 1 - (time.monotonic() - self._began_at) * 1000 / self._length_ms
        if left > 0:
            self._set_share(left)
        else:
            self._timer.stop()
            self._on_end()
