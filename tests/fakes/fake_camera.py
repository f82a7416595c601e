"""A camera that gives what it is told to, and can be unplugged, silent or missing."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.model.errors import KioskError
from kiosk.scanning.abilities import NO_ABILITIES, CameraAbilities
from kiosk.scanning.frame import Frame
from kiosk.scanning.source_thread import read_clock_ms

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane


def make_lost_error() -> KioskError:
    return KioskError("No picture comes", thing="fake camera", found="unplugged", code="scanning.camera-lost")


class FakeCamera:
    """A FrameSource whose frames come from the test's thread.

    ``is_missing`` makes every start fail, as with no camera plugged in; change it between calls.
    """

    def __init__(self) -> None:
        self.is_missing = False
        self.can = NO_ABILITIES
        self.is_lit = False
        self.starts = 0
        self.is_awaited = threading.Event()
        self._lock = threading.Lock()
        self._on_frame: Callable[[Frame], None] | None = None
        self._on_lost: Callable[[KioskError], None] | None = None
        self._on_return: Callable[[], None] | None = None
        self._started = threading.Event()
        self._seq = 0

    @property
    def is_running(self) -> bool:
        return self._started.is_set()

    def start(self, on_frame: Callable[[Frame], None], on_lost: Callable[[KioskError], None]) -> None:
        """See FrameSource."""
        with self._lock:
            self.starts += 1
            self._seq = 0
            self._on_frame, self._on_lost, self._on_return = on_frame, on_lost, None
        if self.is_missing:
            self.unplug()
        else:
            self._started.set()

    def stop(self) -> None:
        """See FrameSource."""
        with self._lock:
            self._on_frame = self._on_lost = self._on_return = None
        self._started.clear()

    @property
    def abilities(self) -> CameraAbilities:
        """See FrameSource."""
        return self.can

    def set_torch(self, is_on: bool) -> None:
        """See FrameSource."""
        self.is_lit = is_on and self.can.has_torch and self.is_running

    def await_return(self, on_return: Callable[[], None]) -> None:
        """See FrameSource. ``plug`` calls it."""
        with self._lock:
            self._on_return = on_return
        self.is_awaited.set()

    def plug(self) -> None:
        """Put the camera back, and say so to whoever waits for it."""
        self.is_missing = False
        with self._lock:
            on_return, self._on_return = self._on_return, None
        if on_return is not None:
            on_return()

    def wait_until_started(self, timeout_s: float = 10.0) -> bool:
        return self._started.wait(timeout_s)

    def give(self, luminance: Plane, at_ms: int | None = None) -> None:
        """Hand out a frame, as a camera's thread does; nothing happens while stopped."""
        with self._lock:
            if self._on_frame is not None:
                self._on_frame(Frame(luminance, read_clock_ms() if at_ms is None else at_ms, self._seq))
                self._seq += 1

    def unplug(self) -> None:
        """Say that the camera is lost."""
        with self._lock:
            on_lost, self._on_frame, self._on_lost = self._on_lost, None, None
        if on_lost is not None:
            on_lost(make_lost_error())
