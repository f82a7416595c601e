"""Kills an install at its steps and lines, and cuts the power there; looks at what is left. A program: it forks.

Usage: ``python -m tests.faults.pack_kills WORLD SCRATCH LINES POWER_CUTS`` kills at every named step and at LINES
lines of the packs' code, cuts the power at POWER_CUTS of the steps (as root; elsewhere at none), and prints a
JSON object: the names of the steps, how many lines there are, and for each fault what was shown afterwards.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from kiosk.packs.progress import ignore_progress
from kiosk.packs.steps import OnStep
from kiosk.packs.store import PackStore
from tests.faults.pack_world import NEW, World, check_recovery, install, look, small_scale
from tests.faults.sudden_end import PACKS, count_lines, run_in_child, trace

DISK_BYTES = 24_000_000
Outcome = dict[str, object]
Change = Callable[[Path, World, OnStep], None]


def main(world: World, scratch: Path, lines: int, power_cuts: int) -> dict[str, Any]:
    with small_scale():
        install(
            world.make_device(scratch / "warmed-up"), world.new
        )  # what is read once a process is not counted
        steps = list_steps(world, scratch)
        count = count_lines(PACKS, lambda: install(world.make_device(scratch / "counted"), world.new))
        kills = [kill_at_step(world, scratch, step) for step in steps]
        # The first and the last line too.
        spots = [1 + spot * (count - 1) // max(1, lines - 1) for spot in range(lines)]
        kills += [kill_at_line(world, scratch, line) for line in spots]
        kills_elsewhere = [one for change in CHANGES for one in kill_change(world, scratch, change)]
        cuts = list(cut_power(world, scratch, pick(steps, power_cuts))) if can_mount(scratch) else []
    return {
        "steps": steps,
        "lines": count,
        "kills": kills,
        "other_changes": kills_elsewhere,
        "power_cuts": cuts,
    }


def list_steps(world: World, scratch: Path) -> list[str]:
    names: list[str] = []
    install(world.make_device(scratch / "listed"), world.new, names.append)
    return names


def pick(steps: list[str], count: int) -> list[str]:
    """Return ``count`` of the steps, spread over all, the switch among them."""
    if count >= len(steps):
        return steps
    chosen = {"switch"} if count else set()
    chosen |= {steps[spot * len(steps) // max(1, count - 1)] for spot in range(max(0, count - 1))}
    return [step for step in steps if step in chosen]


def kill_at_step(world: World, scratch: Path, step: str) -> Outcome:
    device = world.make_device(scratch / "killed")

    def on_step(name: str) -> None:
        if name == step:
            os.kill(os.getpid(), signal.SIGKILL)

    killed = run_in_child(partial(install, device, world.new, on_step))
    return look_after(world, device, {"at": step, "killed": killed})


def go_back(device: Path, world: World, on_step: OnStep) -> None:
    with closing(PackStore(device, on_step=on_step)) as store:
        store.activate("test.mill", 1)


def remove_the_old(device: Path, world: World, on_step: OnStep) -> None:
    with closing(PackStore(device, on_step=on_step)) as store:
        store.remove("test.mill", 1)


def scrub(device: Path, world: World, on_step: OnStep) -> None:
    """Spoil the largest file, and have it found and fetched again."""
    victim = max((device / "packs/blobs").glob("*/*"), key=lambda path: path.stat().st_size)
    victim.write_bytes(bytes(victim.stat().st_size))
    with closing(PackStore(device, on_step=on_step)) as store:
        store.scrub(world.new, on_progress=ignore_progress)


CHANGES: tuple[Change, ...] = (go_back, remove_the_old, scrub)


def kill_change(world: World, scratch: Path, change: Change) -> Iterator[Outcome]:
    """Kill another change than an install at each of its steps, on a device that has both releases."""
    both = world.make_device(scratch / "both")
    install(both, world.new)
    steps: list[str] = []
    change(shutil.copytree(both, scratch / "changed"), world, steps.append)
    for step in steps:
        device = shutil.copytree(both, scratch / "killed")

        def on_step(name: str, step: str = step) -> None:
            if name == step:
                os.kill(os.getpid(), signal.SIGKILL)

        killed = run_in_child(partial(change, device, world, on_step))
        outcome: Outcome = {"at": f"{change.__name__}, {step}", "killed": killed}
        # A file that was taken away is shown around until it is fetched again: only then is all of it there.
        yield (
            look_after(world, device, outcome) if change is not scrub else mend_after(world, device, outcome)
        )
    shutil.rmtree(scratch / "changed")
    shutil.rmtree(both)


def mend_after(world: World, device: Path, outcome: Outcome) -> Outcome:
    check_recovery(device, world.new)
    shutil.rmtree(device)
    return {**outcome, "shown": NEW}


def kill_at_line(world: World, scratch: Path, line: int) -> Outcome:
    device = world.make_device(scratch / "killed")
    left = line

    def on_line() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    killed = run_in_child(lambda: trace(PACKS, partial(install, device, world.new), on_line))
    return look_after(world, device, {"at": line, "killed": killed})


def look_after(world: World, device: Path, outcome: Outcome) -> Outcome:
    """Say what visitors see after the fault, and see that a repeat completes."""
    outcome["shown"] = look(device)
    check_recovery(device, world.new)
    shutil.rmtree(device)
    return outcome


def cut_power(world: World, scratch: Path, steps: list[str]) -> Iterator[Outcome]:
    """Take the disk's bytes as they are at a step, with nothing flushed that was not, and start from those."""
    for step in steps:
        taken = scratch / "taken.img"
        with mounted(make_disk(scratch / "disk.img"), scratch / "disk") as disk:
            device = world.make_device(disk / "device")
            os.sync()

            def on_step(name: str, step: str = step, taken: Path = taken) -> None:
                if name == step:
                    shutil.copyfile(scratch / "disk.img", taken)

            run_in_child(partial(install, device, world.new, on_step))
        with mounted(taken, scratch / "disk") as disk:
            outcome: Outcome = {"at": step, "shown": look(disk / "device")}
            check_recovery(disk / "device", world.new)
        yield outcome


def make_disk(image: Path) -> Path:
    with image.open("wb") as stream:
        stream.truncate(DISK_BYTES)
    subprocess.run(["mkfs.ext4", "-q", "-F", image], check=True, capture_output=True)
    return image


@contextmanager
def mounted(image: Path, place: Path, *options: str) -> Iterator[Path]:
    place.mkdir(exist_ok=True)
    subprocess.run(["mount", "-o", ",".join(["loop", *options]), image, place], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True)


def can_mount(scratch: Path) -> bool:
    """Tell whether this account and system can mount a disk from a file."""
    if os.geteuid() != 0 or shutil.which("mkfs.ext4") is None:
        return False
    try:
        with mounted(make_disk(scratch / "probe.img"), scratch / "disk"):
            return True
    except (OSError, subprocess.CalledProcessError):
        return False


if __name__ == "__main__":
    print(json.dumps(main(World(Path(sys.argv[1])), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))))
