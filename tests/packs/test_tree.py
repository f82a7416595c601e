"""A folder is a stick in disguise: links, pipes and odd names in it are met with a word, never followed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.packs.tree import FolderTree, Release
from tests.packs.unpacking import blob_path, unpack

SHA = "ab" * 32


@pytest.fixture
def stick(mill_hpack: Path, tmp_path: Path) -> Path:
    return unpack(mill_hpack, tmp_path / "stick")


def put(stick: Path, data: bytes) -> Path:
    path = blob_path(stick, SHA)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def refuse(stick: Path) -> str:
    with pytest.raises(KioskError) as caught:
        FolderTree(stick).open_blob(SHA, 4)
    assert caught.value.code == "packs.tree-faulty"
    return caught.value.found


def test_what_is_not_a_release_is_passed_over(stick: Path) -> None:
    targets = stick / "HERITAGE" / "targets"
    (targets / "..evil").mkdir()
    (targets / "UPPER").mkdir()
    (targets / ".DS_Store").write_bytes(b"")
    (targets / "test.mill" / "._1.json").write_bytes(b"")
    (targets / "test.mill" / "12345678901234.json").write_bytes(b"")
    (targets / "test.mill" / "٣.json").write_bytes(b"")
    (targets / "test.mill" / "007.json").write_bytes(b"")
    (targets / "test.mill" / "0.json").write_bytes(b"")
    assert FolderTree(stick).releases() == (Release("test.mill", 1),)


def test_a_blob_is_opened(stick: Path) -> None:
    put(stick, b"abcd")
    stream = FolderTree(stick).open_blob(SHA, 4)
    assert stream.read(10) == b"abcd"
    stream.close()


def test_a_missing_blob_is_named(stick: Path) -> None:
    assert "No such file" in refuse(stick)


@pytest.mark.parametrize("data", [b"", b"abc", b"abcde"])
def test_another_size_is_refused(stick: Path, data: bytes) -> None:
    put(stick, data)
    assert SHA[:12] in refuse(stick)


def test_a_link_is_not_followed(stick: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"abcd")
    put(stick, b"").unlink()
    blob_path(stick, SHA).symlink_to(tmp_path / "secret")
    refuse(stick)


def test_a_pipe_does_not_hang(stick: Path) -> None:
    put(stick, b"").unlink()
    os.mkfifo(blob_path(stick, SHA))
    assert "no plain file" in refuse(stick)


def test_a_folder_is_no_blob(stick: Path) -> None:
    put(stick, b"").unlink()
    blob_path(stick, SHA).mkdir()
    refuse(stick)


def test_a_folder_without_a_tree_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KioskError):
        FolderTree(tmp_path)


def test_a_folder_with_more_releases_than_anybody_publishes_is_refused(tmp_path: Path) -> None:
    """Thousands of packs with thousands of versions each would fill the memory with names alone."""
    for pack in range(12):
        folder = tmp_path / "HERITAGE" / "targets" / f"p{pack}"
        folder.mkdir(parents=True)
        for version in range(1, 1_001):
            (folder / f"{version}.json").touch()
    with pytest.raises(KioskError) as caught:
        FolderTree(tmp_path).releases()
    assert caught.value.code == "packs.tree-faulty"
