"""How well the frames of a recording fit the states of its text: at first by the reference's sound, then by its own."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kiosk.authoring.aligning.chain import Chain
from kiosk.authoring.aligning.path import Path, Steps
from kiosk.authoring.aligning.spectra import Frames, Spectra, standardise

QUIETEST_SHARE = 8.0
DISTANCE_STEPS = Steps(stay=1.0, skip=1.0, leap=400.0, halt=5.0, wait=0.3)
UNIT_STEPS = Steps(stay=1.0, skip=1.0, leap=400.0, halt=5.0, wait=0.3)
# Sounds of a language that can be told apart from some seconds of speech.
UNITS = 48
_ROUNDS = 10
_WEIGHT = 0.15
_TINY = 1e-6
# As if so many frames of the whole recording belonged to each unit: a unit heard rarely stays near the mean.
_PRIOR_MEAN, _PRIOR_VARIANCE = 5.0, 10.0


class DistanceLikeness:
    """Compares a recording with the reference, both standardised: the distance between frames."""

    def __init__(self, spectra: Spectra, speech: NDArray[np.bool_], chain: Chain) -> None:
        self._frames = standardise(spectra.frames, speech)
        self._states = standardise(chain.frames, ~chain.is_pause)
        quiet = spectra.levels <= np.percentile(spectra.levels, QUIETEST_SHARE)
        self._states[chain.is_pause] = self._frames[quiet].mean(axis=0)
        self._norms = (self._states**2).sum(axis=1)

    def compare(self, first: int, after: int, low: int, high: int) -> Frames:
        """See :class:`~kiosk.authoring.aligning.path.Likeness`."""
        frames = self._frames[first:after]
        squares = (
            (frames**2).sum(axis=1)[:, None] + self._norms[low:high] - 2 * frames @ self._states[low:high].T
        )
        return np.asarray(np.sqrt(np.maximum(squares, 0)))


class UnitLikeness:
    """Compares a recording with what its own sounds are like, as a way found before tells.

    The frames of the reference fall into units that sound alike; each frame of the recording belongs by the way to one.
    A unit is then a normal distribution over the recording's own frames, and so are the pauses.
    """

    def __init__(self, spectra: Spectra, units: NDArray[np.intp], path: Path) -> None:
        self._units = units
        frames = spectra.frames
        count = int(units.max()) + 1
        whole_mean, whole_variance = frames.mean(axis=0), frames.var(axis=0)
        owners = units[path]
        costs = np.empty((len(frames), count), dtype=np.float32)
        for unit in range(count):
            own = frames[owners == unit]
            mean = (own.sum(axis=0) + _PRIOR_MEAN * whole_mean) / (len(own) + _PRIOR_MEAN)
            spread = ((own - mean) ** 2).sum(axis=0) + _PRIOR_VARIANCE * whole_variance
            variance = spread / (len(own) + _PRIOR_VARIANCE)
            costs[:, unit] = 0.5 * (np.log(variance).sum() + ((frames - mean) ** 2 / variance).sum(axis=1))
        self._costs = (costs - costs.min(axis=1, keepdims=True)) * np.float32(_WEIGHT)

    def measure_strangeness(self, path: Path) -> Frames:
        """Return for each frame how badly its unit fits: 0 where none fits better, 1 where any would do as well."""
        costs = self._costs[:, :-1]
        return np.asarray(self._costs[np.arange(len(path)), self._units[path]] / (costs.mean(axis=1) + _TINY))

    def compare(self, first: int, after: int, low: int, high: int) -> Frames:
        """See :class:`~kiosk.authoring.aligning.path.Likeness`."""
        return np.asarray(self._costs[first:after][:, self._units[low:high]])


def sort_into_units(chain: Chain) -> NDArray[np.intp]:
    """Return the unit of each state, found by k-means; the pauses are the last unit."""
    frames = standardise(chain.frames, ~chain.is_pause)[~chain.is_pause]
    count = min(UNITS, len(frames))
    generator = np.random.default_rng(0)
    centres = frames[generator.choice(len(frames), count, replace=False)]
    for _ in range(_ROUNDS):
        owners = _find_nearest(frames, centres)
        for unit in np.unique(owners):
            centres[unit] = frames[owners == unit].mean(axis=0)
    units = np.full(len(chain), count, dtype=np.intp)
    units[~chain.is_pause] = _find_nearest(frames, centres)
    return units


def _find_nearest(frames: Frames, centres: Frames) -> NDArray[np.intp]:
    return np.asarray(((centres**2).sum(axis=1) - 2 * frames @ centres.T).argmin(axis=1))
