"""Frames pushed into Qt where a camera's would come: there is no camera on a test machine."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QTimer, Slot
from PySide6.QtMultimedia import QMediaCaptureSession, QVideoFrame, QVideoFrameFormat, QVideoFrameInput

from kiosk.scanning.abilities import NO_ABILITIES, CameraAbilities
from kiosk.scanning.qt_camera import QtCamera
from kiosk.scanning.qt_shooting import let_go

if TYPE_CHECKING:
    from kiosk.model.errors import KioskError

Pixels = QVideoFrameFormat.PixelFormat


def make_video_frame(
    pixels: Pixels, planes: list[bytes], width_px: int = 128, height_px: int = 72
) -> QVideoFrame:
    """Return a frame whose planes begin with the rows in ``planes``, each row padded as Qt likes."""
    frame = QVideoFrame(QVideoFrameFormat(QSize(width_px, height_px), pixels))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    for number, content in enumerate(planes):
        target = memoryview(frame.bits(number))
        rows = target.nbytes // frame.bytesPerLine(number)
        width_bytes = len(content) // rows
        for row in range(rows):
            begin = row * frame.bytesPerLine(number)
            target[begin : begin + width_bytes] = content[row * width_bytes : (row + 1) * width_bytes]
    frame.unmap()
    return frame


def make_grey_frame(level: int = 90) -> QVideoFrame:
    return make_video_frame(Pixels.Format_NV12, [bytes([level]) * (128 * 72), bytes([128]) * (128 * 36)])


class Pusher(QObject):
    """Sends a frame every 20 ms on the camera's thread, and can lose the camera after some."""

    def __init__(
        self,
        session: QMediaCaptureSession,
        on_lost: Callable[[KioskError], None],
        make: Callable[[], QVideoFrame],
        error: KioskError | None,
        abilities: CameraAbilities,
    ) -> None:
        super().__init__()
        self.abilities = abilities
        self.switched: list[bool] = []
        self._input = QVideoFrameInput()
        session.setVideoFrameInput(self._input)
        self._on_lost, self._make, self._error = on_lost, make, error
        self._sent = 0
        self._timer = QTimer()
        self._timer.timeout.connect(self.push)
        self._timer.start(20)

    @Slot()
    def push(self) -> None:
        self._sent += 1
        if self._error is not None and self._sent > 5:
            self._timer.stop()
            self._on_lost(self._error)
            return
        self._input.sendVideoFrame(self._make())

    def set_torch(self, is_on: bool) -> None:
        self.switched.append(is_on)

    def stop(self) -> None:
        self._timer.stop()
        let_go(self._timer, self._input)


def make_qt_camera(
    make: Callable[[], QVideoFrame] = make_grey_frame,
    error: KioskError | None = None,
    abilities: CameraAbilities = NO_ABILITIES,
    pushers: list[Pusher] | None = None,
) -> QtCamera:
    """Return the real adapter with frames pushed in; ``error`` unplugs it after five frames."""

    def attach(session: QMediaCaptureSession, on_lost: Callable[[KioskError], None]) -> Pusher:
        pusher = Pusher(session, on_lost, make, error, abilities)
        if pushers is not None:
            pushers.append(pusher)
        return pusher

    return QtCamera(None, attach)
