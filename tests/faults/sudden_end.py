"""How the programs of these tests end suddenly: in a process of its own, before a chosen line of the code."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

PACKS = f"{os.sep}kiosk{os.sep}packs{os.sep}"
PUBLISHING = f"{PACKS}publishing{os.sep}"


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


def count_lines(part: str, work: Callable[[], object]) -> int:
    """Return how many lines ``work`` runs of the code in ``part``, a piece of its files' paths."""
    count = 0

    def on_line() -> None:
        nonlocal count
        count += 1

    trace(part, work, on_line)
    return count


def trace(part: str, work: Callable[[], object], on_line: Callable[[], None]) -> None:
    """Call ``on_line`` before each line that ``work`` runs of the code in ``part``."""

    def watch(frame: FrameType, event: str, _: object) -> Any:
        if part not in frame.f_code.co_filename:
            return None
        if event == "line":
            on_line()
        return watch

    sys.settrace(watch)
    try:
        work()
    finally:
        sys.settrace(None)
