"""Sticks that are full, locked or lose what they are given: told in words, and what was on them before is still whole."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.packs.build import build_pack
from kiosk.packs.publishing import encrypted_key
from kiosk.packs.publishing.key_ring import KeyRing
from kiosk.packs.publishing.new_ring import make_ring
from kiosk.packs.publishing.publish import publish
from kiosk.packs.publishing.sign_hpack import sign_packs
from kiosk.packs.source import read_source
from kiosk.packs.steps import OnStep
from tests.fakes.sticks import Sticks, why_not
from tests.packs.publishing.independent_reader import read_release
from tests.packs.small_source import write_small_source

DISK_BYTES = 8_000_000
PASSPHRASE = "mill wheel turns again"


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with versions 1 and 2 of the small pack, unsigned."""
    folder = tmp_path_factory.mktemp("packs")
    source = read_source(write_small_source(tmp_path_factory.mktemp("mill")))
    for version in (1, 2):
        release = replace(source, version=version, publisher=f"Publisher {version}")
        build_pack(release, folder / f"{version}.hpack")
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
    subprocess.run(["umount", str(place)], check=os.path.ismount(place))


def make_keys(folder: Path) -> KeyRing:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(encrypted_key, "SCRYPT_N", 1 << 8)
        return make_ring(folder, "The Mill Society", lambda _name, _new: PASSPHRASE)


def fill(disk: Path) -> Path:
    """Write until nothing more fits, not even a name."""
    path = disk / "filling"
    with path.open("wb", buffering=0) as stream:
        try:
            while stream.write(bytes(4096)):
                pass
        except OSError:
            return path
    raise AssertionError("the disk has no end")


def try_to_publish(pack: Path, ring: KeyRing, stick: Path, on_step: OnStep) -> str:
    """Return the code of what went wrong, "" where nothing did."""
    try:
        publish([pack], ring, stick, on_step=on_step)
    except KioskError as error:
        return error.code
    return ""


def list_steps(packs: Path, tmp_path: Path) -> list[str]:
    ring = make_keys(tmp_path / "counting/keys")
    (tmp_path / "stick").mkdir()
    publish([packs / "1.hpack"], ring, tmp_path / "stick")
    steps: list[str] = []
    publish([packs / "2.hpack"], ring, tmp_path / "stick", on_step=steps.append)
    return steps


@pytest.mark.parametrize("full", ["stick", "keys"])
def test_a_disk_that_is_full_from_some_step_on(disk: Path, packs: Path, tmp_path: Path, full: str) -> None:
    told = 0
    steps = list_steps(packs, tmp_path)
    for number, name in enumerate(steps):
        scene = disk / str(number)
        away = tmp_path / str(number)
        for folder in (scene, away):
            folder.mkdir()
        ring = make_keys((scene if full == "keys" else away) / "keys")
        stick = (scene if full == "stick" else away) / "stick"
        root = ring.state().root_raw
        publish([packs / "1.hpack"], ring, stick)
        reached: list[str] = []

        def fill_at_step(step: str, reached: list[str] = reached, number: int = number) -> None:
            if len(reached) == number:
                fill(disk)
            reached.append(step)

        code = try_to_publish(packs / "2.hpack", ring, stick, fill_at_step)
        assert code in {"", "packs.destination-full"}, name
        assert read_release(stick, root, 1) == "Publisher 1", name
        told += bool(code)
        (disk / "filling").unlink()
        ring.state().verify()
        publish([packs / "2.hpack"], ring, stick)
        assert read_release(stick, root, 2) == "Publisher 2"
        subprocess.run(["rm", "-rf", str(scene)], check=True)
    print(f"{full} full at {len(steps)} steps; {told} of them had to be told")
    assert told > (10 if full == "stick" else 4)


def test_too_little_room_is_told_before_anything_is_copied(disk: Path, packs: Path, tmp_path: Path) -> None:
    filling = fill(disk)
    filling.write_bytes(bytes(DISK_BYTES - 1_200_000))
    with pytest.raises(KioskError) as raised:
        publish([packs / "1.hpack"], make_keys(tmp_path / "keys"), disk)
    assert raised.value.code == "packs.destination-full"
    assert "MB free" in raised.value.expected
    assert not list(disk.glob("HERITAGE/*/*"))


@pytest.mark.parametrize("kind", ["ext4", "exfat"])
def test_sticks_of_other_kinds(packs: Path, tmp_path: Path, kind: str) -> None:
    """What is published is read again after the stick was pulled out and plugged in."""
    if reason := why_not(kind):
        pytest.skip(reason)
    ring = make_keys(tmp_path / "keys")
    sticks = Sticks(tmp_path)
    try:
        image = sticks.make_image("mill", kind, 16)
        for version in (1, 2):
            at = tmp_path / f"plugged-{version}"
            at.mkdir()
            sticks.mount_image(image, kind, at)
            publish([packs / f"{version}.hpack"], ring, at)
            subprocess.run(["umount", str(at)], check=True)
        again = tmp_path / "again"
        again.mkdir()
        sticks.mount_image(image, kind, again)
        root = ring.state().root_raw
        seen = [read_release(again, root, version) for version in (1, 2)]
        subprocess.run(["umount", str(again)], check=True)
    finally:
        sticks.close()
    assert seen == ["Publisher 1", "Publisher 2"]


