"""How long work says how far it is, and how long it will still take."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

# The pace is taken over this long: a stick that has become slow is told soon, a single slow file is not.
PACE_WINDOW_S = 8.0
# Nothing is foretold from less than this.
LEAST_WATCHED_S = 0.5


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a build or an install is: ``words`` for people, ``done`` of ``total`` (bytes or files).

    ``remaining_s`` is how long this kind of work will still take, in seconds; None where nobody knows yet.
    """

    words: str
    done: int
    total: int
    remaining_s: float | None = None


OnProgress = Callable[[Progress], None]


def ignore_progress(progress: Progress) -> None:
    """Take a progress report and do nothing: the default where nobody watches."""


class Pace:
    """Foretells how long work will still take, from how quick it was of late.

    Args:
        clock: Seconds that only ever grow.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._seen: deque[tuple[float, int]] = deque([(clock(), 0)])

    def remaining_s(self, done: int, total: int) -> float | None:
        """Note that ``done`` of ``total`` is done by now; return the seconds left, None where too little is known."""
        now = self._clock()
        self._seen.append((now, done))
        while len(self._seen) > 2 and now - self._seen[1][0] > PACE_WINDOW_S:
            self._seen.popleft()
        began_at, began_with = self._seen[0]
        if now - began_at < LEAST_WATCHED_S or done <= began_with:
            return None
        return (total - done) * (now - began_at) / (done - began_with)
