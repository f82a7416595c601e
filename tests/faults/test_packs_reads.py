"""A stick that is pulled out, slow, failing or lying while it is read.

A sample of what ``./run bench faults`` does at every read.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.faults.pack_bad_reads import FATAL, HARMLESS, Trouble, count_reads, in_trouble, read_badly
from tests.faults.pack_kills import can_mount, make_disk, mounted
from tests.faults.pack_world import NEW, OLD, World, check_recovery, install, look, small_scale

CODES = {"packs.read-failed", "packs.hash-mismatch", "packs.metadata-faulty", "packs.tree-faulty"}


@pytest.mark.parametrize("kind", FATAL)
def test_a_drive_that_fails_is_told_and_changes_nothing(pack_world: World, tmp_path: Path, kind: str) -> None:
    reads = count_reads(pack_world, tmp_path / "counted")
    assert reads > 20
    for at in (1, 4, reads // 2, reads - 1):
        assert read_badly(pack_world, tmp_path / str(at), kind, at) in CODES


@pytest.mark.parametrize("kind", HARMLESS)
def test_a_drive_that_is_a_nuisance_does_no_harm(pack_world: World, tmp_path: Path, kind: str) -> None:
    assert read_badly(pack_world, tmp_path / "device", kind, 1) == ""


def test_what_was_copied_before_the_stick_was_pulled_is_not_copied_again(
    pack_world: World, tmp_path: Path
) -> None:
    device = pack_world.make_device(tmp_path / "device")
    with small_scale(), in_trouble(Trouble("pulled out", count_reads(pack_world, tmp_path / "counted") - 3)):
        assert install(device, pack_world.stick).code == "packs.read-failed"
    kept_bytes = sum(path.stat().st_size for path in (device / "packs/incoming").iterdir())
    whole = pack_world.make_device(tmp_path / "other")
    all_bytes = install(whole, pack_world.stick).copied_bytes
    again = install(device, pack_world.stick)
    assert again.result == "installed"
    assert kept_bytes > 0
    assert again.copied_bytes < all_bytes / 2
    assert look(device) == NEW


@pytest.mark.parametrize("as_tree", [True, False])
@pytest.mark.parametrize("torn", [True, False])
def test_what_is_left_of_a_file_is_gone_on_with_unless_it_is_torn(
    pack_world: World, tmp_path: Path, as_tree: bool, torn: bool
) -> None:
    """After a power cut a file may have its length and not its bytes."""
    device = pack_world.make_device(tmp_path / "device")
    incoming = device / "packs/incoming"
    incoming.mkdir(exist_ok=True)
    blobs = list((pack_world.stick / "HERITAGE/blobs").glob("*/*"))
    for blob in blobs:
        half = blob.read_bytes()[: blob.stat().st_size // 2]
        (incoming / blob.name).write_bytes(bytes(len(half)) if torn else half)
    outcome = install(device, pack_world.stick if as_tree else pack_world.new)
    assert outcome.result == "installed"
    assert look(device) == NEW
    assert not list(incoming.iterdir())
    whole = install(pack_world.make_device(tmp_path / "other"), pack_world.new).copied_bytes
    share = outcome.copied_bytes / whole
    assert share == pytest.approx(1 if torn else 0.5, abs=0.01)


def test_a_real_disk_that_breaks_off(pack_world: World, tmp_path: Path) -> None:
    """An ext4 disk whose second half is gone: the kernel itself reports the errors."""
    if not can_mount(tmp_path):
        pytest.skip("only root can mount a disk from a file, and not everywhere")
    image = make_disk(tmp_path / "stick.img")
    device = pack_world.make_device(tmp_path / "device")
    with mounted(image, tmp_path / "drive") as drive:
        pack_world.make_stick(drive / "stick")
    with mounted(image, tmp_path / "drive", "ro") as drive:
        os.truncate(image, 6_000_000)
        outcome = install(device, drive / "stick")
        assert outcome.result == "refused"
        assert outcome.code in CODES
        assert look(device) == OLD
    check_recovery(device, pack_world.stick)


def test_a_read_only_stick_is_as_good(pack_world: World, tmp_path: Path) -> None:
    if not can_mount(tmp_path):
        pytest.skip("only root can mount a disk from a file, and not everywhere")
    image = make_disk(tmp_path / "stick.img")
    with mounted(image, tmp_path / "drive") as drive:
        pack_world.make_stick(drive / "stick")
    device = pack_world.make_device(tmp_path / "device")
    with mounted(image, tmp_path / "drive", "ro") as drive:
        assert install(device, drive / "stick").result == "installed"
        assert subprocess.run(["touch", drive / "probe"], check=False, capture_output=True).returncode != 0
    assert look(device) == NEW
