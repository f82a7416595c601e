from __future__ import annotations

from pathlib import Path

from kiosk.visits.identity import load_device


def test_it_is_made_once_and_kept(tmp_path: Path) -> None:
    device = load_device(tmp_path / "data")
    assert len(device) == 32
    assert load_device(tmp_path / "data") == device


def test_two_devices_are_two(tmp_path: Path) -> None:
    assert load_device(tmp_path / "one") != load_device(tmp_path / "two")


def test_a_damaged_one_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "device-id").write_bytes(b"\xff\xfe" * 1_000_000)
    device = load_device(tmp_path)
    assert load_device(tmp_path) == device


def test_a_folder_that_cannot_be_written_gives_one_for_this_process(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    assert len(load_device(tmp_path / "data")) == 32
