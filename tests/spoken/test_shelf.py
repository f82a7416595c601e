from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.spoken import shelf as module
from kiosk.spoken.shelf import SpokenShelf


@pytest.fixture
def shelf(tmp_path: Path) -> SpokenShelf:
    return SpokenShelf(tmp_path)


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_held_recording_waits_for_its_facts_and_then_for_the_hub(
    shelf: SpokenShelf, tmp_path: Path
) -> None:
    sha256 = shelf.hold(b"OggS one")
    assert sha256 == hashlib.sha256(b"OggS one").hexdigest()
    assert shelf.list_waiting() == () and files(tmp_path) == [f"spoken/held/{sha256}.opus"]
    shelf.release(sha256)
    shelf.release(sha256)
    assert shelf.list_waiting() == (sha256,) and shelf.read(sha256) == b"OggS one"
    shelf.remove(sha256)
    shelf.remove(sha256)
    assert files(tmp_path) == [] and shelf.read(sha256) is None


def test_a_file_s_times_do_not_tell_when_somebody_spoke(shelf: SpokenShelf, tmp_path: Path) -> None:
    shelf.release(shelf.hold(b"OggS one"))
    (path,) = (tmp_path / "spoken").glob("*.opus")
    assert path.stat().st_mtime_ns == 0


def test_what_is_taken_back_is_gone(shelf: SpokenShelf, tmp_path: Path) -> None:
    shelf.drop(shelf.hold(b"OggS one"))
    shelf.drop("0" * 64)
    assert files(tmp_path) == []


def test_what_no_fact_names_is_tidied_away(shelf: SpokenShelf, tmp_path: Path) -> None:
    wanted, _other = shelf.hold(b"OggS one"), shelf.hold(b"OggS two")
    (tmp_path / "spoken" / "held" / "half.part").write_bytes(b"Og")
    shelf.keep_held({wanted})
    assert files(tmp_path) == [f"spoken/held/{wanted}.opus"]
    SpokenShelf(tmp_path / "never used").keep_held(())


def test_what_rotted_is_thrown_away(shelf: SpokenShelf, tmp_path: Path) -> None:
    sha256 = shelf.hold(b"OggS one")
    shelf.release(sha256)
    (tmp_path / "spoken" / f"{sha256}.opus").write_bytes(b"OggS 0ne")
    assert shelf.read(sha256) is None and shelf.list_waiting() == ()


def test_other_files_are_none_of_ours(shelf: SpokenShelf, tmp_path: Path) -> None:
    (tmp_path / "spoken").mkdir()
    (tmp_path / "spoken" / "notes.opus").write_bytes(b"x")
    assert shelf.list_waiting() == ()


@pytest.mark.parametrize("content", [b"", b"x" * (500 * 1024 + 1)])
def test_what_is_no_recording_of_ours_is_not_kept(shelf: SpokenShelf, content: bytes) -> None:
    with pytest.raises(KioskError) as refusal:
        shelf.hold(content)
    assert refusal.value.code == "spoken.not-kept"


def test_a_full_shelf_takes_no_more(shelf: SpokenShelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_RECORDINGS", 2)
    shelf.release(shelf.hold(b"OggS one"))
    shelf.hold(b"OggS two")
    assert shelf.is_full
    with pytest.raises(KioskError):
        shelf.hold(b"OggS three")


def test_a_disk_that_refuses_leaves_nothing_half(shelf: SpokenShelf, tmp_path: Path) -> None:
    (tmp_path / "spoken").write_bytes(b"a file where the folder should be")
    with pytest.raises(KioskError) as refusal:
        shelf.hold(b"OggS one")
    assert refusal.value.code == "spoken.not-kept"
    assert shelf.list_waiting() == () and not shelf.is_full
