"""How many workers answer and how many died: written by the parent, told by every worker to whoever watches."""

from __future__ import annotations

import multiprocessing
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CrewFigures:
    """So many processes answer now, and so many died since the hub began. A process that serves alone is a crew of one."""

    answering: int = 1
    deaths: int = 0


class CrewBoard:
    """Two numbers in memory that processes share; handed to a worker with its start."""

    def __init__(self) -> None:
        # Without a lock: one process writes, and a watchman's two numbers may be of two moments.
        self._numbers = multiprocessing.get_context("spawn").RawArray("q", 2)

    def write(self, figures: CrewFigures) -> None:
        """Say how it is now."""
        self._numbers[:] = [figures.answering, figures.deaths]

    def read(self) -> CrewFigures:
        """Return what was written last."""
        return CrewFigures(*self._numbers)
