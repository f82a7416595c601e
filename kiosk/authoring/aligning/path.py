"""The cheapest way of a recording through its states (A. Viterbi, IEEE Trans. Information Theory 13, 1967).

Of a long recording only the states near the way are looked at, and what lies far behind is settled: memory stays the
same for a minute and for an hour.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from kiosk.authoring.aligning.chain import Chain
from kiosk.authoring.aligning.spectra import Frames

Path = NDArray[np.int32]
"""The state of each frame of the recording; it never goes back."""

WIDEST_STATES = 6_000
"""So many states are looked at where nothing is known: a minute of speech."""

_BLOCK = 100
# What was decided a minute ago is not decided otherwise now.
_SETTLED_AFTER = 60
_NEVER = np.float32(1e9)
_STAY, _ON, _SKIP, _LEAP = 0, 1, 2, 3


class Likeness(Protocol):
    """How badly frames of a recording fit states, as costs."""

    def compare(self, first: int, after: int, low: int, high: int) -> Frames:
        """Return the cost of each frame (rows, ``first`` to before ``after``) in each state (``low`` to before ``high``)."""
        ...


@dataclass(frozen=True, slots=True)
class Steps:
    """What a way costs besides.

    ``stay``: staying in a state that is no pause; ``skip``: leaving one out that is none; ``leap``: leaving out a whole
    sentence; ``halt``: pausing within a sentence, and ``wait``: each frame of such a pause. In units of the likeness
    that is used.
    """

    stay: float
    skip: float
    leap: float
    halt: float
    wait: float


@dataclass(frozen=True, slots=True)
class Way:
    """A path and its mean cost a frame."""

    path: Path
    cost: float


def find_way(
    count: int,
    chain: Chain,
    likeness: Likeness,
    steps: Steps,
    guide: Path | None = None,
    width: int = WIDEST_STATES,
) -> Way:
    """Return the cheapest way of ``count`` frames through the chain.

    Args:
        count: How many frames the recording has, at least 1.
        chain: The states.
        likeness: How frames fit states.
        steps: What stepping costs.
        guide: A way found before, near which this one is looked for.
        width: How many states are looked at together.
    """
    return _Walk(count, chain, likeness, steps, guide, min(width, len(chain))).go()


class _Walk:
    """One search; costs count from the cheapest of each block, so that they stay small."""

    def __init__(
        self, count: int, chain: Chain, likeness: Likeness, steps: Steps, guide: Path | None, width: int
    ) -> None:
        self._count, self._chain, self._likeness, self._steps = count, chain, likeness, steps
        self._guide, self._width = guide, width
        self._low = 0
        self._costs = np.full(width, _NEVER, dtype=np.float32)
        self._spent = 0.0
        self._choices: list[tuple[int, NDArray[np.uint8]]] = []
        self._settled: list[Path] = []
        self._leap_from = np.zeros(len(chain), dtype=np.intp)
        self._leap_from[chain.between_sentences[1:]] = chain.between_sentences[:-1]

    def go(self) -> Way:
        for first in range(0, self._count, _BLOCK):
            after = min(self._count, first + _BLOCK)
            self._move_window(first)
            self._choices.append((self._low, self._walk_block(first, after)))
            least = float(self._costs.min())
            self._spent += least
            self._costs = np.minimum(self._costs - np.float32(least), _NEVER)
            if len(self._choices) > 2 * _SETTLED_AFTER:
                self._settle(self._low + int(self._costs.argmin()), _SETTLED_AFTER)
        last = self._find_last()
        self._spent += float(self._costs[last - self._low])
        self._settle(last, 0)
        # Where what was settled proved wrong later, the way would go back: it stands still instead.
        path = np.maximum.accumulate(np.concatenate(self._settled))
        return Way(path, self._spent / self._count)

    def _find_last(self) -> int:
        """Return the state to end in: the last word's last or the pause after it, where they were reached."""
        high = self._low + self._width
        if high == len(self._chain) and self._costs[-2:].min() < _NEVER:
            return high - 1 if self._costs[-1] <= self._costs[-2] else high - 2
        return self._low + int(self._costs.argmin())

    def _move_window(self, first: int) -> None:
        near = self._low + int(self._costs.argmin()) if first else 0
        if self._guide is not None:
            near = int(self._guide[first])
        low = min(max(self._low, near - self._width // 2), len(self._chain) - self._width)
        if shift := low - self._low:
            kept = self._costs[shift:]
            self._costs = np.concatenate([kept, np.full(self._width - len(kept), _NEVER, dtype=np.float32)])
            self._low = low

    def _walk_block(self, first: int, after: int) -> NDArray[np.uint8]:
        low, width = self._low, self._width
        prices = _Prices(self._chain, self._steps, self._leap_from, low, low + width)
        likeness = self._likeness.compare(first, after, low, low + width)
        choices = np.zeros((after - first, width), dtype=np.uint8)
        begin = 0
        if first == 0:
            self._costs[:2] = likeness[0, :2]
            begin = 1
        for row in range(begin, after - first):
            self._costs = prices.step(self._costs, choices[row])
            self._costs += likeness[row]
        return choices

    def _settle(self, state: int, kept: int) -> None:
        """Follow the way back from ``state``, and decide it but for the latest ``kept`` blocks."""
        behind = len(self._choices) - kept
        found: list[Path] = []
        for number in range(len(self._choices) - 1, -1, -1):
            low, choices = self._choices[number]
            path = np.empty(len(choices), dtype=np.int32)
            for row in range(len(choices) - 1, -1, -1):
                path[row] = state
                choice = choices[row, state - low]
                state = int(self._leap_from[state]) if choice == _LEAP else state - int(choice)
            if number < behind:
                found.append(path)
        self._settled += reversed(found)
        del self._choices[:behind]


class _Prices:
    """The steps between the states of one window."""

    def __init__(self, chain: Chain, steps: Steps, leap_from: NDArray[np.intp], low: int, high: int) -> None:
        is_pause = chain.is_pause[low:high]
        is_halt = is_pause.copy()
        is_halt[
            chain.between_sentences[(chain.between_sentences >= low) & (chain.between_sentences < high)] - low
        ] = False
        stay = np.where(is_pause, 0, steps.stay)
        self._stay = np.where(is_halt, steps.wait, stay).astype(np.float32)
        self._on = np.where(is_halt, steps.halt, 0).astype(np.float32)[1:]
        skips_pause = np.zeros(high - low, dtype=bool)
        skips_pause[1:] = is_pause[:-1]
        self._skip = np.where(skips_pause, 0, steps.skip).astype(np.float32)[2:]
        self._skip += self._on[1:]
        breaks = chain.between_sentences[1:]
        # A leap reaches back into the window only.
        self._to = breaks[(breaks < high) & (leap_from[breaks] >= low)] - low
        self._from = leap_from[self._to + low] - low
        self._leap = np.float32(steps.leap)

    def step(self, costs: Frames, choices: NDArray[np.uint8]) -> Frames:
        """Return what it costs to have come into each state by one step; note in ``choices`` from where."""
        cheapest = costs + self._stay
        onward = costs[:-1] + self._on
        better = onward < cheapest[1:]
        choices[1:][better] = _ON
        np.minimum(cheapest[1:], onward, out=cheapest[1:])
        skipped = costs[:-2] + self._skip
        better = skipped < cheapest[2:]
        choices[2:][better] = _SKIP
        np.minimum(cheapest[2:], skipped, out=cheapest[2:])
        leapt = costs[self._from] + self._leap
        better = leapt < cheapest[self._to]
        choices[self._to[better]] = _LEAP
        cheapest[self._to[better]] = leapt[better]
        return cheapest
