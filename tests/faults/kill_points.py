"""Kills an install at many of its lines and looks at what is left. A program of its own: it forks.

Usage: ``python -m tests.faults.kill_points DATA_WITH_OLD NEW.hpack SCRATCH POINTS``
prints one JSON object: how many lines an install has, and for each point what was shown afterwards.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

from kiosk.packs.store import PackStore


def main(data: Path, new: Path, scratch: Path, points: int) -> dict[str, Any]:
    install(copy(data, scratch / "warmed-up"), new)  # what is read once a process is not counted
    lines = count_lines(lambda: install(copy(data, scratch / "counted"), new))
    outcomes = []
    for point in range(points):
        line = 1 + point * (lines - 1) // (points - 1)
        folder = copy(data, scratch / f"killed-{point}")
        killed = run_and_kill(partial(install, folder, new), line)
        outcomes.append(
            {"line": line, "killed": killed, "left": shown(folder), "again": install_again(folder, new)}
        )
        shutil.rmtree(folder)
    return {"lines": lines, "outcomes": outcomes}


def copy(data: Path, folder: Path) -> Path:
    return shutil.copytree(data, folder)


def install(data: Path, new: Path) -> str:
    store = PackStore(data)
    try:
        return store.install(new).result
    finally:
        store.close()


def install_again(data: Path, new: Path) -> dict[str, object]:
    result = install(data, new)
    return {"result": result, **shown(data), "leftovers": len(list((data / "packs/incoming").iterdir()))}


def shown(data: Path) -> dict[str, object]:
    """Return what visitors see: who published it, and whether everything of it is whole."""
    store = PackStore(data)
    library = store.open_library()
    try:
        stop = library.get_stop("mill/wheel", "en")
        media = [image.sha256 for image in stop.images] + [recording.sha256 for recording in stop.recordings]
        whole = not library.problems and all(library.media_bytes(sha256) for sha256 in media)
        return {"publisher": stop.publisher, "whole": whole}
    finally:
        library.close()
        store.close()


def count_lines(work: Callable[[], object]) -> int:
    count = 0

    def on_line() -> None:
        nonlocal count
        count += 1

    trace(work, on_line)
    return count


def run_and_kill(work: Callable[[], object], line: int) -> bool:
    """Run ``work`` in a child that is killed when it comes to its ``line``-th line; tell whether it was."""
    child = os.fork()
    if child == 0:
        left = line

        def on_line() -> None:
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        trace(work, on_line)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


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
    print(json.dumps(main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))))
