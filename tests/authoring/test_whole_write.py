"""What authoring writes into a folder stays in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.authoring.whole_write import UNFINISHED, write_whole
from kiosk.model.errors import KioskError


def test_a_file_takes_the_place_of_another(tmp_path: Path) -> None:
    path = tmp_path / "mill.story.en.vtt"
    path.write_bytes(b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_in_the_folder_is_never_written_through(tmp_path: Path) -> None:
    mine, folder = tmp_path / "mine.txt", tmp_path / "pack"
    mine.write_bytes(b"mine")
    folder.mkdir()
    path = folder / "mill.story.en.vtt"
    (folder / f".{path.name}{UNFINISHED}").symlink_to(mine)
    path.symlink_to(mine)
    write_whole(path, b"new")
    assert mine.read_bytes() == b"mine"
    assert path.read_bytes() == b"new" and not path.is_symlink()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(KioskError) as caught:
        write_whole(tmp_path / "gone" / "x.vtt", b"new")
    assert caught.value.code == "authoring.not-written"
