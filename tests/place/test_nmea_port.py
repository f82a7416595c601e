from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.place.nmea_port import open_port
from kiosk.place.qt_position import QtPosition
from kiosk.place.recording import read_recording
from kiosk.place.source import choose_receiver
from kiosk.place.walk import Pause, format_walk


def refuse(path: Path, *, only_files: bool = False) -> KioskError:
    with pytest.raises(KioskError) as caught:
        open_port(path, only_files=only_files)
    assert caught.value.code == "place.no-receiver" and caught.value.remedy
    return caught.value


def test_what_gives_no_positions_is_refused_in_words(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
        for path in (
            tmp_path,
            tmp_path / "absent",
            tmp_path / "socket",
            Path("/dev/zero"),
            Path("/dev/null"),
        ):
            refuse(path)
    refuse(Path("a\0b"))


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "walk.nmea"
    path.touch(mode=0)
    if os.geteuid() != 0:
        assert "denied" in str(refuse(path)).lower()


def test_a_pipe_is_no_recording(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    refuse(tmp_path / "pipe", only_files=True)


def test_a_recording_is_read_whole_its_last_line_too(tmp_path: Path) -> None:
    path = tmp_path / "walk.nmea"
    path.write_text("\n".join(format_walk([Pause(28.5, 77.2, 4)])))
    assert len(list(read_recording(path))) == 4


def test_an_empty_recording_has_no_moments(tmp_path: Path) -> None:
    (tmp_path / "walk.nmea").touch()
    assert list(read_recording(tmp_path / "walk.nmea")) == []


def test_which_receiver_a_setting_names(tmp_path: Path, qapp: object) -> None:
    (tmp_path / "walk.nmea").touch()
    assert choose_receiver("none") is None
    for spec in (str(tmp_path / "walk.nmea"), "/dev/ttyNOTHING9"):
        make = choose_receiver(spec)
        assert make is not None and type(make()).__name__ == "NmeaReceiver"
    make = choose_receiver("auto")
    assert make is not None and isinstance(make(), QtPosition)


@pytest.mark.parametrize("spec", ["walk.nmea", "/", "/dev/zero", ""])
def test_a_misspelt_one_is_said_at_once(spec: str) -> None:
    with pytest.raises(KioskError):
        choose_receiver(spec)
