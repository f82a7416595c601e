"""What every source of frames keeps to: cameras, pictures, videos, drawn scenes and the fake."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from kiosk.scanning.abilities import CameraAbilities
from kiosk.scanning.camera import CameraSource
from kiosk.scanning.cameras import CameraEntry, CameraWish
from kiosk.scanning.frame import Frame
from kiosk.scanning.mounting import Mirroring, MountedSource, Mounting
from kiosk.scanning.scene_source import SceneSource
from kiosk.scanning.scenes import Label
from kiosk.scanning.source import FrameSource, Showing, open_source
from tests.fakes.fake_camera import FakeCamera
from tests.scanning.qt_frames import Pusher, make_qt_camera

if TYPE_CHECKING:
    from kiosk.model.errors import KioskError

PATIENCE_S = 20.0
SHOWING = Showing(shown_ms=100, frames_per_s=40)


class Listener:
    """Keeps what a source gives, and on which threads."""

    def __init__(self) -> None:
        self.frames: list[Frame] = []
        self.lost: list[KioskError] = []
        self.threads: set[threading.Thread] = set()
        self._changed = threading.Condition()

    def on_frame(self, frame: Frame) -> None:
        self._note(lambda: self.frames.append(frame))

    def on_lost(self, error: KioskError) -> None:
        self._note(lambda: self.lost.append(error))

    def wait_for_frames(self, count: int) -> bool:
        return self.wait_for(lambda: len(self.frames) >= count)

    def wait_for(self, is_met: Callable[[], bool]) -> bool:
        with self._changed:
            return self._changed.wait_for(is_met, PATIENCE_S)

    def _note(self, keep: Callable[[], None]) -> None:
        with self._changed:
            keep()
            self.threads.add(threading.current_thread())
            self._changed.notify_all()


class PushedCamera:
    """The fake, with a thread of its own that gives frames, as a real camera has."""

    def __init__(self) -> None:
        self._camera = FakeCamera()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, on_frame: Callable[[Frame], None], on_lost: Callable[[KioskError], None]) -> None:
        self.stop()
        self._stopping.clear()
        self._camera.start(on_frame, on_lost)
        self._thread = threading.Thread(target=self._push)
        self._thread.start()

    def stop(self) -> None:
        self._camera.stop()
        self._stopping.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    @property
    def abilities(self) -> CameraAbilities:
        return self._camera.abilities

    def set_torch(self, is_on: bool) -> None:
        self._camera.set_torch(is_on)

    def await_return(self, on_return: Callable[[], None]) -> None:
        self._camera.await_return(on_return)

    def _push(self) -> None:
        while not self._stopping.wait(0.01):
            self._camera.give(np.full((72, 128), 90, np.uint8))


def make_camera_source() -> CameraSource:
    """The camera that is wished for: the second of two, since the first is held by somebody else."""
    gone, there = FakeCamera(), PushedCamera()
    gone.is_missing = True
    entries = [
        CameraEntry("gone", "gone", "Qt", 0, lambda: gone),
        CameraEntry("there", "there", "OpenCV", 0, lambda: there),
    ]
    return CameraSource(CameraWish(), lambda _wish: entries)


def write_picture(path: Path, level: int = 90) -> Path:
    cv2.imwrite(str(path), np.full((72, 128, 3), level, np.uint8))
    return path


def write_video(path: Path, frames: int = 30, size: tuple[int, int] = (128, 72)) -> Path:
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 50, size)
    for number in range(frames):
        writer.write(np.full((size[1], size[0], 3), 40 + number, np.uint8))
    writer.release()
    return path


@pytest.fixture(params=["fake", "picture", "folder", "video", "scenes", "qt", "camera", "turned"])
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[FrameSource]:
    if request.param in ("qt", "camera"):
        request.getfixturevalue("qapp")
    made = _make(request.param, tmp_path)
    yield made
    made.stop()


def _make(kind: str, folder: Path) -> FrameSource:
    match kind:
        case "fake":
            return PushedCamera()
        case "picture":
            return open_source(str(write_picture(folder / "one.png")), SHOWING)
        case "folder":
            for number in range(3):
                write_picture(folder / f"{number}.png", 50 * number)
            return open_source(str(folder), SHOWING)
        case "video":
            return open_source(str(write_video(folder / "one.avi")), SHOWING)
        case "scenes":
            return SceneSource([Label("HTTPS://QUTB.EXAMPLE/7K3M9QXT2ABCD")], repeat=True)
        case "camera":
            return make_camera_source()
        case "turned":
            return MountedSource(PushedCamera(), Mounting(90, Mirroring.UNDO))
        case _:
            return make_qt_camera()


def test_frames_come_in_order_and_in_time(source: FrameSource) -> None:
    heard = Listener()
    source.start(heard.on_frame, heard.on_lost)
    assert heard.wait_for_frames(5)
    source.stop()
    assert [frame.seq for frame in heard.frames] == list(range(len(heard.frames)))
    times = [frame.at_ms for frame in heard.frames]
    assert times == sorted(times)
    assert abs(times[-1] - time.monotonic() * 1000) < 60_000
    assert heard.lost == []


def test_a_frame_is_bytes_of_luminance_that_nobody_changes_later(source: FrameSource) -> None:
    heard = Listener()
    source.start(heard.on_frame, heard.on_lost)
    assert heard.wait_for_frames(1)
    frame = heard.frames[0]
    before = frame.luminance.copy()
    assert heard.wait_for_frames(4)
    source.stop()
    assert frame.luminance.dtype == np.uint8 and frame.luminance.ndim == 2
    assert (frame.luminance == before).all()
    assert frame.rgb(64).shape == (round(64 * frame.height_px / frame.width_px), 64, 3)


def test_frames_come_on_a_thread_that_is_not_the_callers(source: FrameSource) -> None:
    heard = Listener()
    source.start(heard.on_frame, heard.on_lost)
    assert heard.wait_for_frames(2)
    source.stop()
    assert len(heard.threads) == 1
    assert threading.current_thread() not in heard.threads


def test_after_stop_no_frame_comes_any_more(source: FrameSource) -> None:
    heard = Listener()
    source.start(heard.on_frame, heard.on_lost)
    assert heard.wait_for_frames(2)
    source.stop()
    count = len(heard.frames)
    time.sleep(0.1)
    assert (len(heard.frames), heard.lost) == (count, [])


def test_it_starts_anew_after_a_stop(source: FrameSource) -> None:
    for _ in range(2):
        heard = Listener()
        source.start(heard.on_frame, heard.on_lost)
        assert heard.wait_for_frames(1)
        source.stop()
        assert heard.frames[0].seq == 0


def test_stopping_at_once_twice_or_before_the_start_is_harmless(source: FrameSource) -> None:
    source.stop()
    heard = Listener()
    source.start(heard.on_frame, heard.on_lost)
    source.stop()
    source.stop()
    assert heard.lost == []


def test_its_abilities_and_its_light_may_be_asked_for_at_any_time(source: FrameSource) -> None:
    source.set_torch(True)
    heard = Listener()
    source.start(heard.on_frame, heard.on_lost)
    assert heard.wait_for_frames(1)
    assert not source.abilities.has_torch
    source.set_torch(True)
    count = len(heard.frames)
    assert heard.wait_for_frames(count + 1), "a light that is not there changes nothing"
    source.stop()
    source.set_torch(False)


def test_waiting_for_its_return_ends_with_a_start_or_a_stop(source: FrameSource) -> None:
    told: list[None] = []
    source.await_return(lambda: told.append(None))
    heard = Listener()
    source.start(heard.on_frame, heard.on_lost)
    assert heard.wait_for_frames(1)
    source.stop()
    source.await_return(lambda: told.append(None))
    source.stop()


LIT = CameraAbilities(has_torch=True)


def make_lit_fake() -> tuple[FrameSource, Callable[[], list[bool]]]:
    camera = FakeCamera()
    camera.can = LIT
    return camera, lambda: [camera.is_lit] if camera.is_running else []


def make_lit_qt() -> tuple[FrameSource, Callable[[], list[bool]]]:
    pushers: list[Pusher] = []
    camera = make_qt_camera(abilities=LIT, pushers=pushers)
    return camera, lambda: pushers[-1].switched[-1:] if pushers else []


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("make", [make_lit_fake, make_lit_qt])
def test_a_light_is_switched_while_the_camera_runs(
    make: Callable[[], tuple[FrameSource, Callable[[], list[bool]]]],
) -> None:
    source, ask = make()
    heard = Listener()
    source.start(heard.on_frame, heard.on_lost)
    if isinstance(source, FakeCamera):
        source.give(np.full((72, 128), 90, np.uint8))
    assert heard.wait_for_frames(1)
    assert source.abilities.has_torch
    for is_on in (True, False):
        source.set_torch(is_on)
        deadline = time.monotonic() + PATIENCE_S
        while ask() != [is_on]:
            assert time.monotonic() < deadline
            time.sleep(0.005)
    source.stop()
