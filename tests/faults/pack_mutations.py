"""Spoils a good stick at random: whatever comes of it, the device shows one whole release."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.faults.pack_world import NEW, OLD, World, check_recovery, check_refusal, install, look

Mutation = Callable[[Path, list[Path], random.Random], None]


def mutate(stick: Path, seed: int) -> str:
    """Do one to three of the mutations to ``stick``; return their names."""
    spot = random.Random(seed)
    names = []
    for _ in range(spot.choice((1, 1, 1, 2, 3))):
        mutation = spot.choice(MUTATIONS)
        # Signed lists and manifests are a hundredth of a stick's bytes, and all that decides.
        kind = spot.choice(("metadata", "targets", "blobs", ""))
        files = [path for path in (stick / "HERITAGE" / kind).rglob("*") if path.is_file()]
        if files:
            mutation(stick, sorted(files), spot)
            names.append(mutation.__name__)
    return " and ".join(names)


def install_spoilt(world: World, scratch: Path, seed: int) -> tuple[str, str]:
    """Install from a spoilt stick, then from a good one; return what was done and what came of it."""
    device = world.make_device(scratch / "device")
    stick = world.make_stick(scratch / "stick")
    done = mutate(stick, seed)
    outcome = install(device, stick)
    check_refusal(outcome)
    assert look(device) == (NEW if outcome.result == "installed" else OLD), (done, outcome)
    check_recovery(device, world.stick)
    for folder in (device, stick):
        shutil.rmtree(folder)
    return done, outcome.code or outcome.result


def flip_a_bit(stick: Path, files: list[Path], spot: random.Random) -> None:
    path = spot.choice(files)
    raw = bytearray(path.read_bytes())
    if raw:
        raw[spot.randrange(len(raw))] ^= 1 << spot.randrange(8)
    path.write_bytes(raw)


def cut_off(stick: Path, files: list[Path], spot: random.Random) -> None:
    path = spot.choice(files)
    path.write_bytes(path.read_bytes()[: spot.randrange(path.stat().st_size + 1)])


def append(stick: Path, files: list[Path], spot: random.Random) -> None:
    path = spot.choice(files)
    path.write_bytes(path.read_bytes() + spot.randbytes(spot.choice((1, 100, 100_000))))


def delete(stick: Path, files: list[Path], spot: random.Random) -> None:
    spot.choice(files).unlink()


def delete_folder(stick: Path, files: list[Path], spot: random.Random) -> None:
    shutil.rmtree(spot.choice(files).parent)


def overwrite(stick: Path, files: list[Path], spot: random.Random) -> None:
    path = spot.choice(files)
    path.write_bytes(spot.randbytes(path.stat().st_size))


def exchange(stick: Path, files: list[Path], spot: random.Random) -> None:
    one, other = spot.choice(files), spot.choice(files)
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)


def rename(stick: Path, files: list[Path], spot: random.Random) -> None:
    path = spot.choice(files)
    fresh = spot.choice((path.name.upper(), path.name + "~1", "9." + path.name, "con", "..." + path.name))
    path.rename(path.with_name(fresh))


def copy_beside(stick: Path, files: list[Path], spot: random.Random) -> None:
    path = spot.choice(files)
    shutil.copyfile(
        path, path.with_name(spot.choice(("9.json", "99.root.json", path.name + ".json", "é.json")))
    )


def make_link(stick: Path, files: list[Path], spot: random.Random) -> None:
    path = spot.choice(files)
    path.unlink()
    path.symlink_to(spot.choice(("/etc/passwd", "/dev/zero", path.name, "..", files[0])))


def make_pipe(stick: Path, files: list[Path], spot: random.Random) -> None:
    path = spot.choice(files)
    path.unlink()
    os.mkfifo(path)


def make_folder(stick: Path, files: list[Path], spot: random.Random) -> None:
    path = spot.choice(files)
    path.unlink()
    path.mkdir()


def change_a_digit(stick: Path, files: list[Path], spot: random.Random) -> None:
    path = spot.choice(files)
    raw = bytearray(path.read_bytes())
    digits = [at for at, byte in enumerate(raw) if chr(byte).isdigit()]
    if digits:
        raw[spot.choice(digits)] = ord(spot.choice("0123456789"))
    path.write_bytes(raw)


def nest_deeply(stick: Path, files: list[Path], spot: random.Random) -> None:
    spot.choice(files).write_bytes(b'{"signed":' + b"[" * 100_000)


def repeat_a_stretch(stick: Path, files: list[Path], spot: random.Random) -> None:
    path = spot.choice(files)
    raw = path.read_bytes()
    at, end = sorted((spot.randrange(len(raw) + 1), spot.randrange(len(raw) + 1)))
    path.write_bytes(raw[:end] + raw[at:])


MUTATIONS: tuple[Mutation, ...] = (
    *(flip_a_bit, cut_off, append, delete, delete_folder, overwrite, exchange, rename, copy_beside),
    *(make_link, make_pipe, make_folder, change_a_digit, nest_deeply, repeat_a_stretch),
)
