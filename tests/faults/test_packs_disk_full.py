"""A full disk at any step: the error says so, the old release is shown, and with room it goes on.

A sample of what ``./run bench faults`` does at every step.
"""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.packs.store import PackStore
from tests.faults.pack_full_disk import fill, fill_at_step, small_disk
from tests.faults.pack_world import NEW, World, install, look, small_scale


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own of 8 MB."""
    with small_disk(tmp_path / "disk") as place:
        if place is None:
            pytest.skip("only root can mount a small disk, and not everywhere")
        yield place


def test_too_little_space_is_told_before_anything_is_copied(disk: Path, pack_world: World) -> None:
    device = pack_world.make_device(disk / "device")
    outcome = install(device, pack_world.new)
    assert outcome.code == "packs.no-space"
    assert outcome.error is not None
    assert "MB free" in outcome.error.expected
    assert not (device / "packs/incoming").exists() or not list((device / "packs/incoming").iterdir())


@pytest.mark.parametrize(
    ("step", "codes"),
    [
        ("check", {"packs.no-space"}),
        ("copy:3", {"packs.no-space"}),
        ("sync:2", {"packs.no-space", "packs.state-not-written"}),
        ("verify", {"packs.state-not-written"}),
        ("switch", {"packs.state-not-written"}),
        ("clear-up", {""}),
    ],
)
def test_a_disk_that_fills_up_on_the_way(disk: Path, pack_world: World, step: str, codes: set[str]) -> None:
    assert fill_at_step(pack_world, disk, step) in codes


def test_a_file_that_may_not_grow(pack_world: World, tmp_path: Path) -> None:
    """The same without root: the system refuses to write past 50 KB. What came in is not left to fill the disk."""
    device = pack_world.make_device(tmp_path / "device")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        look(device)
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))
        outcome = install(device, pack_world.new)
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert (outcome.result, outcome.code) == ("refused", "packs.no-space")
    assert not list((device / "packs/incoming").iterdir())
    assert install(device, pack_world.new).result == "installed"
    assert look(device) == NEW


def test_room_is_made_of_what_nobody_needs(disk: Path, pack_world: World) -> None:
    device = pack_world.make_device(disk / "device")
    name = "ab" * 32
    forgotten = device / "packs/blobs" / name[:2] / name
    forgotten.parent.mkdir(exist_ok=True)
    fill(disk).rename(forgotten)
    os.truncate(forgotten, forgotten.stat().st_size - 40_000)
    with small_scale():
        outcome = install(device, pack_world.new)
    assert outcome.result == "installed", outcome
    assert not forgotten.exists()
    assert look(device) == NEW


def test_a_release_can_be_removed_from_a_disk_without_a_byte_left(disk: Path, pack_world: World) -> None:
    device = pack_world.make_device(disk / "device")
    with small_scale():
        assert install(device, pack_world.new).result == "installed"
    fill(disk)
    with closing(PackStore(device)) as store:
        assert store.remove("test.mill", 1) > 100_000
        assert [release.manifest.version for release in store.list_releases()] == [2]
    assert look(device) == NEW