def test_a_stick_with_fat32(packs: Path, tmp_path: Path) -> None:
    """As most sticks are sold. Few kernels of build machines know it: a program stands in for the driver."""
    if os.geteuid() != 0 or not (shutil.which("fusefat") and Path("/usr/sbin/mkfs.vfat").exists()):
        pytest.skip("only root can mount, and with fusefat and mkfs.vfat")
    ring, image, at = make_keys(tmp_path / "keys"), tmp_path / "image", tmp_path / "plugged"
    with image.open("wb") as file:
        file.truncate(40 << 20)
    subprocess.run(["/usr/sbin/mkfs.vfat", "-F", "32", image], check=True, capture_output=True)
    at.mkdir()
    seen = []
    for version in (1, 2):
        subprocess.run(["fusefat", "-o", "rw+", image, at], check=True, capture_output=True)
        publish([packs / f"{version}.hpack"], ring, at)
        seen.append(read_release(at, ring.state().root_raw, version))
        subprocess.run(["umount", at], check=True)
    assert seen == ["Publisher 1", "Publisher 2"]


def test_a_locked_stick(disk: Path, packs: Path, tmp_path: Path) -> None:
    ring = make_keys(tmp_path / "keys")
    publish([packs / "1.hpack"], ring, disk)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    with pytest.raises(KioskError) as raised:
        publish([packs / "2.hpack"], ring, disk)
    assert raised.value.code == "packs.destination-read-only"
    assert "lock" in raised.value.remedy
    assert read_release(disk, ring.state().files["1.root.json"], 1) == "Publisher 1"
    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
    publish([packs / "2.hpack"], ring, disk)
    assert read_release(disk, ring.state().files["1.root.json"], 2) == "Publisher 2"


def test_keys_on_a_locked_stick(disk: Path, packs: Path, tmp_path: Path) -> None:
    ring = make_keys(disk / "keys")
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    with pytest.raises(KioskError) as raised:
        publish([packs / "1.hpack"], ring, tmp_path / "stick")
    assert raised.value.code in {"packs.keys-busy", "packs.destination-read-only"}
    assert "cannot be" in raised.value.found


def test_a_file_that_cannot_be_signed_for_want_of_room_stays_as_it_is(
    disk: Path, packs: Path, tmp_path: Path
) -> None:
    ring = make_keys(tmp_path / "keys")
    pack = disk / "mill.hpack"
    pack.write_bytes((packs / "1.hpack").read_bytes())
    before = pack.read_bytes()
    filling = fill(disk)
    with pytest.raises(KioskError) as raised:
        sign_packs([pack], ring)
    assert raised.value.code == "packs.destination-full"
    assert pack.read_bytes() == before
    filling.unlink()
    sign_packs([pack], ring)
    assert [path.name for path in disk.iterdir()] == ["mill.hpack"]


def test_a_stick_that_loses_what_it_is_given(packs: Path, tmp_path: Path) -> None:
    """A forged stick says yes to every write and keeps the first megabyte: the signature never comes onto it."""
    ring = make_keys(tmp_path / "keys")
    stick = tmp_path / "stick"

    def lose(step: str) -> None:
        if step == "read-back:2":
            for blob in stick.glob("HERITAGE/blobs/*/*"):
                blob.write_bytes(bytes(blob.stat().st_size))

    with pytest.raises(KioskError) as raised:
        publish([packs / "1.hpack"], ring, stick, on_step=lose)
    assert raised.value.code == "packs.stick-lies"
    assert not (stick / "HERITAGE/metadata").exists()


@pytest.mark.parametrize("step", ["copy:3", "sync", "read-back:1", "manifest", "sign", "metadata", "tidy"])
def test_a_stick_whose_mount_goes_away(disk: Path, packs: Path, tmp_path: Path, step: str) -> None:
    """Its folder is then one of this machine's own disk: nothing is written there, and it is not called a success."""
    ring = make_keys(tmp_path / "keys")

    def pull(name: str) -> None:
        if name.startswith(step) and os.path.ismount(disk):
            subprocess.run(["umount", "--lazy", str(disk)], check=True)

    with pytest.raises(KioskError) as raised:
        publish([packs / "1.hpack"], ring, disk, on_step=pull)
    assert raised.value.code == "packs.destination-failed"
    assert list(disk.iterdir()) == []
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", str(disk)], check=True)
    publish([packs / "1.hpack"], ring, disk)
    assert read_release(disk, ring.state().root_raw, 1) == "Publisher 1"


def test_a_stick_that_is_pulled_out(packs: Path, tmp_path: Path) -> None:
    """The mount is gone and its folder, on the machine's own disk, is what is left: nothing is written there unseen."""
    ring = make_keys(tmp_path / "keys")
    stick = tmp_path / "stick"

    def pull(step: str) -> None:
        if step == "copy:3":
            (stick / "HERITAGE").rename(tmp_path / "pulled")

    with pytest.raises(KioskError) as raised:
        publish([packs / "1.hpack"], ring, stick, on_step=pull)
    assert raised.value.code == "packs.destination-failed"
    assert not (stick / "HERITAGE").exists()
    (tmp_path / "pulled").rename(stick / "HERITAGE")
    done = publish([packs / "1.hpack"], ring, stick)
    assert done.reused_bytes > 0
    assert read_release(stick, ring.state().root_raw, 1) == "Publisher 1"
