"""``kiosk doctor`` on cameras: each is tried, the one the guide takes is named, and what is wrong has a remedy."""

from __future__ import annotations

from pathlib import Path

from kiosk.app.doctor.camera import check_camera
from kiosk.app.doctor.finding import Status
from kiosk.scanning.abilities import CameraAbilities
from kiosk.scanning.camera_errors import make_busy_error, make_lost_error
from kiosk.scanning.camera_nodes import GUIDE
from kiosk.scanning.camera_trial import CameraTrial
from kiosk.scanning.cameras import CameraEntry, choose_cameras
from tests.fakes.fake_camera import FakeCamera

NODE = Path("/dev/video0")
WEBCAM = CameraEntry("qt 0", "HD Webcam", "Qt", 0, FakeCamera, is_default=True, node=NODE)
SAME = CameraEntry("node 0", "HD Webcam", "OpenCV", 0, FakeCamera, node=NODE)
REAR = CameraEntry("qt 1", "Rear", "Qt", 1, FakeCamera, faces_world=True)
GOOD = CameraTrial(1280, 720, 29.7, 640, 0.2, CameraAbilities(has_torch=True, layout="NV12"))


def check(
    trials: dict[str, CameraTrial], *entries: CameraEntry, spec: str = "auto"
) -> list[tuple[str, Status, str]]:
    findings = check_camera(
        spec, lambda wish: choose_cameras(wish, entries), lambda entry: trials.get(entry.key, GOOD)
    )
    return [(each.check, each.status, f"{each.found} | {each.remedy}") for each in findings]


def test_what_is_taken_and_why_and_what_it_gives() -> None:
    taken, other = check({}, WEBCAM, SAME, REAR)
    assert taken[:2] == ("camera", Status.OK)
    assert taken[2] == (
        "Rear through Qt: 1280 x 720, 30 frames/s, NV12 at 0.2 ms a frame, the first after 640 ms,"
        " a light, taken: looks away from the screen | "
    )
    assert other[:2] == ("camera 0", Status.OK) and "not taken" in other[2]


def test_one_that_fails_is_told_and_the_next_taken() -> None:
    failed = CameraTrial(error=make_lost_error("HD Webcam", "no such format"))
    first, second = check({"qt 0": failed}, WEBCAM, SAME)
    assert first[1] is Status.WARN and "HD Webcam through Qt: no such format" in first[2]
    assert second[:2] == ("camera", Status.OK) and "HD Webcam through OpenCV" in second[2]


def test_black_frozen_and_slow_pictures_have_a_remedy() -> None:
    for trial, words, remedy in (
        (CameraTrial(640, 480, 30, is_black=True), "all is black", "cover"),
        (CameraTrial(640, 480, 30, is_frozen=True), "repeats one picture", "again"),
        (CameraTrial(640, 480, 5), "slow", "light"),
    ):
        (finding,) = check({"qt 0": trial}, WEBCAM)
        assert finding[1] is Status.WARN and words in finding[2] and remedy in finding[2]


def test_a_camera_that_the_guide_uses_is_no_fault_and_one_that_others_use_is() -> None:
    for holder, status in ((GUIDE, Status.OK), ("cheese", Status.WARN)):
        busy = CameraTrial(error=make_busy_error("HD Webcam", holder))
        (finding,) = check({"qt 0": busy}, WEBCAM)
        assert finding[1] is status


def test_no_camera_another_camera_and_none_wanted() -> None:
    ((_, status, words),) = check({})
    assert status is Status.WARN and "no camera" in words and "group video" in words
    ((_, status, words),) = check({}, WEBCAM, spec="name:Logitech")
    assert status is Status.WARN and "there is HD Webcam" in words
    assert check({}, WEBCAM, spec="none")[0][1] is Status.OK
    assert check({}, spec="64")[0][1] is Status.WARN
    assert check({}, spec="gone.mp4")[0][1] is Status.WARN


def test_pictures_may_stand_in_for_a_camera(tmp_path: Path) -> None:
    (tmp_path / "one.png").write_bytes(b"")
    ((_, status, words),) = check({}, spec=str(tmp_path))
    assert status is Status.OK and "stand in" in words
