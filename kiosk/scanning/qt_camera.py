"""A camera through Qt: the only place in this room that knows Qt.

Camera, session and sink live on a thread of their own with its own event loop. Frames are mapped and
their luminance copied (0.1 ms at 720p) instead of being turned into an image (10 ms).
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QSize, Signal, SignalInstance, Slot
from PySide6.QtMultimedia import (
    QCamera,
    QCameraDevice,
    QCameraFormat,
    QMediaCaptureSession,
    QMediaDevices,
    QVideoFrame,
    QVideoFrameFormat,
    QVideoSink,
)

from kiosk.model.errors import KioskError
from kiosk.scanning import planes
from kiosk.scanning.abilities import NO_ABILITIES, CameraAbilities
from kiosk.scanning.frame import Frame
from kiosk.scanning.source_thread import read_clock_ms

if TYPE_CHECKING:
    from kiosk.scanning.planes import Looks

_Pixels = QVideoFrameFormat.PixelFormat
_READERS: dict[_Pixels, Callable[..., Looks | None]] = {
    _Pixels.Format_NV12: planes.from_semi_planar,
    _Pixels.Format_NV21: partial(planes.from_semi_planar, v_first=True),
    _Pixels.Format_YUV420P: planes.from_planar,
    _Pixels.Format_YV12: partial(planes.from_planar, v_first=True),
    _Pixels.Format_YUV422P: partial(planes.from_planar, rows_per_chroma=1),
    _Pixels.Format_YUYV: planes.from_packed,
    _Pixels.Format_UYVY: partial(planes.from_packed, y_first=False),
    _Pixels.Format_Y8: planes.from_luminance,
    _Pixels.Format_BGRA8888: planes.from_four_bytes,
    _Pixels.Format_BGRX8888: planes.from_four_bytes,
    _Pixels.Format_RGBA8888: partial(planes.from_four_bytes, red_first=True),
    _Pixels.Format_RGBX8888: partial(planes.from_four_bytes, red_first=True),
    _Pixels.Format_Jpeg: planes.from_jpeg,
}
# A JPEG costs 4 ms and more; no more of them are decoded than are read.
_JPEG_INTERVAL_MS = 60
_GOOD_SIZE_PX = (1280, 720)

Attach: TypeAlias = "Callable[[QMediaCaptureSession, Callable[[KioskError], None]], QObject]"
"""Connects what gives the frames to a session, on the camera's thread, and returns it to be kept."""


def has_camera(number: int | None) -> bool:
    """Tell whether Qt can open camera ``number`` (None: any): it needs an application, and a camera."""
    if QCoreApplication.instance() is None:
        return False
    return len(QMediaDevices.videoInputs()) > (number or 0)


class QtCamera:
    """A frame source; ``attach`` stands in for the camera where a test has none."""

    def __init__(self, number: int | None = None, attach: Attach | None = None) -> None:
        self._attach = attach or partial(_attach_camera, number)
        self._thread: threading.Thread | None = None
        self._stopper: _Stopper | None = None

    def start(self, on_frame: Callable[[Frame], None], on_lost: Callable[[KioskError], None]) -> None:
        """See FrameSource."""
        self.stop()
        self._stopper = _Stopper()
        self._thread = threading.Thread(
            target=_watch,
            args=(self._stopper, self._attach, on_frame, on_lost),
            name="scanning-camera",
            daemon=True,
        )
        self._thread.start()

    def stop(self) -> None:
        """See FrameSource."""
        if self._thread is not None and self._stopper is not None:
            self._stopper.stop()
            self._thread.join()
            self._thread = self._stopper = None

    @property
    def abilities(self) -> CameraAbilities:
        """See FrameSource."""
        return NO_ABILITIES

    def set_torch(self, is_on: bool) -> None:
        """See FrameSource."""
        del is_on

    def await_return(self, on_return: Callable[[], None]) -> None:
        """See FrameSource."""
        del on_return


class _Stopper:
    """Ends the camera's event loop from any thread, also before it has begun."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._is_stopped = False
        self._eye: _Eye | None = None

    def watch(self, eye: _Eye | None) -> bool:
        """Name the eye to close (None: it is closed); return whether it may open."""
        with self._lock:
            self._eye = eye
            return not self._is_stopped

    def stop(self) -> None:
        """End the loop now, or as soon as it begins."""
        with self._lock:
            self._is_stopped = True
            if self._eye is not None:
                self._eye.wants_end.emit()


class _Eye(QObject):
    """Lives on the camera's thread and takes its frames there."""

    wants_end = Signal()

    def __init__(self, on_frame: Callable[[Frame], None], loop: QEventLoop) -> None:
        super().__init__()
        self._on_frame = on_frame
        self._seq = 0
        self._taken_at_ms = 0
        self.error: KioskError | None = None
        self.wants_end.connect(loop.quit)

    def end(self, error: KioskError) -> None:
        """Close the eye because the camera is lost."""
        self.error = error
        self.wants_end.emit()

    @Slot(QVideoFrame)
    def take(self, video_frame: QVideoFrame) -> None:
        """Copy what is needed of a frame and pass it on."""
        now_ms = read_clock_ms()
        is_jpeg = video_frame.pixelFormat() == _Pixels.Format_Jpeg
        if is_jpeg and now_ms - self._taken_at_ms < _JPEG_INTERVAL_MS:
            return
        self._taken_at_ms = now_ms
        looks = read_video_frame(video_frame)
        if looks is not None:
            self._on_frame(Frame(looks[0], now_ms, self._seq, looks[1]))
            self._seq += 1


