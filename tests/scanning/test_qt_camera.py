from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Q_ARG, QCoreApplication, QMetaObject, QObject, Qt, QUrl
from PySide6.QtMultimedia import QCamera, QMediaCaptureSession, QMediaPlayer

from kiosk.scanning import qt_cameras
from kiosk.scanning.abilities import NO_ABILITIES, CameraAbilities
from kiosk.scanning.camera import CameraSource
from kiosk.scanning.cameras import CameraWish
from kiosk.scanning.qt_camera import QtCamera
from kiosk.scanning.qt_cameras import QtCameraInfo, list_qt_cameras, rate_shape
from kiosk.scanning.qt_shooting import QtShooting, adjust, let_go, settle_overrides
from tests.contract.test_frame_source import write_video
from tests.fakes.fake_camera import make_lost_error
from tests.fakes.qt_loop import spin
from tests.scanning.qt_frames import make_grey_frame, make_qt_camera

if TYPE_CHECKING:
    from kiosk.model.errors import KioskError

PATIENCE_S = 20.0
GONE = QtCameraInfo(
    b"gone", "Old camera", faces_user=True, faces_world=False, is_default=False, is_quick=True
)
DIRECTLY = Qt.ConnectionType.DirectConnection


@pytest.mark.usefixtures("qapp")
def test_a_camera_lost_is_told_once_on_its_own_thread() -> None:
    told: list[tuple[KioskError, str]] = []
    arrived = threading.Event()

    def on_lost(error: KioskError) -> None:
        told.append((error, threading.current_thread().name))
        arrived.set()

    frames: list[object] = []
    camera = make_qt_camera(make_grey_frame, make_lost_error())
    camera.start(frames.append, on_lost)
    assert arrived.wait(PATIENCE_S)
    camera.stop()
    assert [(error.code, thread) for error, thread in told] == [("scanning.camera-lost", "scanning-camera")]
    assert frames


@pytest.mark.usefixtures("qapp")
def test_a_camera_may_be_cut_off_again_and_again() -> None:
    camera = make_qt_camera()
    for _ in range(20):
        frames: SimpleQueue[object] = SimpleQueue()
        camera.start(frames.put, frames.put)
        frames.get(timeout=PATIENCE_S)
        camera.stop()


@pytest.mark.usefixtures("qapp")
def test_a_camera_that_is_not_there_says_so() -> None:
    for info in (None, GONE):
        told: SimpleQueue[KioskError] = SimpleQueue()
        camera = QtCamera(info)
        camera.start(lambda _frame: None, told.put)
        assert told.get(timeout=PATIENCE_S).code == "scanning.camera-lost"
        camera.stop()


class PlayedFilm(QObject):
    """Stands in for a camera whose frames come from a thread of Qt's own, as they do on most systems."""

    abilities = NO_ABILITIES

    def __init__(self, session: QMediaCaptureSession, path: Path) -> None:
        super().__init__()
        self._player = QMediaPlayer()
        settle_overrides(self._player.positionChanged)
        self._player.setVideoSink(session.videoSink())
        self._player.setLoops(QMediaPlayer.Loops.Infinite)
        film = Q_ARG(QUrl, QUrl.fromLocalFile(str(path)))
        QMetaObject.invokeMethod(self._player, "setSource", DIRECTLY, film)
        QMetaObject.invokeMethod(self._player, "play", DIRECTLY)

    def set_torch(self, is_on: bool) -> None:
        raise AssertionError(is_on)

    def stop(self) -> None:
        QMetaObject.invokeMethod(self._player, "stop", DIRECTLY)
        let_go(self._player)


@pytest.mark.usefixtures("qapp")
@pytest.mark.allow_qt_message("pipewire|No RHI")
def test_frames_from_a_thread_of_qts_own_may_be_cut_off_at_any_moment(tmp_path: Path) -> None:
    film = write_video(tmp_path / "film.avi", 100)
    camera = QtCamera(None, lambda session, _on_lost: PlayedFilm(session, film))
    for number in range(20):
        frames: SimpleQueue[object] = SimpleQueue()
        camera.start(frames.put, frames.put)
        frames.get(timeout=PATIENCE_S)
        time.sleep(0.003 * (number % 7))
        camera.stop()


