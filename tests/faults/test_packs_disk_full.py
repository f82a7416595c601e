"""A full disk at any step: the error says so, the old release is shown, and with room it goes on."""

from __future__ import annotations

import os
import resource
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.packs import install as install_module
from kiosk.packs.progress import Progress
from kiosk.packs.source import read_source
from kiosk.packs.store import PackStore
from tests.fakes.signed_packs import ThrowAwayOperator
from tests.packs.small_source import write_small_source

DISK_BYTES = 8_000_000
OPERATOR = ThrowAwayOperator()


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with versions 1 and 2 of the small pack."""
    folder = tmp_path_factory.mktemp("packs")
    source = read_source(write_small_source(folder / "mill"))
    for version in (1, 2):
        OPERATOR.build(
            replace(source, version=version, publisher=f"Publisher {version}"), folder / f"{version}.hpack"
        )
    return folder


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own of 8 MB."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(command, check=False, capture_output=True).returncode != 0:
        pytest.skip("only root can mount a small disk, and not everywhere")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def publisher(store: PackStore) -> str:
    library = store.open_library()
    try:
        assert library.problems == []
        return library.get_stop("mill/wheel", "en").publisher
    finally:
        library.close()


def fill(disk: Path) -> Path:
    """Write until nothing more fits."""
    path = disk / "filling"
    with path.open("wb", buffering=0) as stream:
        try:
            while stream.write(bytes(4096)):
                pass
        except OSError:
            return path
    raise AssertionError("the disk has no end")


def test_too_little_space_is_told_before_anything_is_copied(disk: Path, packs: Path) -> None:
    store = OPERATOR.open_store(disk)
    try:
        outcome = store.install(packs / "1.hpack")
        assert outcome.code == "packs.no-space"
        assert outcome.error is not None
        assert "MB free" in outcome.error.expected
        assert not list((disk / "packs").glob("*/*"))
    finally:
        store.close()


@pytest.mark.parametrize(
    ("step", "code"),
    [
        ("Checking the pack", "packs.no-space"),
        ("Copying", "packs.no-space"),
        ("Verifying", "packs.state-not-written"),
    ],
)
def test_a_disk_that_fills_up_on_the_way(
    disk: Path, packs: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: str
) -> None:
    monkeypatch.setattr(install_module, "RESERVE_BYTES", 0)
    store = OPERATOR.open_store(disk)
    try:
        assert store.install(packs / "1.hpack").result == "installed"
        filling: list[Path] = []

        def fill_at_step(progress: Progress) -> None:
            if progress.words == step and not filling:
                filling.append(fill(disk))

        outcome = store.install(packs / "2.hpack", fill_at_step)
        assert (outcome.result, outcome.code) == ("refused", code)
        assert publisher(store) == "Publisher 1"
        filling[0].unlink()
        assert store.install(packs / "2.hpack").result == "installed"
        assert publisher(store) == "Publisher 2"
    finally:
        store.close()


def test_a_file_that_may_not_grow(packs: Path, tmp_path: Path) -> None:
    """The same without root: the system refuses to write past 50 KB."""
    store = OPERATOR.open_store(tmp_path / "data")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        store.list_releases()
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))
        outcome = store.install(packs / "1.hpack")
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert (outcome.result, outcome.code) == ("refused", "packs.no-space")
        assert not list((tmp_path / "data/packs/incoming").iterdir())
        assert store.install(packs / "1.hpack").result == "installed"
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        store.close()
