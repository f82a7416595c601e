"""A plain read of every picture, then dearer second looks as far as the time allows."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from kiosk.scanning.looks import Look, Target, make_looks
from kiosk.scanning.reader import Code, Reader
from kiosk.scanning.zxing_reader import ZxingReader

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

LIVE_BUDGET_MS = 10.0
# In a smaller picture there is no code that a plain read misses; and OpenCV cannot scale nothing.
_SMALLEST_SIDE_PX = 32
# Time saved on pictures that needed no second look may be spent later, up to this; it is what
# lets a look dearer than one picture's budget have its turn at all.
_SAVED_AT_MOST_MS = 60.0
_NEW_LOOK_COST_MS = 5.0
_LEARNING = 0.3


class Ladder:
    """Reads with the plain reader first; where that gets nothing, looks again in other ways.

    The looks take turns from picture to picture within ``budget_ms`` of processor time each, so a
    code held before a camera is looked at in every way within a few frames. With ``budget_ms``
    None (a photograph) every look has its turn until one reads something.
    """

    def __init__(
        self,
        first: Reader | None = None,
        looks: Sequence[Look] | None = None,
        budget_ms: float | None = LIVE_BUDGET_MS,
        clock_s: Callable[[], float] = time.thread_time,
    ) -> None:
        self._first = first or ZxingReader()
        self._looks = tuple(looks) if looks is not None else make_looks()
        self._budget_ms = budget_ms
        self._clock_s = clock_s
        self._saved_ms = 0.0
        self._turn = 0
        self._costs_ms = [_NEW_LOOK_COST_MS] * len(self._looks)

    def read(self, luminance: Plane, budget_ms: float | None = None) -> list[Code]:
        """See FrameReader. Codes located and read by no look keep text ""."""
        codes = self._first.read(luminance)
        if self._budget_ms is None:
            # A photograph: begun anew each time, so that its answer hangs on nothing before it.
            self._turn = 0
        else:
            given_ms = self._budget_ms if budget_ms is None else budget_ms
            self._saved_ms = min(self._saved_ms + given_ms, _SAVED_AT_MOST_MS)
        if any(code.is_read for code in codes) or min(luminance.shape) < _SMALLEST_SIDE_PX:
            return codes
        return self._look_again(Target(luminance, tuple(codes))) or codes

    def _look_again(self, target: Target) -> list[Code]:
        for _ in self._looks:
            if not self._can_afford_turn():
                # Its turn stays: the next pictures save up for it.
                return []
            found = self._take_turn(target)
            if found:
                # What read once reads the next frame too, so it keeps its turn.
                return found
            self._turn = (self._turn + 1) % len(self._looks)
        return []

    def _can_afford_turn(self) -> bool:
        return self._budget_ms is None or self._costs_ms[self._turn] <= self._saved_ms

    def _take_turn(self, target: Target) -> list[Code]:
        begun_s = self._clock_s()
        found = self._looks[self._turn].read(target)
        spent_ms = (self._clock_s() - begun_s) * 1000
        # Bounded, too: loading a library at a look's first turn must not silence the looks for seconds.
        self._saved_ms = max(self._saved_ms - spent_ms, -_SAVED_AT_MOST_MS)
        # Never over what can be saved up: a look once held up must not lose its turn for good.
        learned_ms = self._costs_ms[self._turn] + _LEARNING * (spent_ms - self._costs_ms[self._turn])
        self._costs_ms[self._turn] = min(learned_ms, _SAVED_AT_MOST_MS)
        return found
