"""Words for looks: descriptors grouped, so that pictures with the same words are found without comparing all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.recognition.features import DESCRIPTOR_SIZE

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from kiosk.recognition.features import Floats
    from kiosk.scanning.frame import Plane

MOST_WORDS = 2_048
_FEATURES_A_WORD = 24
_MOST_LEARNED_FROM = 60_000
_ROUNDS = 8
_AT_ONCE = 4_096


def learn_words(descriptors: Plane) -> Plane:
    """Return the words (n, 128) that ``descriptors`` fall into, the same for the same descriptors; none for few.

    Two levels of k-means: groups first, then words within each group. One level costs thirty times as much.
    """
    import numpy as np

    words = min(MOST_WORDS, len(descriptors) // _FEATURES_A_WORD)
    groups = int(words**0.5)
    if groups < 4:
        return np.empty((0, DESCRIPTOR_SIZE), np.uint8)
    step = -(-len(descriptors) // _MOST_LEARNED_FROM)
    sample = descriptors[::step].astype(np.float32)
    nearest = _assign(sample, _group(sample, groups))
    found = [
        _group(mine, max(1, round(words * len(mine) / len(sample))))
        for mine in (sample[nearest == group] for group in range(groups))
        if len(mine)
    ]
    return np.rint(np.concatenate(found)[:MOST_WORDS]).astype(np.uint8)


def name_words(descriptors: Plane, words: Plane, count: int = 1) -> npt.NDArray[np.intp]:
    """Return the ``count`` nearest words of each descriptor, (n, count), the nearest first."""
    import numpy as np

    centres = words.astype(np.float32)
    lengths = (centres * centres).sum(axis=1)
    named = np.empty((len(descriptors), count), np.intp)
    for begin in range(0, len(descriptors), _AT_ONCE):
        apart = lengths - 2 * (descriptors[begin : begin + _AT_ONCE].astype(np.float32) @ centres.T)
        rows = np.arange(len(apart))
        for place in range(count):  # three times the nearest costs a tenth of sorting
            nearest = apart.argmin(axis=1)
            named[begin : begin + _AT_ONCE, place] = nearest
            apart[rows, nearest] = np.inf
    return named


def _group(sample: Floats, groups: int) -> Floats:
    """Return the means of ``groups`` groups of a sample (k-means from evenly chosen members)."""
    import numpy as np

    centres = sample[np.linspace(0, len(sample) - 1, groups).astype(np.intp)]
    for _ in range(_ROUNDS):
        nearest = _assign(sample, centres)
        counts = np.bincount(nearest, minlength=len(centres))
        filled = counts > 0
        begins = (np.cumsum(counts) - counts)[filled]
        sums = np.add.reduceat(sample[np.argsort(nearest, kind="stable")], begins)
        centres = centres.copy()
        centres[filled] = sums / counts[filled, None]
    return centres


def _assign(sample: Floats, centres: Floats) -> npt.NDArray[np.intp]:
    import numpy as np

    lengths = (centres * centres).sum(axis=1)
    pieces = [
        (lengths - 2 * (sample[begin : begin + _AT_ONCE] @ centres.T)).argmin(axis=1)
        for begin in range(0, len(sample), _AT_ONCE)
    ]
    return np.concatenate(pieces)
