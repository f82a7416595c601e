"""A camera through Qt: camera, session and sink on a thread of their own with its own event loop."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, Signal, Slot
from PySide6.QtMultimedia import QMediaCaptureSession, QVideoFrame, QVideoSink

from kiosk.model.errors import KioskError
from kiosk.scanning.abilities import NO_ABILITIES, CameraAbilities
from kiosk.scanning.qt_frames import is_jpeg, make_frame, name_layout
from kiosk.scanning.qt_shooting import attach_camera, let_go, settle_overrides
from kiosk.scanning.source_thread import read_clock_ms

if TYPE_CHECKING:
    from kiosk.scanning.frame import Frame
    from kiosk.scanning.qt_cameras import QtCameraInfo
    from kiosk.scanning.qt_shooting import Attach, Shooting

# A JPEG costs 1.4 ms at 720p (luminance alone; 5 with its colours): no more are decoded than are read.
_JPEG_INTERVAL_MS = 60


class QtCamera:
    """A frame source; ``attach`` stands in for the camera where a test has none.

    ``info`` None is a camera that cannot be there: starting it is a loss.
    """

    def __init__(self, info: QtCameraInfo | None, attach: Attach | None = None) -> None:
        self._attach = attach or partial(attach_camera, info)
        self._shot: _Shot | None = None
        self._thread: threading.Thread | None = None

    def start(self, on_frame: Callable[[Frame], None], on_lost: Callable[[KioskError], None]) -> None:
        """See FrameSource."""
        self.stop()
        self._shot = _Shot()
        self._thread = threading.Thread(
            target=_watch,
            args=(self._shot, self._attach, on_frame, on_lost),
            name="scanning-camera",
            daemon=True,
        )
        self._thread.start()

    def stop(self) -> None:
        """See FrameSource."""
        if self._thread is not None and self._shot is not None:
            self._shot.stop()
            self._thread.join()
            self._thread = self._shot = None

    @property
    def abilities(self) -> CameraAbilities:
        """See FrameSource."""
        shot = self._shot
        return shot.abilities if shot is not None else NO_ABILITIES

    def set_torch(self, is_on: bool) -> None:
        """See FrameSource."""
        shot = self._shot
        if shot is not None:
            shot.set_torch(is_on)

    def await_return(self, on_return: Callable[[], None]) -> None:
        """See FrameSource: whoever chose this camera watches for cameras."""
        del on_return


class _Shot:
    """What other threads may ask of one run of the camera, also before its event loop has begun."""

    def __init__(self) -> None:
        self.abilities = NO_ABILITIES
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

    def set_torch(self, is_on: bool) -> None:
        """Switch the light, where there is one and the camera runs."""
        with self._lock:
            if self._eye is not None:
                self._eye.wants_torch.emit(is_on)


class _Eye(QObject):
    """Lives on the camera's thread and takes its frames there."""

    wants_end = Signal()
    wants_torch = Signal(bool)

    def __init__(self, shot: _Shot, on_frame: Callable[[Frame], None], loop: QEventLoop) -> None:
        super().__init__()
        self._shot = shot
        self._on_frame = on_frame
        self._seq = 0
        self._taken_at_ms = 0
        self.shooting: Shooting | None = None
        self.error: KioskError | None = None
        self.wants_end.connect(loop.quit)
        self.wants_torch.connect(self.switch_torch)

    def end(self, error: KioskError) -> None:
        """Close the eye because the camera is lost."""
        self.error = error
        self.wants_end.emit()

    @Slot(bool)
    def switch_torch(self, is_on: bool) -> None:
        """Switch the light, if the camera is there and has one."""
        if self.shooting is not None and self.shooting.abilities.has_torch:
            self.shooting.set_torch(is_on)

    @Slot(QVideoFrame)
    def take(self, video_frame: QVideoFrame) -> None:
        """Copy what is needed of a frame and pass it on."""
        now_ms = read_clock_ms()
        if is_jpeg(video_frame) and now_ms - self._taken_at_ms < _JPEG_INTERVAL_MS:
            return
        self._taken_at_ms = now_ms
        frame = make_frame(video_frame, now_ms, self._seq)
        if frame is None or self.shooting is None:
            return
        if self._seq == 0:
            known = self.shooting.abilities
            self._shot.abilities = CameraAbilities(
                known.has_torch, known.faces_user, known.name, name_layout(video_frame)
            )
        self._seq += 1
        self._on_frame(frame)


def _watch(
    shot: _Shot,
    attach: Attach,
    on_frame: Callable[[Frame], None],
    on_lost: Callable[[KioskError], None],
) -> None:
    """Run the camera's event loop until stopped or lost; everything of Qt is made and ends here."""
    try:
        error = _run_loop(shot, attach, on_frame)
    except KioskError as lost:
        error = lost
    may_tell = shot.watch(None)
    if error is not None and may_tell:
        on_lost(error)


def _run_loop(shot: _Shot, attach: Attach, on_frame: Callable[[Frame], None]) -> KioskError | None:
    """Return what ended the camera, or None when it was stopped."""
    loop = QEventLoop()
    eye = _Eye(shot, on_frame, loop)
    session, sink = QMediaCaptureSession(), QVideoSink()
    settle_overrides(sink.videoFrameChanged)
    sink.videoFrameChanged.connect(eye.take)
    session.setVideoSink(sink)
    try:
        if shot.watch(eye):
            eye.shooting = attach(session, eye.end)
            # A camera that somebody else holds fails while it is started, before there is a loop to end.
            if eye.error is None:
                loop.exec()
    finally:
        shot.watch(None)
        sink.videoFrameChanged.disconnect(eye.take)
        shooting, eye.shooting = eye.shooting, None
        if shooting is not None:
            shooting.stop()
        let_go(session, sink)
    return eye.error
