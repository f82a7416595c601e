"""Sticks and files that nobody makes by accident: links, pipes, odd and colliding names, bombs, crowds."""

from __future__ import annotations

import os
import shutil
import struct
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.faults.pack_world import NEW, OLD, World, check_recovery, check_refusal, install, look

Attack = Callable[[World, Path], Path]
CROWD = 3_000


def install_hostile(world: World, scratch: Path, name: str) -> str:
    """Install from a hostile source; return the code of the refusal, "" where it did no harm."""
    device = world.make_device(scratch / "device")
    outcome = install(device, HOSTILE[name](world, scratch))
    check_refusal(outcome)
    assert look(device) == (NEW if outcome.result == "installed" else OLD), outcome
    assert not (scratch / "escaped").exists()
    assert not (device / "packs/escaped").exists()
    check_recovery(device, world.stick)
    return outcome.code


def largest_blob(stick: Path) -> Path:
    return max((stick / "HERITAGE/blobs").glob("*/*"), key=lambda path: path.stat().st_size)


def on_stick(change: Callable[[Path], None]) -> Attack:
    """Return the attack that does ``change`` to a good stick."""

    def attack(world: World, scratch: Path) -> Path:
        stick = world.make_stick(scratch / "stick")
        change(stick)
        return stick

    return attack


def in_archive(
    name: str, data: bytes = b"x", mode: int = 0o100644, method: int = zipfile.ZIP_STORED
) -> Attack:
    """Return the attack that puts one more entry into a good file."""

    def attack(world: World, scratch: Path) -> Path:
        path = scratch / "2.hpack"
        shutil.copyfile(world.new, path)
        with warnings.catch_warnings(), zipfile.ZipFile(path, "a") as archive:
            warnings.simplefilter("ignore")  # names that are there twice are the attack
            entry = zipfile.ZipInfo(name)
            entry.create_system = 3
            entry.external_attr = mode << 16
            entry.compress_type = method
            archive.writestr(entry, data)
        return path

    return attack


def replace_by_link(target: str) -> Callable[[Path], None]:
    def change(stick: Path) -> None:
        blob = largest_blob(stick)
        blob.unlink()
        blob.symlink_to(target)

    return change


def link_the_folder_of_blobs(stick: Path) -> None:
    folder = largest_blob(stick).parent
    shutil.rmtree(folder)
    folder.symlink_to("/etc")


def link_the_tree(stick: Path) -> None:
    shutil.rmtree(stick / "HERITAGE")
    (stick / "HERITAGE").symlink_to("/proc/self/fd")


def put_pipes(stick: Path) -> None:
    for path in list((stick / "HERITAGE").rglob("*.json")):
        path.unlink()
        os.mkfifo(path)


def put_a_pipe_for_a_blob(stick: Path) -> None:
    blob = largest_blob(stick)
    blob.unlink()
    os.mkfifo(blob)


def put_an_endless_blob(stick: Path) -> None:
    os.truncate(largest_blob(stick), 1 << 40)  # a sparse file: a terabyte that takes no room


def put_endless_metadata(stick: Path) -> None:
    for path in (stick / "HERITAGE/metadata").iterdir():
        os.truncate(path, 1 << 40)


def put_an_endless_manifest(stick: Path) -> None:
    for path in (stick / "HERITAGE/targets").glob("*/*"):
        os.truncate(path, 1 << 40)


def put_a_crowd_of_packs(stick: Path) -> None:
    for number in range(CROWD):
        (stick / f"HERITAGE/targets/crowd.n{number}").mkdir()


def put_a_crowd_of_versions(stick: Path) -> None:
    folder = next((stick / "HERITAGE/targets").iterdir())
    for number in range(10, CROWD):
        (folder / f"{number}.json").write_bytes(b"{}")


