"""A camera by number, or the one there is: through Qt where Qt has it, else through OpenCV."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.scanning.abilities import NO_ABILITIES, CameraAbilities
from kiosk.scanning.opencv_capture import open_capture

if TYPE_CHECKING:
    from kiosk.model.errors import KioskError
    from kiosk.scanning.frame import Frame
    from kiosk.scanning.source import FrameSource


class CameraSource:
    """Chooses anew at each start, since cameras come and go. ``number`` None takes the default one."""

    def __init__(self, number: int | None) -> None:
        self._number = number
        self._chosen: FrameSource | None = None

    def start(self, on_frame: Callable[[Frame], None], on_lost: Callable[[KioskError], None]) -> None:
        """See FrameSource."""
        self.stop()
        self._chosen = _choose(self._number)
        self._chosen.start(on_frame, on_lost)

    def stop(self) -> None:
        """See FrameSource."""
        if self._chosen is not None:
            self._chosen.stop()
            self._chosen = None

    @property
    def abilities(self) -> CameraAbilities:
        """See FrameSource."""
        return self._chosen.abilities if self._chosen is not None else NO_ABILITIES

    def set_torch(self, is_on: bool) -> None:
        """See FrameSource."""
        if self._chosen is not None:
            self._chosen.set_torch(is_on)

    def await_return(self, on_return: Callable[[], None]) -> None:
        """See FrameSource."""
        if self._chosen is not None:
            self._chosen.await_return(on_return)


def _choose(number: int | None) -> FrameSource:
    try:
        from kiosk.scanning.qt_camera import QtCamera, has_camera
    except ImportError:
        # A server or a test without Qt's multimedia: OpenCV opens cameras too.
        return open_capture(number or 0)
    return QtCamera(number) if has_camera(number) else open_capture(number or 0)
