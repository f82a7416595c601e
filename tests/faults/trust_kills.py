"""Kills a device while it comes to trust an operator, and while it learns of a withdrawal. A program: it forks.

Usage: ``python -m tests.faults.trust_kills RELEASES SCRATCH LINES`` prints a JSON object: for each of the two the
lines there are, and for each kill whether the trust afterwards was the old or the new one, and what was shown.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from kiosk.packs.store import PackStore
from kiosk.packs.tree import FolderTree
from kiosk.packs.trust.state import TrustState
from tests.faults.sudden_end import PACKS, count_lines, run_in_child, trace
from tests.faults.trust_scene import PACK, Scene


def main(releases: Path, scratch: Path, lines: int) -> dict[str, Any]:
    (scratch / "scene").mkdir()
    scene = Scene(releases, scratch / "scene")
    scene.repository.rotate("targets")
    scene.repository.withdraw(PACK, 1)
    scene.repository.publish()
    scene.write()
    scene.close()
    fresh = scratch / "fresh"
    fresh.mkdir()
    return {
        "adopt": kill_everywhere(fresh, partial(adopt, stick=scene.stick), scratch / "killed", lines),
        "learn": kill_everywhere(
            scratch / "scene" / "device", partial(learn, stick=scene.stick), scratch / "killed", lines
        ),
    }


def adopt(device: Path, stick: Path) -> None:
    with closing(PackStore(device)) as store:
        store.trust.adopt(stick)


def learn(device: Path, stick: Path) -> None:
    with closing(PackStore(device)) as store:
        assert store.trust.learn(FolderTree(stick)).problem is None


def kill_everywhere(device: Path, work: Callable[[Path], None], folder: Path, lines: int) -> dict[str, Any]:
    def on_copy() -> Path:
        shutil.rmtree(folder, ignore_errors=True)
        return shutil.copytree(device, folder)

    before = look(on_copy())
    work(folder)
    after = look(folder)
    on_copy()
    count = count_lines(PACKS, lambda: work(folder))
    outcomes = []
    for spot in range(lines):
        line = 1 + spot * (count - 1) // (lines - 1)
        on_copy()
        killed = run_in_child(partial(kill_at, line, partial(work, folder)))
        left = look(folder)
        work(folder)
        outcomes.append(
            {
                "line": line,
                "killed": killed,
                "trust": "old" if left[0] == before[0] else "new" if left[0] == after[0] else "neither",
                "shown": left[1] == before[1],
                "again": look(folder) == after,
            }
        )
    return {"lines": count, "outcomes": outcomes}


def kill_at(line: int, work: Callable[[], None]) -> None:
    left = line

    def on_line() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    trace(PACKS, work, on_line)


def look(device: Path) -> tuple[TrustState | None, list[str]]:
    """Return whom the device trusts, and the sites it shows."""
    with closing(PackStore(device)) as store, closing(store.open_library()) as library:
        assert library.problems == []
        return store.trust.state(), [site.id for site in library.sites("en")]


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))))
