"""The camera that is wished for: tried best first, watched, told why it was lost, and awaited."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from kiosk.model.errors import KioskError
from kiosk.scanning import camera_run
from kiosk.scanning.abilities import CameraAbilities
from kiosk.scanning.camera import CameraSource
from kiosk.scanning.camera_errors import make_lost_error as make_camera_lost
from kiosk.scanning.camera_nodes import CameraNodes
from kiosk.scanning.camera_run import explain_loss
from kiosk.scanning.cameras import CameraEntry, CameraWish
from kiosk.scanning.frame import Frame
from kiosk.scanning.freeze_watch import FROZEN_MS
from kiosk.scanning.source_thread import read_clock_ms
from tests.fakes.fake_camera import FakeCamera, make_lost_error

PATIENCE_S = 10.0
RAMP = np.tile(np.arange(128, dtype=np.uint8), (72, 1))


class Machine:
    """Cameras by name, in the order they are to be tried, and a source over them."""

    def __init__(self, *names: str) -> None:
        self.cameras = {name: FakeCamera() for name in names}
        self.plugged = list(names)
        self.frames: list[Frame] = []
        self.lost: list[KioskError] = []
        self.source = CameraSource(CameraWish(), lambda _wish: self.list())

    def list(self) -> list[CameraEntry]:
        return [
            CameraEntry(
                name, name, "Qt", 0, partial(self.cameras.__getitem__, name), faces_user=name == "front"
            )
            for name in self.plugged
        ]

    def start(self) -> None:
        self.source.start(self.frames.append, self.lost.append)


@pytest.fixture
def machine() -> Iterator[Machine]:
    made = Machine("back", "front")
    yield made
    made.source.stop()


def wait(is_met: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not is_met():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def test_the_best_camera_is_taken_and_the_others_left_alone(machine: Machine) -> None:
    machine.cameras["back"].can = CameraAbilities(has_torch=True, layout="NV12")
    machine.start()
    assert machine.cameras["back"].wait_until_started()
    machine.cameras["back"].give(RAMP)
    assert len(machine.frames) == 1
    assert machine.source.abilities == CameraAbilities(has_torch=True, name="back", layout="NV12")
    machine.source.set_torch(True)
    assert machine.cameras["back"].is_lit
    machine.source.stop()
    assert not machine.cameras["back"].is_running
    assert machine.cameras["front"].starts == 0
    assert machine.source.abilities == CameraAbilities()


def test_one_that_cannot_be_opened_gives_way_to_the_next(machine: Machine) -> None:
    machine.cameras["back"].is_missing = True
    machine.start()
    assert machine.cameras["front"].wait_until_started()
    machine.cameras["front"].give(RAMP)
    assert len(machine.frames) == 1 and machine.lost == []
    assert machine.source.abilities.faces_user


def test_one_that_gives_nothing_is_tried_last_from_then_on(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(camera_run, "SILENT_MS", 50)
    machine.start()
    assert machine.cameras["front"].wait_until_started()
    machine.source.stop()
    machine.start()
    wait(lambda: machine.cameras["front"].starts == 2)
    assert machine.cameras["back"].starts == 1
    machine.source.stop()
    machine.plugged = ["back", "front", "third"]
    machine.cameras["third"] = FakeCamera()
    machine.start()
    wait(lambda: machine.cameras["back"].starts == 2)


def test_a_camera_lost_in_mid_visit_is_told_and_another_one_taken_at_the_next_start(machine: Machine) -> None:
    machine.start()
    back = machine.cameras["back"]
    assert back.wait_until_started()
    back.give(RAMP)
    back.is_missing = True
    machine.plugged.remove("back")
    back.unplug()
    wait(lambda: machine.lost)
    assert [error.code for error in machine.lost] == ["scanning.camera-lost"]
    machine.source.stop()
    machine.start()
    assert machine.cameras["front"].wait_until_started()


def test_a_camera_unplugged_without_a_word_is_told_soon(machine: Machine) -> None:
    machine.start()
    assert machine.cameras["back"].wait_until_started()
    machine.cameras["back"].give(RAMP)
    machine.plugged.remove("back")
    begun_s = time.monotonic()
    wait(lambda: machine.lost)
    assert machine.lost[0].code == "scanning.camera-lost" and "unplugged" in machine.lost[0].found
    assert time.monotonic() - begun_s < 3, "and not only when it has been silent for five seconds"


def test_no_camera_at_all_is_told_in_words() -> None:
    machine = Machine()
    machine.start()
    wait(lambda: machine.lost)
    assert machine.lost[0].found == "no camera"
    machine.source.stop()


def test_a_camera_that_comes_is_noticed_at_once(machine: Machine) -> None:
    machine.plugged = []
    machine.start()
    wait(lambda: machine.lost)
    machine.source.stop()
    returned = threading.Event()
    machine.source.await_return(returned.set)
    assert not returned.wait(0.4), "nothing has come yet"
    begun_s = time.monotonic()
    machine.plugged = ["front"]
    assert returned.wait(PATIENCE_S)
    assert time.monotonic() - begun_s < 2
    machine.source.stop()


def test_one_pulled_and_put_back_is_noticed_too(machine: Machine) -> None:
    machine.start()
    assert machine.cameras["back"].wait_until_started()
    machine.source.stop()
    returned = threading.Event()
    machine.source.await_return(returned.set)
    machine.plugged = ["front"]
    assert not returned.wait(0.4)
    machine.plugged = ["back", "front"]
    assert returned.wait(PATIENCE_S)
    machine.source.stop()


def test_a_frozen_camera_is_lost_and_comes_back_only_with_another_picture() -> None:
    machine = Machine("only")
    camera, now_ms = machine.cameras["only"], read_clock_ms()
    machine.start()
    assert camera.wait_until_started()
    for at_ms in range(0, FROZEN_MS + 200, 100):
        camera.give(RAMP, now_ms + at_ms)
    wait(lambda: machine.lost)
    assert machine.lost[0].code == "scanning.camera-frozen"
    machine.source.stop()
    seen = len(machine.frames)
    machine.start()
    assert camera.wait_until_started()
    camera.give(RAMP)
    wait(lambda: len(machine.lost) == 2)
    assert len(machine.frames) == seen, "the same picture is no sign of life"
    machine.source.stop()
    machine.start()
    assert camera.wait_until_started()
    camera.give(RAMP + 1)
    assert len(machine.frames) == seen + 1
    machine.source.stop()


def test_a_covered_lens_is_no_fault() -> None:
    machine = Machine("only")
    camera, now_ms = machine.cameras["only"], read_clock_ms()
    machine.start()
    assert camera.wait_until_started()
    for at_ms in range(0, 4 * FROZEN_MS, 500):
        camera.give(np.full((72, 128), 16, np.uint8), now_ms + at_ms)
    assert machine.lost == [] and len(machine.frames) == 4 * FROZEN_MS // 500
    machine.source.stop()


@dataclass(frozen=True, slots=True)
class OtherProgram(CameraNodes):
    """A machine on which another program has the camera, or this account may not open it."""

    holder: str | None = None
    may_open: bool = True

    def find_holder(self, path: Path) -> str | None:
        return self.holder

    def is_denied(self, path: Path) -> bool:
        return not self.may_open


@pytest.mark.parametrize(
    ("nodes", "code"),
    [
        (OtherProgram(holder="cheese"), "scanning.camera-busy"),
        (OtherProgram(may_open=False), "scanning.camera-denied"),
        (OtherProgram(), "scanning.camera-lost"),
    ],
)
def test_why_a_camera_cannot_be_had_is_told(nodes: CameraNodes, code: str) -> None:
    entry = CameraEntry("key", "HD Webcam", "Qt", 0, FakeCamera, node=Path("/dev/video0"))
    error = explain_loss(make_lost_error(), entry, nodes)
    assert (error.code == code and error.remedy) or code == "scanning.camera-lost"


def test_a_camera_in_use_is_known_by_its_drivers_words_too() -> None:
    entry = CameraEntry("key", "HD Webcam", "Qt", 0, FakeCamera, node=Path("/dev/video0"))
    error = explain_loss(make_camera_lost("HD Webcam", "Camera is in use"), entry, OtherProgram())
    assert (error.code, error.found) == ("scanning.camera-busy", "one held by another program")


def test_of_several_reasons_the_most_telling_is_told() -> None:
    camera = FakeCamera()
    camera.is_missing = True
    entries = [
        CameraEntry("busy", "busy", "Qt", 0, lambda: camera, node=Path("/dev/video0")),
        CameraEntry("gone", "gone", "OpenCV", 0, lambda: camera),
    ]
    source = CameraSource(CameraWish(), lambda _wish: entries, OtherProgram(holder="cheese"))
    lost: list[KioskError] = []
    source.start(lambda _frame: None, lost.append)
    wait(lambda: lost)
    source.stop()
    assert [error.code for error in lost] == ["scanning.camera-busy"]
    assert "cheese" in str(lost[0])
