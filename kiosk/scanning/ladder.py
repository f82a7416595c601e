"""A plain read of every picture, then dearer second looks as far as the time allows."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from kiosk.scanning.looks import Look, make_looks
from kiosk.scanning.reader import Code, Reader
from kiosk.scanning.zxing_reader import ZxingReader

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

LIVE_BUDGET_MS = 15.0
# Time saved on pictures that needed no second look may be spent later, up to this; it is what
# lets a look dearer than one picture's budget have its turn at all.
_SAVED_AT_MOST_MS = 60.0
_NEW_LOOK_COST_MS = 5.0
_LEARNING = 0.3


class Ladder:
    """Reads with the plain reader first; where that gets nothing, looks again in other ways.

    The looks take turns from picture to picture within ``budget_ms`` of processor time each, so a
    code held before a camera is looked at in every way in a few frames. With ``budget_ms`` None
    (a photograph) every look has its turn until one reads something.
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
        self._costs_ms = {look.name: _NEW_LOOK_COST_MS for look in self._looks}

    def read(self, luminance: Plane) -> list[Code]:
        """See Reader. Codes located and read by no look keep text ""."""
        codes = self._first.read(luminance)
        unread = [code for code in codes if not code.is_read]
        if self._budget_ms is not None:
            self._saved_ms = min(self._saved_ms + self._budget_ms, _SAVED_AT_MOST_MS)
        if len(unread) == len(codes):
            codes = self._look_again(luminance, unread) or codes
        return codes

    def _look_again(self, luminance: Plane, unread: list[Code]) -> list[Code]:
        for _ in self._looks:
            look = self._looks[self._turn]
            if look.needs_located and not unread:
                self._next_turn()
                continue
            if self._budget_ms is not None and self._costs_ms[look.name] > self._saved_ms:
                # Its turn stays: the next pictures save up for it.
                return []
            found = self._take(look, luminance, unread)
            if found:
                # What read once reads the next frame too: it keeps its turn.
                return found
            self._next_turn()
        return []

    def _take(self, look: Look, luminance: Plane, unread: list[Code]) -> list[Code]:
        begun_s = self._clock_s()
        found = [code for code in look.read(luminance, unread) if code.is_read]
        spent_ms = (self._clock_s() - begun_s) * 1000
        self._saved_ms -= spent_ms
        self._costs_ms[look.name] += _LEARNING * (spent_ms - self._costs_ms[look.name])
        return found

    def _next_turn(self) -> None:
        self._turn = (self._turn + 1) % len(self._looks)
