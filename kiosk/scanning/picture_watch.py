"""When the thing itself is looked for in the view, and when what was recognised is sure. On a thread of its own.

The scanner's thread offers frames and takes what there is to tell; neither ever waits for the recogniser.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.scanning.events import Pictured
from kiosk.scanning.frame import LIVE_LONG_SIDE_PX, fit_plane
from kiosk.scanning.motion import measure_change
from kiosk.scanning.recogniser import MOST_MATCHES, PictureMatch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.scanning.frame import Frame, Plane
    from kiosk.scanning.motion import Grid, Stir
    from kiosk.scanning.recogniser import PictureRecogniser

# Reading codes and drawing the screen come first where there are few cores.
_NICENESS = 10


@dataclass(frozen=True, slots=True)
class WatchRules:
    """When a view is worth a look, and how often.

    Attributes:
        steady_levels: A view that changed by less since the frame before (levels of 255) is sharp enough.
        changed_levels: A view that differs by more from the last one looked at is another one.
        codeless_ms: No code was located for so long.
        tries: Looks at one view, where the first ones do not agree.
        rest_ratio: The rest after a look that saw nothing, as a multiple of what it took: 5 is a sixth of a core ...
        least_rest_ms: ... and after any look at least this: what was seen once is soon looked at again.
    """

    steady_levels: float = 8.0
    changed_levels: float = 10.0
    codeless_ms: int = 700
    tries: int = 3
    rest_ratio: float = 5.0
    least_rest_ms: int = 150


class PictureWatch:
    """Hands steady views to ``recogniser`` and tells what two looks at one view agree on."""

    def __init__(
        self, recogniser: PictureRecogniser, clock_ms: Callable[[], int], rules: WatchRules | None = None
    ) -> None:
        self._rules = rules or WatchRules()
        self._clock_ms = clock_ms
        self._worker = _Worker(recogniser, clock_ms)
        self._tried: Grid | None = None  # the view that needs no further look
        self._first: tuple[PictureMatch, ...] = ()  # what the first look at this view gave
        self._tries = 0
        self._told: frozenset[str] = frozenset()
        self._code_at_ms: int | None = None
        self._rest_until_ms = 0

    def see(self, frame: Frame, stir: Stir, has_codes: bool) -> Pictured | None:
        """Take in a frame; return what was recognised, when it is time to tell."""
        if has_codes:
            self._code_at_ms = frame.at_ms
            self.cancel()
            return None
        pictured = self._take_answer()
        if self._is_worth_a_look(frame, stir):
            self._tries += 1
            self._worker.offer(fit_plane(frame.luminance, LIVE_LONG_SIDE_PX), stir.grid)
        return pictured

    def cancel(self) -> None:
        """Let go of the view: something else was meant, or nobody looks. A look under way is not waited for."""
        self._worker.cancel()
        self._begin_view(None)

    def forget(self) -> None:
        """What was told may be told again: the next visitor has not heard it."""
        self.cancel()
        self._told = frozenset()

    def stop(self) -> None:
        """End the thread; begun anew with the next look."""
        self.forget()
        self._worker.stop()

    def _is_worth_a_look(self, frame: Frame, stir: Stir) -> bool:
        rules = self._rules
        if self._tried is not None and measure_change(stir.grid, self._tried) > rules.changed_levels:
            self._begin_view(None)
        is_codeless = self._code_at_ms is None or frame.at_ms - self._code_at_ms >= rules.codeless_ms
        is_due = self._clock_ms() >= self._rest_until_ms and not self._worker.is_busy
        return self._tried is None and is_codeless and is_due and stir.change < rules.steady_levels

    def _take_answer(self) -> Pictured | None:
        answer = self._worker.take()
        if answer is None:
            return None
        now_ms = self._clock_ms()
        stops = _list_stops(answer.matches)
        rest_ms = 0 if stops else int(self._rules.rest_ratio * answer.took_ms)
        self._rest_until_ms = now_ms + max(self._rules.least_rest_ms, rest_ms)
        if not self._told & stops:
            self._told = frozenset()
        if not stops & _list_stops(self._first) or self._told:
            self._first = answer.matches or self._first
            if self._told or not self._first or self._tries >= self._rules.tries:
                self._begin_view(answer.grid)
            return None
        matches = answer.matches if len(answer.matches) >= len(self._first) else self._first
        self._begin_view(answer.grid)
        self._told = _list_stops(matches)
        return Pictured(matches, now_ms)

    def _begin_view(self, tried: Grid | None) -> None:
        self._tried, self._first, self._tries = tried, (), 0


@dataclass(frozen=True, slots=True, eq=False)
class _Answer:
    matches: tuple[PictureMatch, ...]
    grid: Grid
    took_ms: int


class _Worker:
    """Recognises one view at a time on a thread that is begun with the first of them."""

    def __init__(self, recogniser: PictureRecogniser, clock_ms: Callable[[], int]) -> None:
        self._recogniser = recogniser
        self._clock_ms = clock_ms
        self._condition = threading.Condition()
        self._thread: threading.Thread | None = None
        self._waiting: tuple[Plane, Grid] | None = None
        self._answer: _Answer | None = None
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

    def take(self) -> _Answer | None:
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
        """End the thread; waits for the look under way."""
        thread, self._thread = self._thread, None
        if thread is None:
            return
        with self._condition:
            self._is_ending = True
            self._condition.notify_all()
        thread.join()

    def _work(self) -> None:
        if sys.platform == "linux":
            # Elsewhere this would slow the whole process.
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)
        while (view := self._wait()) is not None:
            luminance, grid = view
            begun_ms = self._clock_ms()
            matches = tuple(self._recogniser.recognise(luminance))[:MOST_MATCHES]
            answer = _Answer(matches, grid, self._clock_ms() - begun_ms)
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


def _list_stops(matches: Sequence[PictureMatch]) -> frozenset[str]:
    return frozenset(match.stop_id for match in matches)
