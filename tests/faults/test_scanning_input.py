"""Hostile and broken material before the camera: refused in words, or shown as far as it goes."""

from __future__ import annotations

import itertools
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest
import segno

from kiosk.model.errors import KioskError
from kiosk.scanning.ladder import Ladder
from kiosk.scanning.opencv_capture import read_video
from kiosk.scanning.source import FrameSource, Showing, open_source

if TYPE_CHECKING:
    from kiosk.scanning.frame import Frame

PATIENCE_S = 30.0
ONCE = Showing(shown_ms=50, frames_per_s=40, repeat=False)


def run_to_the_end(source: FrameSource) -> tuple[list[Frame], KioskError]:
    """Return what a source gave, and how it ended."""
    given: SimpleQueue[Frame | KioskError] = SimpleQueue()
    source.start(given.put, given.put)
    frames: list[Frame] = []
    try:
        while True:
            thing = given.get(timeout=PATIENCE_S)
            if isinstance(thing, KioskError):
                return frames, thing
            frames.append(thing)
    finally:
        source.stop()


def write_video(path: Path, frames: int = 20, size: tuple[int, int] = (320, 240)) -> Path:
    random = np.random.default_rng(3)
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 60, size)
    for _ in range(frames):
        writer.write(random.integers(0, 256, (size[1], size[0], 3), dtype=np.uint8))
    writer.release()
    return path


def test_a_video_is_shown_once_and_then_says_that_it_ended(tmp_path: Path) -> None:
    frames, end = run_to_the_end(open_source(str(write_video(tmp_path / "film.avi")), ONCE))
    assert (len(frames), end.code) == (20, "scanning.source-ended")


def test_a_truncated_video_gives_what_it_has(tmp_path: Path) -> None:
    path = write_video(tmp_path / "film.avi")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    frames, end = run_to_the_end(open_source(str(path), ONCE))
    assert 0 < len(frames) < 20 and end.code == "scanning.source-ended"


def test_a_video_of_rubbish_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(b"\0\0\0\x18ftypmp42" + bytes(range(256)) * 40)
    frames, end = run_to_the_end(open_source(str(path), Showing()))
    assert (frames, end.code) == ([], "scanning.damaged-video")


def test_flipped_bytes_in_a_video_never_raise_anything_but_words(tmp_path: Path) -> None:
    sound = write_video(tmp_path / "film.avi", frames=4).read_bytes()
    random = np.random.default_rng(8)
    for number in range(25):
        content = bytearray(sound)
        for place in random.integers(0, len(content), 30):
            content[place] = int(random.integers(0, 256))
        path = tmp_path / f"{number}.avi"
        path.write_bytes(content)
        with suppress(KioskError):
            list(itertools.islice(read_video(path), 50))


def test_a_playlist_that_calls_itself_a_video_opens_nothing(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    path.write_text("#EXTM3U\n#EXTINF:1,\n/etc/hostname\n")
    with pytest.raises(KioskError, match=r"unknown-format"):
        open_source(str(path))


def test_a_folder_with_rubbish_shows_what_is_good_in_it(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\nno")
    (tmp_path / "b.png").write_bytes(b"")
    (tmp_path / "d.jpg").write_text("not a picture")
    segno.make("GOOD", micro=False).save(str(tmp_path / "c.png"), scale=5, border=4)
    frames, end = run_to_the_end(open_source(str(tmp_path), ONCE))
    assert [code.text for code in Ladder().read(frames[0].luminance)] == ["GOOD"]
    assert end.code == "scanning.source-ended"


def test_a_folder_with_nothing_but_rubbish_ends_even_when_it_repeats(tmp_path: Path) -> None:
    for name in ("a.png", "b.png"):
        (tmp_path / name).write_bytes(b"\x89PNG\r\n\x1a\nno")
    frames, end = run_to_the_end(open_source(str(tmp_path), Showing(repeat=True)))
    assert (frames, end.code) == ([], "scanning.damaged-picture")


def test_a_picture_that_vanishes_between_naming_and_showing_is_told(tmp_path: Path) -> None:
    path = tmp_path / "one.png"
    cv2.imwrite(str(path), np.zeros((64, 64), np.uint8))
    source = open_source(str(path), ONCE)
    path.unlink()
    assert run_to_the_end(source)[1].code == "scanning.unreadable-file"


@pytest.mark.allow_qt_message("pipewire")
def test_a_camera_number_that_is_not_there_is_told_in_words() -> None:
    frames, end = run_to_the_end(open_source("57"))
    assert (frames, end.code) == ([], "scanning.camera-lost")


HOSTILE = ["", " ", "\0", "\x1b[31m", "9" * 7089, "A" * 4296, "😀" * 600, "\u202egnp.exe"]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:8]))
def test_whatever_a_symbol_says_it_comes_out_as_text_or_not_at_all(text: str) -> None:
    try:
        code = segno.make(text, micro=False, error="l")
    except (ValueError, segno.DataOverflowError):
        pytest.skip("no symbol can hold this")
    matrix = np.array([[*row] for row in code.matrix_iter(scale=4, border=4)], np.uint8)
    plane = np.where(matrix > 0, 0, 255).astype(np.uint8)
    texts = [found.text for found in Ladder(budget_ms=None).read(plane) if found.is_read]
    assert texts in ([text], [])


def test_damaged_symbols_do_no_harm() -> None:
    random = np.random.default_rng(12)
    ladder = Ladder(budget_ms=None)
    text = "HTTPS://QUTB.EXAMPLE/7K3M9QXT2ABCD"
    matrix = np.array([[*row] for row in segno.make(text, micro=False).matrix_iter(border=4)], np.uint8)
    for _ in range(40):
        hurt = matrix ^ (random.random(matrix.shape) < random.uniform(0.02, 0.3))
        plane = np.where(np.kron(hurt, np.ones((5, 5), np.uint8)) > 0, 20, 235).astype(np.uint8)
        assert {code.text for code in ladder.read(plane) if code.is_read} <= {text}
