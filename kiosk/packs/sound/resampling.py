"""Changes a sound's sample rate, block by block: a windowed sinc, centred, so that nothing moves in time.

Numpy alone: the packages that do this are large (scipy) or bring a library of their own. All outputs of one
period are one row of a matrix product (Smith, "Digital Audio Resampling", the bandlimited interpolation).
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float64]

HALF_TAPS = 32
"""Samples of the slower rate on each side: flat to 0.41 of it, 100 dB down from 0.51 on."""

_KAISER_BETA = 10.0
_CUTOFF = 0.92
_ROW_OUTPUTS = 64
"""At least so many outputs a row: shorter rows leave the matrix product nothing to do."""


class Resampler:
    """One mono sound on its way from ``from_hz`` to ``to_hz``: give blocks to :meth:`push`, then :meth:`finish`."""

    def __init__(self, from_hz: int, to_hz: int, half_taps: int = HALF_TAPS) -> None:
        common = math.gcd(from_hz, to_hz)
        repeat = -(-_ROW_OUTPUTS * common // to_hz)
        self._outputs = to_hz // common * repeat
        self._advance = from_hz // common * repeat
        slower = min(1.0, to_hz / from_hz)
        self._reach = math.ceil(half_taps / slower)
        self._weights = _make_weights(self._outputs, self._advance, self._reach, slower)
        self._pending: Samples = np.zeros(self._reach - 1)
        self._taken = self._given = 0

    def push(self, block: Samples) -> Samples:
        """Return the samples that ``block`` (any length) completes."""
        self._taken += len(block)
        made = self._work_off(block)
        self._given += len(made)
        return made

    def finish(self) -> Samples:
        """Return what is left: in all, the length of the sound at the new rate, rounded up to whole samples."""
        total = -(-self._taken * self._outputs // self._advance)
        made = self._work_off(np.zeros(2 * self._reach + 2 * self._advance))
        return made[: total - self._given]

    def _work_off(self, block: Samples) -> Samples:
        known = np.concatenate([self._pending, block])
        width = len(self._weights)
        rows = max(0, (len(known) - width) // self._advance + 1)
        self._pending = known[rows * self._advance :]
        if not rows:
            return np.zeros(0)
        windows = np.lib.stride_tricks.sliding_window_view(known, width)[:: self._advance][:rows]
        return np.asarray((windows @ self._weights).reshape(-1))


def _make_weights(outputs: int, advance: int, reach: int, slower: float) -> Samples:
    """Return the weight of each input of a window (rows) in each output of a period (columns)."""
    centres = np.arange(outputs) * (advance / outputs)
    inputs = np.arange(-reach + 1, math.floor(centres[-1]) + reach + 1)
    away = inputs[:, None] - centres[None, :]
    cutoff = slower * (_CUTOFF if slower < 1 or outputs < 4 * advance else 1.0)
    within = np.sqrt(np.clip(1 - (away / reach) ** 2, 0, None))
    window = np.where(np.abs(away) < reach, np.i0(_KAISER_BETA * within), 0.0)
    weights = np.sinc(cutoff * away) * window
    return np.asarray(weights / weights.sum(axis=0))
