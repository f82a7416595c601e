"""Which cameras Qt knows. The list is made on the interface thread, which keeps it true from then on."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, Signal, Slot
from PySide6.QtMultimedia import QCameraDevice, QCameraFormat, QMediaDevices, QVideoFrameFormat

GOOD_SIZE_PX = (1280, 720)
QUICK_FRAMES_PER_S, MANY_FRAMES_PER_S = 14, 31
_PATIENCE_S = 2.0
# Who closes the guide while the list is awaited waits for no longer than this.
_LOOK_EVERY_S = 0.02


@dataclass(frozen=True, slots=True)
class QtCameraInfo:
    """A camera as Qt names it. ``key`` stays the same while it is plugged in; ``is_quick`` is of its formats."""

    key: bytes
    name: str
    faces_user: bool
    faces_world: bool
    is_default: bool
    is_quick: bool

    @property
    def node(self) -> Path | None:
        """Its file, on Linux."""
        name = self.key.decode(errors="replace")
        return Path(name) if name.startswith("/dev/") else None


class Lister(QObject):
    """Makes Qt's list on the interface thread: it is renewed by the events of the thread that made it.

    A thread of ours has no such events. Asked for there first, Qt says "QSocketNotifier: current thread's event
    dispatcher has already been destroyed", and a camera plugged in later is never seen.
    """

    wanted = Signal()

    def __init__(self, thread: QThread) -> None:
        super().__init__()
        self.wanted.connect(self.make, Qt.ConnectionType.QueuedConnection)
        self.moveToThread(thread)

    @Slot()
    def make(self) -> None:
        """Make the list; once made it stays."""
        QMediaDevices.videoInputs()
        _is_list_made.set()


_lister_guard = threading.Lock()
_listers: list[Lister] = []
_is_list_made = threading.Event()


def list_qt_cameras(is_unwanted: Callable[[], bool] = lambda: False) -> list[QtCameraInfo]:
    """Return the cameras in Qt's order; none without an application. From any thread.

    Until the list is made, other threads than the interface's wait for it: at most 2 s, and only until
    ``is_unwanted``. Then none are known yet; an interface thread that was busy makes the list when it can.
    """
    if not _make_list(is_unwanted):
        return []
    default = bytes(QMediaDevices.defaultVideoInput().id().data())
    return [_describe(device, default) for device in QMediaDevices.videoInputs()]


def find_device(key: bytes) -> QCameraDevice | None:
    """Return the camera of that key while it is plugged in."""
    for device in QMediaDevices.videoInputs():
        if bytes(device.id().data()) == key:
            return device
    return None


def choose_format(formats: list[QCameraFormat]) -> QCameraFormat | None:
    """Return the format nearest 720p that is quick enough, without JPEG where there is a choice."""
    return min(formats, key=_rate_format, default=None)


def _make_list(is_unwanted: Callable[[], bool]) -> bool:
    """Return whether there is a list, after what waiting is worth."""
    application = QCoreApplication.instance()
    if application is None:
        return False
    if _is_list_made.is_set():
        return True
    if QThread.currentThread() is application.thread():
        QMediaDevices.videoInputs()
        _is_list_made.set()
        return True
    _ask_interface_thread(application)
    until_s = time.monotonic() + _PATIENCE_S
    while not _is_list_made.wait(_LOOK_EVERY_S):
        if is_unwanted() or time.monotonic() >= until_s:
            return False
    return True


def _ask_interface_thread(application: QCoreApplication) -> None:
    with _lister_guard:
        if not _listers:
            # Kept for good: one that went while its call waits in the interface thread's queue would be called yet.
            _listers.append(Lister(application.thread()))
        _listers[0].wanted.emit()


def _describe(device: QCameraDevice, default: bytes) -> QtCameraInfo:
    positions, key = QCameraDevice.Position, bytes(device.id().data())
    return QtCameraInfo(
        key,
        device.description(),
        faces_user=device.position() == positions.FrontFace,
        faces_world=device.position() == positions.BackFace,
        is_default=key == default,
        is_quick=any(_is_quick(each) for each in device.videoFormats()),
    )


def _is_quick(each: QCameraFormat) -> bool:
    return each.maxFrameRate() >= QUICK_FRAMES_PER_S and each.resolution().width() >= GOOD_SIZE_PX[0] // 2


def _rate_format(each: QCameraFormat) -> tuple[bool, float, bool, bool]:
    is_jpeg = each.pixelFormat() == QVideoFrameFormat.PixelFormat.Format_Jpeg
    return rate_shape(
        each.resolution().width(), each.resolution().height(), each.maxFrameRate(), is_jpeg=is_jpeg
    )


def rate_shape(
    width_px: int, height_px: int, frames_per_s: float, *, is_jpeg: bool
) -> tuple[bool, float, bool, bool]:
    """Return what is against a format, the weightiest first: slow, far from 720p, a JPEG, quicker than anybody looks.

    Twice the pixels are as far as half of them: a larger picture is read farther away, a smaller one sooner.
    """
    pixels = max(1, width_px * height_px)
    farness = abs(math.log(pixels / (GOOD_SIZE_PX[0] * GOOD_SIZE_PX[1])))
    return (frames_per_s < QUICK_FRAMES_PER_S, round(farness, 2), is_jpeg, frames_per_s > MANY_FRAMES_PER_S)
