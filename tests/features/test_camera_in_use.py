"""Cameras as they are built into devices, from Qt's frame to the code that is meant."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

import cv2
import numpy as np
import pytest
from PySide6.QtMultimedia import QVideoFrame

from kiosk.model.marker import format_marker
from kiosk.scanning.abilities import CameraAbilities
from kiosk.scanning.camera import CameraSource
from kiosk.scanning.cameras import CameraEntry, CameraWish
from kiosk.scanning.events import CameraReady, Located, ScannerEvent, Settled
from kiosk.scanning.ladder import Ladder
from kiosk.scanning.mounting import Mirroring, MountedSource, Mounting
from kiosk.scanning.scanner import Scanner, ScannerRules
from kiosk.scanning.scenes import Label, Scene, View
from kiosk.scanning.source import FrameSource
from tests.fakes.fake_camera import FakeCamera
from tests.scanning.qt_frames import Pixels, Pusher, make_qt_camera, make_video_frame

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.allow_qt_message("pipewire")]

Event = TypeVar("Event")
PATIENCE_S = 30.0
TEXT = format_marker("QUTB.EXAMPLE", "7K3M9QXT", bytes(range(16)))
QUICK = ScannerRules(frame_interval_ms=1, first_retry_ms=5)


def draw_view() -> Plane:
    """Return the label in the middle of a wall, as a camera that stands upright sees it."""
    bgr = Scene((Label(TEXT, "2"),), seed=3).look(View())
    return np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2GRAY), np.uint8)


def make_video(luminance: Plane) -> QVideoFrame:
    height_px, width_px = luminance.shape
    chroma = bytes([128]) * (width_px // 2 * 2 * (height_px // 2))
    return make_video_frame(Pixels.Format_NV12, [luminance.tobytes(), chroma], width_px, height_px)


def scan(source: FrameSource) -> list[ScannerEvent]:
    """Return what the scanner tells until a code is meant."""
    events: list[ScannerEvent] = []
    scanner = Scanner(source, Ladder(), events.append, QUICK)
    scanner.start()
    try:
        wait(lambda: any(isinstance(event, Settled) for event in events))
    finally:
        scanner.stop()
    return events


def wait(is_met: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not is_met():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def find(events: Sequence[ScannerEvent], kind: type[Event]) -> Event:
    return next(event for event in events if isinstance(event, kind))


def test_a_camera_built_in_on_its_side_is_read_and_its_outline_stands_upright() -> None:
    view = draw_view()
    lying = make_video(np.ascontiguousarray(np.rot90(view, 1)))  # what is upright lies on its left side
    events = scan(MountedSource(make_qt_camera(lambda: lying), Mounting(90)))
    settled, located = find(events, Settled), find(events, Located)
    assert settled.code.text == TEXT
    assert (located.width_px, located.height_px) == (view.shape[1], view.shape[0])
    (left, top), (right, _), *_ = settled.code.corners
    assert right > left + 10, "the code's upper edge runs from left to right"
    assert top < view.shape[0] / 2


@pytest.mark.parametrize("mirroring", [Mirroring.UNDO, Mirroring.AUTO])
def test_a_camera_that_looks_into_a_mirror_is_read(mirroring: Mirroring) -> None:
    flipped = make_video(np.ascontiguousarray(draw_view()[:, ::-1]))
    events = scan(MountedSource(make_qt_camera(lambda: flipped), Mounting(0, mirroring)))
    assert find(events, Settled).code.text == TEXT


def test_the_screen_learns_what_the_camera_can_do_and_its_light_goes_out_with_it() -> None:
    pushers: list[Pusher] = []
    video = make_video(draw_view())
    entry = CameraEntry(
        *("key", "Tablet camera", "Qt", 0),
        lambda: make_qt_camera(lambda: video, abilities=CameraAbilities(has_torch=True), pushers=pushers),
        faces_user=True,
    )
    events: list[ScannerEvent] = []
    scanner = Scanner(CameraSource(CameraWish(), lambda _wish: [entry]), Ladder(), events.append, QUICK)
    scanner.start()
    wait(lambda: any(isinstance(event, CameraReady) for event in events))
    abilities = find(events, CameraReady).abilities
    assert abilities == CameraAbilities(has_torch=True, faces_user=True, name="Tablet camera", layout="NV12")
    scanner.set_torch(True)
    wait(lambda: pushers[0].switched == [True])
    scanner.pause()
    wait(lambda: pushers[0].switched == [True, False])
    scanner.stop()


def test_when_the_camera_on_the_cable_goes_the_one_in_the_tablet_goes_on() -> None:
    cable, built_in = FakeCamera(), FakeCamera()
    plugged = [
        CameraEntry("cable", "cable", "Qt", 0, lambda: cable),
        CameraEntry("tablet", "tablet", "Qt", 1, lambda: built_in),
    ]
    source = CameraSource(CameraWish(), lambda _wish: list(plugged))
    events: list[ScannerEvent] = []
    scanner = Scanner(source, Ladder(), events.append, QUICK)
    scanner.start()
    assert cable.wait_until_started()
    cable.give(np.full((72, 128), 90, np.uint8))
    plugged.pop(0)
    cable.unplug()
    assert built_in.wait_until_started()
    view = draw_view()

    def has_settled() -> bool:
        built_in.give(view)
        return any(isinstance(event, Settled) for event in events)

    wait(has_settled)
    scanner.stop()
