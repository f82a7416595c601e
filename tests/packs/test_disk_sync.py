"""Many files are flushed at once, by one call of the system or one by one; both tell of failure."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.packs import disk_sync
from kiosk.packs.disk_sync import drop_from_memory, sync_all_names, sync_files


@pytest.fixture(params=["one call", "one by one"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways of flushing, where this system has both."""
    if request.param == "one by one":
        monkeypatch.setattr(disk_sync, "_find_syncfs", lambda: None)
    elif disk_sync._find_syncfs() is None:
        pytest.skip("this system cannot flush a whole file system, or does not tell of errors")
    return str(request.param)


@pytest.fixture
def flushed(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Which files and folders ``fsync`` was called for."""
    calls: list[Path] = []
    fsync: Callable[[int], None] = os.fsync

    def watch(descriptor: int) -> None:
        if Path("/proc/self/fd").is_dir():
            calls.append(Path(f"/proc/self/fd/{descriptor}").readlink())
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", watch)
    return calls


def test_files_and_their_names_are_flushed(tmp_path: Path, way: str, flushed: list[Path]) -> None:
    files = [tmp_path / str(number) for number in range(20)]
    for path in files:
        path.write_bytes(b"x" * 10_000)
    sync_files(files, tmp_path)
    sync_all_names([tmp_path, tmp_path.parent])
    for path in files:
        drop_from_memory(path)
        assert path.read_bytes() == b"x" * 10_000
    if way == "one by one" and flushed:
        assert {*files, tmp_path, tmp_path.parent} <= set(flushed)
    if way == "one call":
        assert flushed == []


def test_what_cannot_be_flushed_is_told(tmp_path: Path, way: str) -> None:
    with pytest.raises(OSError, match="No such file"):
        sync_files([tmp_path / "gone/file"], tmp_path / "gone")
    with pytest.raises(OSError, match="No such file"):
        sync_all_names([tmp_path / "gone"])
