"""Fills the device's disk at each step of an install."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults.pack_world import NEW, OLD, World, check_recovery, check_refusal, install, look, small_scale

DISK_BYTES = 8_000_000
# From here on the release is shown, whatever fails afterwards.
SHOWN_FROM = "clear-up"


@contextmanager
def small_disk(place: Path) -> Iterator[Path | None]:
    """Give a disk of its own of 8 MB; None where this account or system cannot mount one."""
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(command, check=False, capture_output=True).returncode != 0:
        yield None
        return
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)
        place.rmdir()


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


def fill_at_step(world: World, disk: Path, step: str) -> str:
    """Fill the disk as ``step`` begins; return the code of the refusal, "" where there was none."""
    device = world.make_device(disk / "device")
    filling: list[Path] = []

    def on_step(name: str) -> None:
        if name == step:
            filling.append(fill(disk))

    with small_scale():
        outcome = install(device, world.new, on_step)
        check_refusal(outcome)
        assert filling, f"there is no step {step}"
        shown = look(device)
        assert shown == (NEW if outcome.result == "installed" else OLD), outcome
        assert outcome.result == "installed" or step != SHOWN_FROM
        filling[0].unlink()
        check_recovery(device, world.new)
    shutil.rmtree(device)
    return outcome.code