@pytest.mark.usefixtures("qapp")
def test_a_camera_of_the_machine_tells_its_loss_and_is_let_go() -> None:
    cameras: list[QCamera] = []

    def attach(_session: QMediaCaptureSession, on_lost: Callable[[KioskError], None]) -> QtShooting:
        cameras.append(QCamera())
        adjust(cameras[0])
        shooting = QtShooting(cameras[0], GONE, on_lost)
        assert shooting.abilities == CameraAbilities(faces_user=True, name="Old camera")
        cameras[0].errorOccurred.emit(QCamera.Error.CameraError, "the cable is out")
        return shooting

    told: SimpleQueue[KioskError] = SimpleQueue()
    camera = QtCamera(None, attach)
    camera.start(lambda _frame: None, told.put)
    error = told.get(timeout=PATIENCE_S)
    camera.stop()
    assert (error.code, error.found, error.thing) == (
        "scanning.camera-lost",
        "the cable is out",
        "Old camera",
    )


@pytest.fixture
def unlisted(monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    """A program whose interface has not asked Qt for cameras yet."""
    monkeypatch.setattr(qt_cameras, "_is_list_made", threading.Event())
    monkeypatch.setattr(qt_cameras, "_listers", [])


@pytest.mark.usefixtures("unlisted")
@pytest.mark.allow_qt_message("pipewire")
def test_the_list_of_cameras_is_made_on_the_interface_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    makers: list[threading.Thread] = []
    make = qt_cameras.Lister.make

    def note(lister: qt_cameras.Lister) -> None:
        makers.append(threading.current_thread())
        make(lister)

    monkeypatch.setattr(qt_cameras.Lister, "make", note)
    listed: SimpleQueue[object] = SimpleQueue()
    asking = threading.Thread(target=lambda: listed.put(list_qt_cameras()))
    asking.start()
    while asking.is_alive():
        spin(5)
    assert isinstance(listed.get(), list)
    assert makers == [threading.main_thread()]
    list_qt_cameras()
    assert len(makers) == 1, "once is enough: Qt keeps its list true from then on"


class Asked:
    """Stands before Qt's own list, and notes which threads ask for it."""

    def __init__(self) -> None:
        self.by: list[threading.Thread] = []

    def videoInputs(self) -> list[object]:  # noqa: N802 - Qt's own name
        """See QMediaDevices."""
        self.by.append(threading.current_thread())
        return []


@pytest.mark.usefixtures("unlisted")
def test_an_interface_that_is_busy_makes_the_list_later_and_nobody_makes_it_instead(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked, listed = Asked(), SimpleQueue[object]()
    monkeypatch.setattr(qt_cameras, "QMediaDevices", asked)
    monkeypatch.setattr(qt_cameras, "_PATIENCE_S", 0.1)
    asking = threading.Thread(target=lambda: listed.put(list_qt_cameras()))
    asking.start()
    asking.join()  # the interface thread is held up for as long as it takes
    assert listed.get() == [] and asked.by == []
    spin(5)
    assert asked.by == [threading.main_thread()], "later, and where its events come"


@pytest.mark.usefixtures("unlisted")
@pytest.mark.allow_qt_message("pipewire")
def test_closing_while_the_list_is_awaited_waits_for_nobody() -> None:
    lost: list[KioskError] = []
    source = CameraSource(CameraWish(way="qt"))
    began_s = time.monotonic()
    source.start(lambda _frame: None, lost.append)
    source.stop()
    assert time.monotonic() - began_s < qt_cameras._PATIENCE_S / 2
    assert lost == [], "nothing is told of a camera nobody wants any more"


def test_without_an_application_qt_has_no_camera(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QCoreApplication, "instance", staticmethod(lambda: None))
    assert list_qt_cameras() == []


def test_the_format_taken_is_quick_near_720p_and_rather_no_jpeg() -> None:
    def choose(*shapes: tuple[int, int, float, bool]) -> tuple[int, int, float, bool]:
        return min(shapes, key=lambda shape: rate_shape(*shape[:3], is_jpeg=shape[3]))

    vga, hd, full = (640, 480, 30.0, False), (1280, 720, 30.0, True), (1920, 1080, 30.0, True)
    slow = (1280, 720, 10.0, False)
    assert choose(vga, hd, full, slow) == hd, "uncompressed 720p comes ten times a second over a cable"
    assert choose(vga, hd, (1280, 720, 30.0, False)) == (1280, 720, 30.0, False)
    assert choose(vga, full) == full, "a larger picture is read farther away"
    assert choose((1280, 720, 60.0, False), (1280, 720, 30.0, False)) == (1280, 720, 30.0, False)
    assert choose((0, 0, 0.0, False), vga) == vga
