"""The thread on which pictures are recognised: one view at a time, and nobody waits for it."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.scanning.recogniser import MOST_MATCHES, PictureMatch

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane
    from kiosk.scanning.motion import Grid
    from kiosk.scanning.recogniser import PictureRecogniser

# Reading codes and drawing the screen come first where there are few cores.
_NICENESS = 10


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What was recognised in a view, known by its ``grid``, and how long that took."""

    matches: tuple[PictureMatch, ...]
    grid: Grid
    took_ms: int


class RecogniserThread:
    """Recognises one view at a time on a thread that is begun with the first of them."""

    def __init__(self, recogniser: PictureRecogniser, clock_ms: Callable[[], int]) -> None:
        self._recogniser = recogniser
        self._clock_ms = clock_ms
        self._condition = threading.Condition()
        self._thread: threading.Thread | None = None
        self._waiting: tuple[Plane, Grid] | None = None
        self._answer: Answer | None = None
        self._is_busy = False
        self._is_wanted = False  # what is being recognised now
        self._is_ending = False

    @property
    def is_busy(self) -> bool:
        """Whether a view is being looked at or waits for it."""
        with self._condition:
            return self._is_busy or self._waiting is not None

    def offer(self, luminance: Plane, grid: Grid) -> None:
        """Have a view looked at; only while not busy."""
        with self._condition:
            self._waiting = (luminance, grid)
            self._condition.notify_all()
        if self._thread is None:
            self._is_ending = False
            self._thread = threading.Thread(target=self._work, name="recognising", daemon=True)
            self._thread.start()

    def take(self) -> Answer | None:
        """Return the answer that has come since, if any."""
        with self._condition:
            answer, self._answer = self._answer, None
            return answer

    def cancel(self) -> None:
        """Want no answer any more."""
        with self._condition:
            self._waiting = self._answer = None
            self._is_wanted = False

    def stop(self) -> None:
        """End the thread; waits for the look under way. After a look that failed, the next one begins anew."""
        thread, self._thread = self._thread, None
        if thread is None:
            return
        with self._condition:
            self._is_ending = True
            self._condition.notify_all()
        thread.join()
        self._is_busy = False  # also where a look failed and the thread with it

    def _work(self) -> None:
        if sys.platform == "linux":
            # Elsewhere this would slow the whole process.
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)
        while (view := self._wait()) is not None:
            luminance, grid = view
            begun_ms = self._clock_ms()
            matches = tuple(self._recogniser.recognise(luminance))[:MOST_MATCHES]
            answer = Answer(matches, grid, self._clock_ms() - begun_ms)
            with self._condition:
                self._is_busy = False
                self._answer = answer if self._is_wanted else None

    def _wait(self) -> tuple[Plane, Grid] | None:
        with self._condition:
            self._condition.wait_for(lambda: self._is_ending or self._waiting is not None)
            if self._is_ending:
                return None
            view, self._waiting = self._waiting, None
            self._is_busy = self._is_wanted = True
            return view
