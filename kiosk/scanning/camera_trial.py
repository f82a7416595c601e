"""Tries a camera for a moment, to tell staff what it gives before a visitor stands there."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.scanning.abilities import NO_ABILITIES, CameraAbilities
from kiosk.scanning.camera_errors import make_silent_error
from kiosk.scanning.camera_nodes import CameraNodes
from kiosk.scanning.camera_run import explain_loss
from kiosk.scanning.cameras import CameraEntry

if TYPE_CHECKING:
    from kiosk.model.errors import KioskError
    from kiosk.scanning.frame import Frame, Plane
    from kiosk.scanning.source import FrameSource

FIRST_FRAME_S = 4.0
TRIAL_S = 1.5
_SAMPLE_EVERY_PX = 16
# A covered lens gives noise around black, whose level is 16 in narrow range.
_BLACK_LEVEL = 24.0
_BLACK_CONTRAST = 4.0


@dataclass(frozen=True, slots=True)
class CameraTrial:
    """What a camera gave.

    Attributes:
        width_px: Of its frames; 0 where none came.
        height_px: The same.
        frames_per_s: Frames given in a second, as they came.
        first_ms: From its start to its first frame.
        frame_ms: Processor time from one frame to the next on the camera's thread: fetching, copying, decoding.
        abilities: What it can do beside.
        is_black: Whether all its frames were black: a cover is closed, or it is dark.
        is_frozen: Whether all its frames were the same.
        error: Why it gave nothing; None where it gave frames.
    """

    width_px: int = 0
    height_px: int = 0
    frames_per_s: float = 0.0
    first_ms: int = 0
    frame_ms: float = 0.0
    abilities: CameraAbilities = NO_ABILITIES
    is_black: bool = False
    is_frozen: bool = False
    error: KioskError | None = None


def try_camera(
    entry: CameraEntry,
    trial_s: float = TRIAL_S,
    first_s: float = FIRST_FRAME_S,
    nodes: CameraNodes | None = None,
) -> CameraTrial:
    """Open a camera, look at it for ``trial_s`` after its first frame, and close it. Keeps no frame."""
    source = entry.open()
    look = _Look()
    begun_s = time.monotonic()
    source.start(look.take, look.end)
    try:
        if not look.wait_for_frame(first_s):
            error = look.error or make_silent_error(entry.name, first_s)
            return CameraTrial(error=explain_loss(error, entry, nodes or CameraNodes()))
        look.wait_for_end(trial_s)
        return look.sum_up(source, begun_s)
    finally:
        source.stop()


@dataclass(slots=True)
class _Look:
    """Counts and measures on the camera's thread."""

    error: KioskError | None = None
    _changed: threading.Condition = field(default_factory=threading.Condition)
    _times_s: list[float] = field(default_factory=list)
    _cpu_s: list[float] = field(default_factory=list)
    _size_px: tuple[int, int] = (0, 0)
    _is_black: bool = True
    _samples: set[int] = field(default_factory=set)

    def take(self, frame: Frame) -> None:
        grid = frame.luminance[::_SAMPLE_EVERY_PX, ::_SAMPLE_EVERY_PX]
        with self._changed:
            self._times_s.append(time.monotonic())
            self._cpu_s.append(time.thread_time())
            self._size_px = (frame.width_px, frame.height_px)
            self._is_black = self._is_black and _is_black(grid)
            self._samples.add(hash(grid.tobytes()))
            self._changed.notify_all()

    def end(self, error: KioskError) -> None:
        with self._changed:
            self.error = error
            self._changed.notify_all()

    def wait_for_frame(self, patience_s: float) -> bool:
        with self._changed:
            self._changed.wait_for(lambda: self._times_s or self.error is not None, patience_s)
            return bool(self._times_s)

    def wait_for_end(self, patience_s: float) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self.error is not None, patience_s)

    def sum_up(self, source: FrameSource, begun_s: float) -> CameraTrial:
        with self._changed:
            count, first_s = len(self._times_s), self._times_s[0]
            span_s = self._times_s[-1] - first_s
            return CameraTrial(
                *self._size_px,
                frames_per_s=(count - 1) / span_s if span_s > 0 else 0.0,
                first_ms=round((first_s - begun_s) * 1000),
                frame_ms=(self._cpu_s[-1] - self._cpu_s[0]) * 1000 / max(1, count - 1),
                abilities=source.abilities,
                is_black=self._is_black,
                is_frozen=count > 1 and len(self._samples) == 1,
                error=self.error,
            )


def _is_black(grid: Plane) -> bool:
    return float(grid.mean()) < _BLACK_LEVEL and float(grid.std()) < _BLACK_CONTRAST