def read_video_frame(video_frame: QVideoFrame) -> Looks | None:
    """Return a frame's luminance and colours in memory of their own; None where it cannot be mapped."""
    reader = _READERS.get(video_frame.pixelFormat())
    if reader is None:
        return _read_as_image(video_frame)
    if not video_frame.map(QVideoFrame.MapMode.ReadOnly):
        return None
    try:
        memory = [
            planes.Memory(memoryview(video_frame.bits(plane)), video_frame.bytesPerLine(plane))
            for plane in range(video_frame.planeCount())
        ]
        return reader(memory, video_frame.width(), video_frame.height())
    finally:
        video_frame.unmap()


def _read_as_image(video_frame: QVideoFrame) -> Looks | None:
    """The slow way, for the layouts that no camera we know of uses."""
    from PySide6.QtGui import QImage

    image = video_frame.toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    if image.isNull():
        return None
    memory = planes.Memory(memoryview(image.constBits()), image.bytesPerLine())
    return planes.from_four_bytes([memory], image.width(), image.height(), red_first=True)


def _watch(
    stopper: _Stopper,
    attach: Attach,
    on_frame: Callable[[Frame], None],
    on_lost: Callable[[KioskError], None],
) -> None:
    """Run the camera's event loop until stopped or lost; everything of Qt is made and ends here."""
    try:
        error = _run_loop(stopper, attach, on_frame)
    except KioskError as lost:
        error = lost
    may_tell = stopper.watch(None)
    if error is not None and may_tell:
        on_lost(error)


def _run_loop(stopper: _Stopper, attach: Attach, on_frame: Callable[[Frame], None]) -> KioskError | None:
    """Return what ended the camera, or None when it was stopped."""
    loop = QEventLoop()
    eye = _Eye(on_frame, loop)
    session, sink = QMediaCaptureSession(), QVideoSink()
    _settle_overrides(sink.videoFrameChanged)
    sink.videoFrameChanged.connect(eye.take)
    session.setVideoSink(sink)
    try:
        if stopper.watch(eye):
            camera = attach(session, eye.end)
            loop.exec()
            if isinstance(camera, QCamera):
                camera.stop()
    finally:
        stopper.watch(None)
        sink.videoFrameChanged.disconnect(eye.take)
    return eye.error


def _settle_overrides(signal: SignalInstance) -> None:
    """Make Qt look for Python overrides of the sender's ``disconnectNotify`` now, on this thread.

    Qt's own threads would ask at a first disconnection, with a lock held that ``stop`` waits for
    (docs/adr/0021-no-python-in-qts-sound-threads.md). The answer is remembered per object.
    """
    receiver = QObject()
    signal.connect(receiver.deleteLater)
    del receiver


def _attach_camera(
    number: int | None, session: QMediaCaptureSession, on_lost: Callable[[KioskError], None]
) -> QObject:
    device = _find_device(number)
    if device is None:
        raise _make_lost_error(number, "no camera")
    camera = QCamera(device)
    _settle_overrides(camera.errorOccurred)
    best = choose_format(device.videoFormats())
    if best is not None:
        camera.setCameraFormat(best)
    camera.errorOccurred.connect(
        lambda _error, text: on_lost(_make_lost_error(number, text or "an error of its driver"))
    )
    session.setCamera(camera)
    camera.start()
    return camera


def _find_device(number: int | None) -> QCameraDevice | None:
    if number is None:
        default = QMediaDevices.defaultVideoInput()
        return None if default.isNull() else default
    devices = QMediaDevices.videoInputs()
    return devices[number] if number < len(devices) else None


def choose_format(formats: list[QCameraFormat]) -> QCameraFormat | None:
    """Return the format nearest 720p that is quick enough, without JPEG where there is a choice."""
    return min(formats, key=_rate_format, default=None)


def _rate_format(each: QCameraFormat) -> tuple[bool, int, bool]:
    size: QSize = each.resolution()
    distance = abs(size.width() * size.height() - _GOOD_SIZE_PX[0] * _GOOD_SIZE_PX[1])
    return (each.maxFrameRate() < 14, distance, each.pixelFormat() == _Pixels.Format_Jpeg)


def _make_lost_error(number: int | None, found: str) -> KioskError:
    return KioskError(
        "No picture comes",
        thing="camera" if number is None else f"camera {number}",
        expected="a camera that gives frames",
        found=found,
        remedy="plug the camera in again; type the stop's number meanwhile",
        code="scanning.camera-lost",
    )
