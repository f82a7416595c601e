from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
import segno

from kiosk.scanning.scan_inputs import read_inputs


def write_code(path: Path, text: str) -> Path:
    segno.make(text, micro=False).save(str(path), scale=5, border=4)
    return path


def test_each_picture_of_a_folder_and_its_folders_is_an_input(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    write_code(tmp_path / "b.png", "B")
    write_code(tmp_path / "a.png", "A")
    write_code(tmp_path / "inner" / "c.png", "C")
    (tmp_path / "notes.txt").write_text("none")
    readings = list(read_inputs([str(tmp_path)], 1))
    assert [[code.text for code in reading.codes] for reading in readings] == [["A"], ["B"], ["C"]]


def test_a_faulty_input_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nrubbish")
    write_code(tmp_path / "sound.png", "S")
    readings = list(read_inputs([str(tmp_path), str(tmp_path / "nowhere")], 1))
    codes = [reading.error.code if reading.error else reading.codes[0].text for reading in readings]
    assert codes == ["scanning.damaged-picture", "S", "scanning.no-such-source"]


def test_a_video_gives_each_text_once(tmp_path: Path) -> None:
    write_code(tmp_path / "one.png", "ONE")
    write_code(tmp_path / "two.png", "TWO")
    writer = cv2.VideoWriter(str(tmp_path / "film.avi"), cv2.VideoWriter.fourcc(*"MJPG"), 20, (320, 240))
    for name in ("one", "one", "two", "two", "one"):
        page = np.full((240, 320, 3), 255, np.uint8)
        code = cv2.imread(str(tmp_path / f"{name}.png"))
        assert code is not None
        page[20 : 20 + code.shape[0], 60 : 60 + code.shape[1]] = code
        writer.write(page)
    writer.release()
    (reading,) = read_inputs([str(tmp_path / "film.avi")], 1)
    assert [code.text for code in reading.codes] == ["ONE", "TWO"]
    assert reading.read_ms > 0


@pytest.mark.allow_qt_message("pipewire")
@pytest.mark.parametrize("spec", ["camera:x", "camera:64", "camera:", "camera:-1"])
def test_a_camera_that_cannot_be_is_told_in_words(spec: str) -> None:
    (reading,) = read_inputs([spec], 20)
    assert reading.codes == () and reading.error is not None
