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
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

from tests.faults.pack_world import World, check_recovery, install, look, small_scale

DISK_BYTES = 24_000_000
Outcome = dict[str, object]


def main(world: World, scratch: Path, lines: int, power_cuts: int) -> dict[str, Any]:
    with small_scale():
        install(
            world.make_device(scratch / "warmed-up"), world.new
        )  # what is read once a process is not counted
        steps = list_steps(world, scratch)
        count = count_lines(lambda: install(world.make_device(scratch / "counted"), world.new))
        kills = [kill_at_step(world, scratch, step) for step in steps]
        # The first and the last line too.
        spots = [1 + spot * (count - 1) // max(1, lines - 1) for spot in range(lines)]
        kills += [kill_at_line(world, scratch, line) for line in spots]
        cuts = list(cut_power(world, scratch, pick(steps, power_cuts))) if can_mount(scratch) else []
    return {"steps": steps, "lines": count, "kills": kills, "power_cuts": cuts}


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


def kill_at_line(world: World, scratch: Path, line: int) -> Outcome:
    device = world.make_device(scratch / "killed")
    left = line

    def on_line() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    killed = run_in_child(lambda: trace(partial(install, device, world.new), on_line))
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


def count_lines(work: Callable[[], object]) -> int:
    count = 0

    def on_line() -> None:
        nonlocal count
        count += 1

    trace(work, on_line)
    return count


def run_in_child(work: Callable[[], object]) -> bool:
    """Run ``work`` in a process of its own; tell whether it was killed. It must not fail."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work()
            status = 0
        finally:
            os._exit(status)
    _, ended = os.waitpid(child, 0)
    killed = os.WIFSIGNALED(ended) and os.WTERMSIG(ended) == signal.SIGKILL
    assert killed or ended == 0, ended
    return killed


def trace(work: Callable[[], object], on_line: Callable[[], None]) -> None:
    """Call ``on_line`` before each line of the packs' code that ``work`` runs."""

    def watch(frame: FrameType, event: str, _: object) -> Any:
        if f"{os.sep}kiosk{os.sep}packs{os.sep}" not in frame.f_code.co_filename:
            return None
        if event == "line":
            on_line()
        return watch

    sys.settrace(watch)
    try:
        work()
    finally:
        sys.settrace(None)


if __name__ == "__main__":
    print(json.dumps(main(World(Path(sys.argv[1])), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))))
