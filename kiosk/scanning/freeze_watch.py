"""Notices a camera that repeats one picture: its driver has stopped, and says nothing of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.scanning.frame import Frame

FROZEN_MS = 10_000
"""No sensor gives the same bytes twice: its noise alone changes a third of them. Cameras that send a film's code, as
telephones do that serve as one, may repeat a still picture until their next whole one, a few seconds."""
_SAMPLE_EVERY_PX = 24
# Before a covered lens some cameras clip all noise to black, and before a lamp to white; neither is a fault.
_LEAST_CONTRAST = 4.0


class FreezeWatch:
    """Compares each frame with the one before, by every 24th pixel each way (0.01 ms at 720p)."""

    def __init__(self) -> None:
        self._sample = b""
        self._since_ms = 0
        self.is_frozen = False

    def look(self, frame: Frame) -> bool:
        """Return whether the camera lives; of a frozen one no frame is worth looking at."""
        grid = frame.luminance[::_SAMPLE_EVERY_PX, ::_SAMPLE_EVERY_PX]
        sample = grid.tobytes()
        if sample != self._sample:
            self._sample, self._since_ms, self.is_frozen = sample, frame.at_ms, False
        elif not self.is_frozen and frame.at_ms - self._since_ms >= FROZEN_MS:
            self.is_frozen = float(grid.std()) > _LEAST_CONTRAST
        return not self.is_frozen

    def begin(self, at_ms: int) -> None:
        """Count anew for a camera that has been started; one frozen before has to show another picture first."""
        self._since_ms = at_ms
