"""Costly work on a build's media, shared by all processor cores; what comes out comes in the order asked for.

Processes and not threads: the renderer of drawings holds the interpreter's lock while it draws.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
FEW = 8
"""So few media are done before another process has started."""

MOST_PROCESSES = 8
_AHEAD = 3
"""How many media a process may be ahead: outcomes wait in memory."""


class Workbench:
    """A context manager: its processes are there until it is left, and started only for more than ``FEW`` media."""

    def __init__(self, media: int) -> None:
        self._processes = min(MOST_PROCESSES, _count_cores()) if media > FEW else 1
        self._pool: ProcessPoolExecutor | None = None
        self._parts = ExitStack()

    def __enter__(self) -> Workbench:
        # A bundle has no interpreter that another process could start; it builds few packs.
        if self._processes > 1 and not getattr(sys, "frozen", False):
            self._pool = _open_pool(self._processes)
        if self._pool is not None:
            self._parts.enter_context(self._pool)
            self._parts.callback(self._pool.shutdown, cancel_futures=True)
        return self

    def __exit__(self, *_error: object) -> None:
        self._parts.close()

    def work_on(
        self, work: Callable[[Path], T], paths: Sequence[Path]
    ) -> Iterator[tuple[Path, Callable[[], T]]]:
        """Yield each path with what gives its outcome, or raises what ``work`` raised.

        ``work`` and its outcome have to be picklable: a function of a module.
        """
        if self._pool is None:
            yield from ((path, partial(work, path)) for path in paths)
            return
        under_way: deque[tuple[Path, Callable[[], T]]] = deque()
        for path in paths:
            under_way.append((path, self._pool.submit(work, path).result))
            if len(under_way) > self._processes * _AHEAD:
                yield under_way.popleft()
        yield from under_way


def _count_cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _work_alone() -> None:
    """Keep numpy from starting a thread a core in every process: they would wait for one another."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"


def _open_pool(processes: int) -> ProcessPoolExecutor | None:
    """Return a pool of processes, or None on a system that has no semaphores for one (no ``/dev/shm``)."""
    try:
        # Spawned: a fork would copy the locks of threads that do not come along.
        spawned = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(processes, mp_context=spawned, initializer=_work_alone)
    except (OSError, ImportError):
        return None
