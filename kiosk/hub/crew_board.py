"""What the processes of one hub know of each other, in memory that they share: who answers, who died, who has how much."""

from __future__ import annotations

import multiprocessing
from dataclasses import dataclass
from typing import Final

_NOBODY: Final = -1


@dataclass(frozen=True, slots=True)
class CrewFigures:
    """So many processes answer now, and so many died since the hub began. A process that serves alone is a crew of one."""

    answering: int = 1
    deaths: int = 0


class CrewBoard:
    """Numbers without a lock: each has one writer, and who reads two of them may see those of two moments."""

    def __init__(self, seats: int) -> None:
        """Make the board of a hub with so many workers, none of which is there yet."""
        spawned = multiprocessing.get_context("spawn")
        self._figures = spawned.RawArray("q", 2)
        self._open = spawned.RawArray("q", [_NOBODY] * seats)

    def write(self, figures: CrewFigures) -> None:
        """Say how it is now; the parent does."""
        self._figures[:] = [figures.answering, figures.deaths]

    def read(self) -> CrewFigures:
        """Return what was written last."""
        return CrewFigures(*self._figures)

    def write_open(self, seat: int, connections: int) -> None:
        """Say how many connections the worker of ``seat`` has open."""
        self._open[seat] = connections

    def leave(self, seat: int) -> None:
        """Say that nobody of ``seat`` takes connections."""
        self._open[seat] = _NOBODY

    def is_ahead(self, connections: int) -> bool:
        """Tell whether somebody who takes connections has fewer."""
        return any(0 <= one < connections for one in self._open)
