from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.scanning.camera import CameraSource
from kiosk.scanning.scene_source import SceneSource
from kiosk.scanning.source import open_source


@pytest.mark.parametrize(
    "spec", ["auto", "", "0", "7", "front", "back", "name:HD Webcam", "qt:0", "opencv:1"]
)
def test_cameras_are_named_by_auto_or_number_and_not_touched_yet(spec: str) -> None:
    assert isinstance(open_source(spec), CameraSource)


def test_scenes_draw_the_labels_given() -> None:
    assert isinstance(open_source("scenes", labels=["HTTPS://Q.EXAMPLE/1"]), SceneSource)


@pytest.mark.parametrize(
    ("spec", "code"),
    [
        ("nowhere.mp4", "scanning.no-such-source"),
        ("64", "scanning.no-such-source"),
        ("9" * 5000, "scanning.no-such-source"),
        ("qt:64", "scanning.no-such-source"),
        ("qt:", "scanning.no-such-source"),
        ("name: ", "scanning.no-such-source"),
        ("-1", "scanning.no-such-source"),
        ("٣", "scanning.no-such-source"),
        ("a\0b", "scanning.no-such-source"),
        ("x" * 5000, "scanning.no-such-source"),
        ("http://example.org/stream.mjpg", "scanning.no-such-source"),
        ("rtsp://10.0.0.1/", "scanning.no-such-source"),
        ("frames%03d.png", "scanning.no-such-source"),
        ("scenes", "scanning.no-labels"),
        ("/dev/null", "scanning.not-a-file"),
    ],
)
def test_a_bad_spec_is_refused_in_words(spec: str, code: str) -> None:
    with pytest.raises(KioskError) as caught:
        open_source(spec)
    assert caught.value.code == code
    assert len(str(caught.value)) < 500 and "\0" not in str(caught.value)


def test_a_pipe_and_a_loop_of_links_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for name, code in (("pipe", "scanning.not-a-file"), ("loop", "scanning.no-such-source")):
        with pytest.raises(KioskError) as caught:
            open_source(str(tmp_path / name))
        assert caught.value.code == code


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    (tmp_path / "secret.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "secret.png").chmod(0)
    with pytest.raises(KioskError, match=r"unreadable-file"):
        open_source(str(tmp_path / "secret.png"))
