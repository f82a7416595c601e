"""One camera of the machine while it runs, through Qt: started, adjusted, its light switched, and let go of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeAlias

from PySide6.QtCore import QEventLoop, QMetaObject, QObject, Qt, SignalInstance, Slot
from PySide6.QtMultimedia import QCamera, QMediaCaptureSession

from kiosk.model.errors import KioskError
from kiosk.scanning.abilities import CameraAbilities
from kiosk.scanning.camera_errors import make_lost_error
from kiosk.scanning.qt_cameras import QtCameraInfo, choose_format, find_device
from kiosk.scanning.v4l2_light import switch_light

_DIRECTLY = Qt.ConnectionType.DirectConnection


class Shooting(Protocol):
    """A camera that has been started. Called on the camera's thread only."""

    @property
    def abilities(self) -> CameraAbilities:
        """What it can do, known once it is started."""
        ...

    def set_torch(self, is_on: bool) -> None:
        """Switch its light; asked for only where it has one."""
        ...

    def stop(self) -> None:
        """Stop, and let go of the camera."""
        ...


Attach: TypeAlias = "Callable[[QMediaCaptureSession, Callable[[KioskError], None]], Shooting]"
"""Starts what gives the frames of a session, on the camera's thread; the function tells of its loss."""


def settle_overrides(signal: SignalInstance) -> None:
    """Make Qt look for Python overrides of the sender's ``disconnectNotify`` now, on this thread.

    Qt's own threads would ask at a first disconnection, with a lock held that ``stop`` waits for
    (docs/adr/0021-no-python-in-qts-sound-threads.md). The answer is remembered per object.
    """
    receiver = QObject()
    signal.connect(receiver.deleteLater)
    del receiver


def let_go(*objects: QObject) -> None:
    """Delete objects while Python goes on: their threads, waited for, may have a warning for Python's log."""
    for each in objects:
        loop = QEventLoop()
        each.destroyed.connect(loop.quit)
        each.deleteLater()
        loop.exec()


def attach_camera(
    info: QtCameraInfo | None, session: QMediaCaptureSession, on_lost: Callable[[KioskError], None]
) -> Shooting:
    """Start a camera; adjusted, where it can be.

    Raises:
        KioskError: ``scanning.camera-lost`` when it is not there.
    """
    device = find_device(info.key) if info is not None else None
    if device is None or info is None:
        raise make_lost_error(info.name if info is not None else "", "no camera")
    camera = QCamera(device)
    settle_overrides(camera.errorOccurred)
    best = choose_format(device.videoFormats())
    if best is not None:
        camera.setCameraFormat(best)
    shooting = QtShooting(camera, info, on_lost)
    session.setCamera(camera)
    QMetaObject.invokeMethod(camera, "start", _DIRECTLY)
    adjust(camera)
    return shooting


class QtShooting(QObject):
    """A camera of the machine. Lives on the camera's thread."""

    def __init__(self, camera: QCamera, info: QtCameraInfo, on_lost: Callable[[KioskError], None]) -> None:
        super().__init__()
        self._camera = camera
        self._info = info
        self._on_lost = on_lost
        camera.errorOccurred.connect(self.take_error)

    @property
    def abilities(self) -> CameraAbilities:
        """What the camera says of itself, now that it runs."""
        has_torch = self._camera.isTorchModeSupported(QCamera.TorchMode.TorchOn)
        return CameraAbilities(has_torch, self._info.faces_user, self._info.name)

    def set_torch(self, is_on: bool) -> None:
        """Switch the light; where Qt does not do what it says it can, through the camera's file."""
        wanted = QCamera.TorchMode.TorchOn if is_on else QCamera.TorchMode.TorchOff
        self._camera.setTorchMode(wanted)
        if self._info.node is not None and (self._camera.torchMode() != wanted or not is_on):
            switch_light(self._info.node, is_on)

    def stop(self) -> None:
        """Switch light and camera off and let go of it; Python goes on meanwhile."""
        if self.abilities.has_torch:
            self.set_torch(False)
        QMetaObject.invokeMethod(self._camera, "stop", _DIRECTLY)
        let_go(self._camera)

    @Slot(QCamera.Error, str)
    def take_error(self, _error: QCamera.Error, words: str) -> None:
        """Tell that the camera has gone, in its driver's words."""
        self._on_lost(make_lost_error(self._info.name, words or "an error of its driver"))


def adjust(camera: QCamera) -> None:
    """Have the camera look near and keep modules from blurring, where it can be asked to.

    Most cameras on a cable do both by themselves and offer no choice.
    """
    focus, exposure = QCamera.FocusMode, QCamera.ExposureMode
    for mode in (focus.FocusModeAutoNear, focus.FocusModeAuto):
        if camera.isFocusModeSupported(mode):
            camera.setFocusMode(mode)
            break
    for choice in (exposure.ExposureBarcode, exposure.ExposureAuto):
        if camera.isExposureModeSupported(choice):
            camera.setExposureMode(choice)
            break
