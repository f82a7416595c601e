"""Turns a sound down smoothly around what would be too loud, knowing beforehand where that is."""

from __future__ import annotations

import numpy as np

from kiosk.packs.sound.resampling import Samples

HOPS_A_SECOND = 1000
_LOOK_HOPS = 6
_SMOOTH_HOPS = 4


class PeakSurvey:
    """The largest value in each millisecond of a mono sound given block by block."""

    def __init__(self, rate_hz: int) -> None:
        self._hop = rate_hz // HOPS_A_SECOND
        self._rest: Samples = np.zeros(0)
        self._peaks: list[Samples] = []

    def add(self, block: Samples) -> None:
        """Take the next samples."""
        known = np.concatenate([self._rest, np.abs(block)])
        whole = len(known) // self._hop
        self._peaks.append(known[: whole * self._hop].reshape(whole, self._hop).max(axis=1))
        self._rest = known[whole * self._hop :]

    def peaks(self) -> Samples:
        """Return one value a millisecond, the last one for what is left over."""
        last = self._rest.max(keepdims=True) if len(self._rest) else np.zeros(0)
        return np.concatenate([*self._peaks, last])


class Limiter:
    """Applies ``gain`` to a sound, and less where its peak would pass ``ceiling`` (both factors)."""

    def __init__(self, peaks: Samples, rate_hz: int, gain: float, ceiling: float) -> None:
        self._curve = _smooth(np.minimum(gain, ceiling / np.maximum(peaks, 1e-9)))
        self._hop = rate_hz // HOPS_A_SECOND
        self._at = 0

    def apply(self, block: Samples) -> Samples:
        """Return the next samples at their new level."""
        # The curve is known at the middle of each millisecond.
        hops = (np.arange(self._at, self._at + len(block)) + 0.5) / self._hop - 0.5
        self._at += len(block)
        return np.asarray(block * np.interp(hops, np.arange(len(self._curve)), self._curve))


def _smooth(needed: Samples) -> Samples:
    """Return a gain that nowhere passes what is ``needed`` there, and changes over several milliseconds."""
    padded = np.pad(needed, _LOOK_HOPS + _SMOOTH_HOPS, mode="edge")
    lowest = np.lib.stride_tricks.sliding_window_view(padded, 2 * _LOOK_HOPS + 1).min(axis=1)
    return np.convolve(lowest, np.full(2 * _SMOOTH_HOPS + 1, 1 / (2 * _SMOOTH_HOPS + 1)), "valid")
