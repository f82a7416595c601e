"""What can be wrong with a camera, met by the whole guide: visitors go on by number, and staff read why."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kiosk.app.rehearsal.directed_camera import DirectedCamera
from kiosk.model.marker import format_marker
from kiosk.scanning.camera import CameraSource
from kiosk.scanning.camera_nodes import CameraNodes
from kiosk.scanning.cameras import CameraEntry, CameraWish
from kiosk.scanning.events import CameraBack, ScannerEvent
from kiosk.scanning.label_drawing import draw_label
from kiosk.scanning.source import open_source
from tests.fakes.composed_guide import DIARY, ComposedGuide, data, find_dwells, pack
from tests.fakes.fake_camera import FakeCamera
from tests.packs.small_source import CODES, HOST, LABEL_KEY

__all__ = ["data", "pack"]

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.allow_qt_message("No audio device detected|pipewire"),
    pytest.mark.allow_log(DIARY),
]


def expect_a_visit_by_number(guide: ComposedGuide, data: Path) -> None:
    """The way on: a stop by its number, told, and counted afterwards."""
    guide.type_number("12")
    assert guide.words("stop-title") == "The garden"
    guide.wait(lambda: guide.state in ("playing", "ended"))
    guide.leave()
    guide.wait(lambda: (data / "outbox.db").exists() and "mill/garden" in find_dwells(data))


def test_without_a_camera_the_number_comes_first(data: Path) -> None:
    with ComposedGuide(data, has_camera=False) as guide:
        guide.begin()
        assert guide.can_touch("digit-1") and not guide.shows("type-number")
        expect_a_visit_by_number(guide, data)


def test_a_camera_that_never_starts(data: Path) -> None:
    camera = DirectedCamera()
    camera.pull()
    with ComposedGuide(data, camera=camera) as guide:
        guide.begin()
        guide.wait(lambda: guide.can_touch("digit-1"))
        expect_a_visit_by_number(guide, data)
        assert guide.incidents()["scanning.camera-lost"] == 1, "said once, however often it is tried"
        assert "[scanning.camera-lost]" in guide.diary() and "Plug the camera in again" in guide.diary()


def test_a_camera_pulled_in_mid_visit_and_put_back(data: Path) -> None:
    told: list[ScannerEvent] = []
    with ComposedGuide(data, on_scanner_event=told.append) as guide:
        guide.begin()
        guide.type_number("1")
        guide.wait(lambda: guide.state == "playing")
        guide.go_home()
        guide.camera.pull()
        guide.wait(lambda: guide.can_touch("digit-1"))
        assert guide.state in ("playing", "ended"), "the story goes on"
        assert guide.incidents()["scanning.camera-lost"] == 1
        guide.camera.plug()
        guide.wait(lambda: any(isinstance(event, CameraBack) for event in told))
        guide.wait(lambda: guide.can_touch("type-number"))
        expect_a_visit_by_number(guide, data)
    assert "mill/wheel" in find_dwells(data), "what was visited before the camera went is counted too"


def test_a_camera_that_shows_only_black(data: Path, tmp_path: Path) -> None:
    (tmp_path / "black").mkdir()
    Image.new("L", (1280, 720), 0).save(tmp_path / "black" / "1.png")
    with ComposedGuide(data, open_camera=lambda: open_source(str(tmp_path / "black"))) as guide:
        guide.begin()
        guide.wait(guide.shell.models.scan.latest_frame)
        guide.wait(lambda: str(guide.shell.models.scan.property("hint")) == "more-light")
        assert guide.can_touch("type-number") and guide.can_touch("browse")
        assert not guide.incidents(), "a table covers the lens many times a day"
        expect_a_visit_by_number(guide, data)


def wish_for(*cameras: FakeCamera, nodes: CameraNodes | None = None) -> CameraSource:
    entries = [
        CameraEntry(f"camera {number}", f"HD Webcam {number}", "Qt", number, partial(cameras.__getitem__, number), node=Path("/dev/video0"))
        for number in range(len(cameras))
    ]  # fmt: skip
    return CameraSource(CameraWish(), lambda _wish: entries, nodes)


def test_a_camera_that_repeats_one_picture(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.scanning.freeze_watch.FROZEN_MS", 300)
    camera, stone = FakeCamera(), np.random.default_rng(5).integers(60, 200, (360, 640), dtype=np.uint8)
    with ComposedGuide(data, open_camera=lambda: wish_for(camera)) as guide:
        guide.begin()

        def freeze() -> bool:
            camera.give(stone)
            return guide.can_touch("digit-1")

        guide.wait(freeze)
        assert guide.incidents()["scanning.camera-frozen"] == 1

        def thaw() -> bool:
            camera.give(np.roll(stone, camera.starts))
            return guide.can_touch("type-number")

        guide.wait(thaw)
        expect_a_visit_by_number(guide, data)


def test_a_camera_that_another_program_has(data: Path) -> None:
    class Held(CameraNodes):
        def find_holder(self, path: Path) -> str | None:
            return f"cheese at {path}"

    camera = FakeCamera()
    camera.is_missing = True
    with ComposedGuide(data, open_camera=lambda: wish_for(camera, nodes=Held())) as guide:
        guide.begin()
        guide.wait(lambda: guide.can_touch("digit-1"))
        guide.wait(guide.incidents)
        assert guide.incidents()["scanning.camera-busy"] == 1
        assert "cheese" in guide.diary() and "end that program" in guide.diary()
        camera.is_missing = False
        guide.wait(lambda: camera.is_running)
        expect_a_visit_by_number(guide, data)


def test_a_camera_of_8k(data: Path, tmp_path: Path) -> None:
    label = draw_label(format_marker(HOST, CODES["wheel"], bytes.fromhex(LABEL_KEY)), "1")
    frame = np.full((4320, 7680), 140, np.uint8)
    large = np.repeat(np.repeat(label[..., 0], 2, axis=0), 2, axis=1)
    frame[600 : 600 + large.shape[0], 2400 : 2400 + large.shape[1]] = large
    Image.fromarray(frame).save(tmp_path / "8k.png", compress_level=1)
    with ComposedGuide(data, open_camera=lambda: open_source(str(tmp_path / "8k.png"))) as guide:
        guide.begin()
        guide.wait(lambda: guide.page == "stop")
        assert guide.words("stop-title") == "The water wheel"
        guide.tap("back", "home")


def test_a_video_that_is_none(data: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.mp4").write_bytes(b"\0\0\0\x18ftypisom" + bytes(range(256)) * 64)
    with ComposedGuide(data, open_camera=lambda: open_source(str(tmp_path / "broken.mp4"))) as guide:
        guide.begin()
        guide.wait(lambda: guide.can_touch("digit-1"))
        guide.wait(guide.incidents)
        (code,) = guide.incidents()
        assert code.startswith("scanning.") and "broken.mp4" in guide.diary()
        expect_a_visit_by_number(guide, data)