def put_colliding_names(stick: Path) -> None:
    """Upper case, another Unicode form, and a name that Windows keeps for itself, beside the real ones."""
    targets = stick / "HERITAGE/targets"
    real = next(targets.iterdir())
    for name in (real.name.upper(), real.name + "\u0301", "con", "aux.txt", real.name + " ", real.name + "."):
        shutil.copytree(real, targets / name)


def put_versions_that_are_none(stick: Path) -> None:
    folder = next((stick / "HERITAGE/targets").iterdir())
    for name in ("-1", "1e9", "\u0662", "0x2", "2.0", "99999999999999999999", "..2", " 3", "007"):
        (folder / f"{name}.json").write_bytes(b"{}")


def million_entries(world: World, scratch: Path) -> Path:
    """A file whose end says it has a million entries."""
    path = scratch / "million.hpack"
    entry = (
        struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 0, 0, 33, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0)
        + b"HERITAGE"
    )
    with path.open("wb") as stream:
        for _ in range(100):
            stream.write(entry * 10_000)
        size_bytes = stream.tell()
        stream.write(struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 10**6, 10**6, size_bytes, 0))
        stream.write(struct.pack("<4sLQL", b"PK\x06\x07", 0, size_bytes, 1))
        stream.write(struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 65_535, 65_535, size_bytes, 0, 0))
    return path


def bomb(world: World, scratch: Path) -> Path:
    """Ten kilobytes that would swell to ten megabytes, under the name of a blob."""
    return in_archive("HERITAGE/blobs/00/" + "0" * 64, bytes(10_000_000), method=zipfile.ZIP_DEFLATED)(
        world, scratch
    )


def a_device_for_a_file(world: World, scratch: Path) -> Path:
    return Path("/dev/zero")


def a_pipe_for_a_file(world: World, scratch: Path) -> Path:
    os.mkfifo(scratch / "pipe.hpack")
    return scratch / "pipe.hpack"


HOSTILE: dict[str, Attack] = {
    "a link to a file": on_stick(replace_by_link("/etc/passwd")),
    "a link to itself": on_stick(replace_by_link("../../blobs")),
    "a link to endless zeros": on_stick(replace_by_link("/dev/zero")),
    "a linked folder of blobs": on_stick(link_the_folder_of_blobs),
    "a linked tree": on_stick(link_the_tree),
    "pipes for every list": on_stick(put_pipes),
    "a pipe for a blob": on_stick(put_a_pipe_for_a_blob),
    "an endless blob": on_stick(put_an_endless_blob),
    "endless metadata": on_stick(put_endless_metadata),
    "an endless manifest": on_stick(put_an_endless_manifest),
    "a crowd of packs": on_stick(put_a_crowd_of_packs),
    "a crowd of versions": on_stick(put_a_crowd_of_versions),
    "colliding names": on_stick(put_colliding_names),
    "versions that are none": on_stick(put_versions_that_are_none),
    "an entry that climbs out": in_archive("HERITAGE/../../escaped"),
    "an entry from the root": in_archive("/tmp/escaped"),
    "an entry of another drive": in_archive("C:\\escaped"),
    "an entry with a backslash": in_archive("HERITAGE\\..\\escaped"),
    "an entry with a null": in_archive("HERITAGE/metadata/1.root.json\0.txt"),
    "an entry twice": in_archive("HERITAGE/metadata/timestamp.json"),
    "an entry in other case": in_archive("heritage/metadata/timestamp.json"),
    "an entry that is a link": in_archive("HERITAGE/blobs/00/" + "0" * 64, b"/etc/passwd", 0o120777),
    "an entry that is a device": in_archive("HERITAGE/blobs/00/" + "0" * 64, b"", 0o020666),
    "an entry that is a folder": in_archive("HERITAGE/blobs/", b"", 0o040755),
    "a bomb": bomb,
    "a million entries": million_entries,
    "a device for a file": a_device_for_a_file,
    "a pipe for a file": a_pipe_for_a_file,
}
