"""The rehearsal's camera: a bare wall, until something is held before it."""

from __future__ import annotations

import threading
from collections.abc import Callable

from kiosk.model.errors import KioskError
from kiosk.scanning.abilities import CameraAbilities
from kiosk.scanning.frame import Frame
from kiosk.scanning.scene_source import SceneSource
from kiosk.scanning.source import FrameSource


class DirectedCamera:
    """A frame source that shows other frame sources, one at a time, each to its end.

    What is held before it (a picture, a video, a drawn approach to a label) takes the place of the wall
    until it ends. ``pull`` is a camera pulled out, ``plug`` the same one put back.
    """

    def __init__(self, wall: FrameSource | None = None) -> None:
        """Look at ``wall`` while nothing is held up; None for a drawn one."""
        self._wall: FrameSource = wall or SceneSource()
        self._shown: FrameSource | None = None
        self._on_frame: Callable[[Frame], None] | None = None
        self._on_lost: Callable[[KioskError], None] | None = None
        self._on_return: Callable[[], None] | None = None
        self._is_pulled = False
        # The scanner starts and stops it on its own thread, while the rehearsal holds things up on another.
        self._guard = threading.RLock()
        self._over = threading.Event()
        self._over.set()

    @property
    def is_over(self) -> bool:
        """Whether what was held before the camera has been shown to its end."""
        return self._over.is_set()

    def start(self, on_frame: Callable[[Frame], None], on_lost: Callable[[KioskError], None]) -> None:
        """See FrameSource."""
        with self._guard:
            self._on_frame, self._on_lost, self._on_return = on_frame, on_lost, None
            if self._is_pulled:
                on_lost(_make_pulled_error())
            else:
                (self._shown or self._wall).start(on_frame, self._end)

    def stop(self) -> None:
        """See FrameSource."""
        with self._guard:
            self._on_frame = self._on_lost = self._on_return = None
            for source in (self._shown, self._wall):
                if source is not None:
                    source.stop()

    @property
    def abilities(self) -> CameraAbilities:
        """See FrameSource."""
        return (self._shown or self._wall).abilities

    def set_torch(self, is_on: bool) -> None:
        """See FrameSource."""
        (self._shown or self._wall).set_torch(is_on)

    def await_return(self, on_return: Callable[[], None]) -> None:
        """See FrameSource: ``plug`` calls it, as a machine sees a camera come."""
        with self._guard:
            self._on_return = on_return

    def show(self, source: FrameSource) -> None:
        """Hold ``source`` before the camera now; what was there is taken away."""
        with self._guard:
            self.take_away()
            self._over.clear()
            self._shown = source
            if self._on_frame is not None:
                self._wall.stop()
                source.start(self._on_frame, self._end)

    def take_away(self) -> None:
        """Show the bare wall again."""
        with self._guard:
            shown, self._shown = self._shown, None
            if shown is not None:
                shown.stop()
                self._over.set()
                if self._on_frame is not None and not self._is_pulled:
                    self._wall.start(self._on_frame, self._end)

    def pull(self) -> None:
        """Pull the camera out: it is lost, and cannot be started."""
        with self._guard:
            self._is_pulled = True
            lost = self._on_lost
            self.stop()
            if lost is not None:
                lost(_make_pulled_error())

    def plug(self) -> None:
        """Put the camera back; the scanner is told and finds it."""
        with self._guard:
            self._is_pulled = False
            on_return, self._on_return = self._on_return, None
        if on_return is not None:
            on_return()

    def _end(self, _error: KioskError) -> None:
        self._over.set()


def _make_pulled_error() -> KioskError:
    return KioskError(
        "No picture comes",
        thing="the rehearsal's camera",
        found="the camera pulled out",
        remedy="Plug the camera in again",
        code="scanning.camera-lost",
    )
