"""Which camera a wish means, and what Linux tells of each."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.scanning.camera_nodes import GUIDE, CameraNodes
from kiosk.scanning.cameras import CameraEntry, CameraWish, choose_cameras, find_cameras, parse_wish
from tests.fakes.fake_camera import FakeCamera


def entry(name: str, *, number: int = 0, way: str = "Qt") -> CameraEntry:
    return CameraEntry(f"{way} {name}", name, way, number, FakeCamera)


WEBCAM = replace(entry("HD Webcam"), is_default=True)
BACK = replace(entry("Rear camera", number=1), faces_world=True)
FRONT = replace(entry("Front camera", number=2), faces_user=True)
INFRARED = replace(entry("Integrated IR Camera", number=3), faces_user=True)
SLOW = replace(entry("Microscope", number=4), is_quick=False)
NODE = entry("HD Webcam", way="OpenCV")
ALL = [INFRARED, SLOW, FRONT, WEBCAM, NODE, BACK]


def names(wish: CameraWish) -> list[str]:
    return [f"{each.way} {each.name}" for each in choose_cameras(wish, ALL)]


def test_auto_takes_the_camera_that_looks_away_and_the_infrared_one_last() -> None:
    assert names(CameraWish()) == [
        "Qt Rear camera",
        "Qt HD Webcam",
        "Qt Front camera",
        "Qt Microscope",
        "Qt Integrated IR Camera",
        "OpenCV HD Webcam",
    ]


@pytest.mark.parametrize(
    ("spec", "first", "count"),
    [
        ("front", "Qt Front camera", 5),
        ("back", "Qt Rear camera", 4),
        ("0", "Qt HD Webcam", 2),
        ("opencv:0", "OpenCV HD Webcam", 1),
        ("qt:2", "Qt Front camera", 1),
        ("name:webCAM", "Qt HD Webcam", 2),
    ],
)
def test_a_camera_is_named_by_what_it_is(spec: str, first: str, count: int) -> None:
    wish = parse_wish(spec)
    assert wish is not None
    found = names(wish)
    assert (found[0], len(found)) == (first, count)


@pytest.mark.parametrize("spec", ["film.mp4", "./front", "-1", "٣", "name:", "usb:0", "qt:", "opencv:x"])
def test_what_names_no_camera_is_left_to_others(spec: str) -> None:
    assert parse_wish(spec) is None


@pytest.mark.parametrize("spec", ["64", "qt:99999999999999999999", "9" * 4000])
def test_a_number_that_no_camera_has_is_refused(spec: str) -> None:
    with pytest.raises(KioskError) as caught:
        parse_wish(spec)
    assert caught.value.code == "scanning.no-such-source"


@pytest.fixture
def nodes(tmp_path: Path) -> CameraNodes:
    """A machine with a webcam, its second device for figures, and a camera that says nothing of itself."""
    for number in (0, 1, 2):
        (tmp_path / "dev").mkdir(exist_ok=True)
        (tmp_path / "dev" / f"video{number}").touch()
    for number, index in ((0, 0), (1, 1)):
        facts = tmp_path / "sys" / f"video{number}"
        facts.mkdir(parents=True)
        (facts / "name").write_bytes(b"UVC \x1b[2J\xff Camera\n")
        (facts / "index").write_text(f"{index}\n")
    (tmp_path / "dev" / "videodrome").touch()
    return CameraNodes(tmp_path / "dev", tmp_path / "sys", Path("/proc"))


@pytest.mark.allow_qt_message("pipewire")
def test_linux_lists_its_cameras_and_their_names_break_no_terminal(nodes: CameraNodes) -> None:
    assert nodes.numbers() == [0, 2]
    assert nodes.name(0).startswith("UVC ") and nodes.name(0).isprintable()
    assert nodes.name(2) == "camera 2"
    assert [each.number for each in find_cameras(CameraWish(way="opencv"), nodes)] == [0, 2]


def test_a_machine_without_such_folders_has_none(tmp_path: Path) -> None:
    nothing = CameraNodes(tmp_path / "a", tmp_path / "b", tmp_path / "c")
    assert nothing.numbers() == []
    assert nothing.find_holder(tmp_path) is None
    assert not nothing.is_denied(tmp_path / "video0")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="programs are seen in /proc")
@pytest.mark.parametrize(
    ("title", "holder"),
    [
        ("cheese", "python"),
        ("/games/kiosk/cheese", "python"),
        (f"{'x' * 300}/kiosk", GUIDE),
        ("kiosk run", GUIDE),
    ],
)
def test_who_holds_a_camera_is_named(nodes: CameraNodes, title: str, holder: str) -> None:
    path = nodes.path(0)
    assert nodes.find_holder(path) is None
    program = f"import sys; camera = open({str(path)!r}); print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", program, title], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None and process.stdout.readline()
        found = nodes.find_holder(path)
        process.communicate()
    assert found is not None and found.startswith(holder)
    assert nodes.find_holder(path) is None


def test_a_camera_this_account_may_not_open_is_known(nodes: CameraNodes) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may open everything")
    nodes.path(0).chmod(0)
    assert nodes.is_denied(nodes.path(0))
