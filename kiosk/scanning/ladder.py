"""A plain read of every picture, then dearer second looks as far as the time allows."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.scanning.frame import LIVE_LONG_SIDE_PX, fit_plane
from kiosk.scanning.looks import Look, SteppedLook, Target
from kiosk.scanning.reader import Code, Corners, Reader
from kiosk.scanning.region_memory import RegionMemory
from kiosk.scanning.rungs import make_looks
from kiosk.scanning.zxing_reader import ZxingReader

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

LIVE_BUDGET_MS = 10.0
# In a smaller picture there is no code that a plain read misses; and OpenCV cannot scale nothing.
_SMALLEST_SIDE_PX = 32
# Time saved on pictures that needed no second look may be spent later, up to this; it is what
# lets a look dearer than one picture's budget have its turn at all.
_SAVED_AT_MOST_MS = 60.0
# One that was cut short needs more than it was given: so much more is saved up before its next turn.
_CUT_SHORT = 1.6
_LEARNING = 0.3
# A look that has taken so long leaves the rest of its steps to the next pictures: whatever is held before the camera meanwhile is
# read plainly within a few milliseconds, and must not wait for it.
_STEPS_MS = 25.0
# What a photograph is worth at most: one of gravel shows finders everywhere.
_THOROUGH_S = 2.5


@dataclass(slots=True)
class _Turn:
    """A look under way: how much longer it may take, and took."""

    number: int
    steps: Iterator[list[Code]]
    given_ms: float
    megapixels: float
    spent_ms: float = 0.0
    is_cut_short: bool = False
    is_over: bool = False


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
        self._memory = RegionMemory()
        self._saved_ms = 0.0
        self._turn = 0
        self._waiting: int | None = None
        self._taken: _Turn | None = None
        self._step_begun_s = 0.0
        # For a megapixel, each.
        self._costs_ms = [look.cost_ms for look in self._looks]

    def read(self, luminance: Plane, budget_ms: float | None = None) -> list[Code]:
        """See FrameReader. Codes located and read by no look keep text ""."""
        codes = self._first.read(luminance)
        if min(luminance.shape) < _SMALLEST_SIDE_PX:
            return codes
        if self._budget_ms is None:
            return codes if _is_any_read(codes) else self._look_in_every_way(luminance, codes)
        given_ms = self._budget_ms if budget_ms is None else budget_ms
        self._saved_ms = min(self._saved_ms + given_ms, _SAVED_AT_MOST_MS)
        if not _is_any_read(codes):
            region = self._memory.find_region(luminance.shape)
            codes = self._look_again(Target(luminance, tuple(codes), region)) or codes
        else:
            self._taken = None
        self._memory.note(codes, luminance.shape)
        return codes

    def let_go(self) -> None:
        """See FrameReader."""
        self._taken = None

    def _look_in_every_way(self, luminance: Plane, codes: list[Code]) -> list[Code]:
        """Read a photograph; its answer hangs on nothing that was read before it."""
        small = fit_plane(luminance, LIVE_LONG_SIDE_PX)
        if small.shape != luminance.shape:
            # Most codes of a large photograph fill enough of it; the looks take a fraction of the time.
            found = self._climb(small, self._first.read(small))
            if _is_any_read(found):
                scale = luminance.shape[1] / small.shape[1]
                return [code.moved_to(_scale_corners(code.corners, scale), "small") for code in found]
        return self._climb(luminance, codes)

    def _climb(self, luminance: Plane, codes: list[Code]) -> list[Code]:
        if _is_any_read(codes):
            return codes
        until_s = self._clock_s() + _THOROUGH_S
        target = Target(luminance, tuple(codes), None, lambda: self._clock_s() < until_s)
        return next((found for look in self._looks if (found := look.read(target))), codes)

    def _look_again(self, target: Target) -> list[Code]:
        """Let the looks take turns while there is time; one too dear for now is first in the next picture."""
        if self._taken is not None:
            return self._go_on(self._taken)
        first_left_out: int | None = None
        begun = self._turn
        for offset in range(len(self._looks)):
            number = (begun + offset) % len(self._looks)
            if not self._can_afford(number, target):
                if number == self._waiting:
                    return []  # the time is saved up for it, and not spent on those after it
                first_left_out = number if first_left_out is None else first_left_out
                continue
            turn = self._begin_turn(number, target)
            found = self._go_on(turn)
            if found:
                return found
            if not turn.is_over:
                break
            if turn.is_cut_short and number == self._waiting:
                first_left_out = number if first_left_out is None else first_left_out
                break
        if first_left_out is not None:
            self._turn = self._waiting = first_left_out
        return []

    def _can_afford(self, number: int, target: Target) -> bool:
        cost_ms = self._costs_ms[number] * _measure_megapixels(target)
        return min(cost_ms, _SAVED_AT_MOST_MS) <= self._saved_ms

    def _begin_turn(self, number: int, target: Target) -> _Turn:
        turn = _Turn(number, iter(()), self._saved_ms, _measure_megapixels(target))

        def may_go_on() -> bool:
            turn.is_cut_short = turn.spent_ms + self._measure_step_ms() > turn.given_ms
            return not turn.is_cut_short

        timed = Target(target.luminance, target.unread, target.region, may_go_on)
        turn.steps = _take_steps(self._looks[number], timed)
        return turn

    def _go_on(self, turn: _Turn) -> list[Code]:
        """Take a look's next steps; what takes long is gone on with in the next picture's time."""
        self._step_begun_s = self._clock_s()
        found: list[Code] = []
        turn.is_over = True
        for found in turn.steps:
            if found:
                break
            if self._measure_step_ms() > _STEPS_MS:
                turn.is_over = False
                break
        turn.spent_ms += self._measure_step_ms()
        self._taken = None if turn.is_over else turn
        if turn.is_over:
            self._end_turn(turn, is_found=bool(found))
        return found

    def _end_turn(self, turn: _Turn, *, is_found: bool) -> None:
        number = turn.number
        # Bounded, too: loading a library at a look's first turn must not silence the looks for seconds.
        self._saved_ms = max(self._saved_ms - turn.spent_ms, -_SAVED_AT_MOST_MS)
        self._learn_cost(number, turn.spent_ms, turn.is_cut_short and not is_found, turn.megapixels)
        if is_found:
            # What read once reads the next frame too, so it keeps its turn.
            self._turn, self._waiting = number, None
        elif turn.is_cut_short and number != self._waiting:
            self._turn = self._waiting = number
        elif self._waiting in (None, number):
            # One cut short though time was saved up for it would keep the others from theirs for good.
            self._turn, self._waiting = (number + 1) % len(self._looks), None

    def _measure_step_ms(self) -> float:
        return (self._clock_s() - self._step_begun_s) * 1000

    def _learn_cost(self, number: int, spent_ms: float, is_cut_short: bool, megapixels: float) -> None:
        if is_cut_short:
            self._costs_ms[number] = max(self._costs_ms[number], _CUT_SHORT * spent_ms / megapixels)
            return
        # Never over what can be saved up: a look once held up must not lose its turn for good.
        learned_ms = min(spent_ms, _SAVED_AT_MOST_MS) / megapixels
        self._costs_ms[number] += _LEARNING * (learned_ms - self._costs_ms[number])


def _take_steps(look: Look, target: Target) -> Iterator[list[Code]]:
    if isinstance(look, SteppedLook):
        yield from look.take_steps(target)
    elif found := look.read(target):
        yield found


def _scale_corners(corners: Corners, scale: float) -> Corners:
    a, b, c, d = ((x * scale, y * scale) for x, y in corners)
    return (a, b, c, d)


def _is_any_read(codes: Sequence[Code]) -> bool:
    return any(code.is_read for code in codes)


def _measure_megapixels(target: Target) -> float:
    return max(target.luminance.size / 1e6, 1e-3)
