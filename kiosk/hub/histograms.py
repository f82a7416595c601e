"""Histograms that can be added up: how many values fell into which bin, as bytes in the database.

Bins of dwell are logarithmic, 2 % wide: a median or quartile found in them is within 1 % of the true one,
whatever days are added together. Minutes of visits are bins of themselves, and exact.
"""

from __future__ import annotations

import math
import struct
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Final

import numpy as np
import numpy.typing as npt

_BINS_A_FACTOR_E: Final = 50
_LEAST_MS: Final = 1_000
_PAIR: Final = struct.Struct("<HI")
_PAIRS: Final = np.dtype([("bin", "<u2"), ("count", "<u4")])
MOST_COUNT: Final = 2**32 - 1

Counts = npt.NDArray[np.int64]


def bin_of_ms(value_ms: int) -> int:
    """Return the bin of a time: 0 for a second and less, up to some 570 for a day."""
    return int(math.log(max(value_ms, _LEAST_MS) / _LEAST_MS) * _BINS_A_FACTOR_E)


def ms_of_bin(number: int) -> float:
    """Return the time in the middle of a bin, ms."""
    return _LEAST_MS * math.exp((number + 0.5) / _BINS_A_FACTOR_E)


def pack(counts: Mapping[int, int]) -> bytes:
    """Return a histogram as bytes: pairs of bin (2 bytes) and count (4 bytes), in order."""
    return b"".join(_PAIR.pack(number, min(counts[number], MOST_COUNT)) for number in sorted(counts))


def unpack(packed: bytes) -> Counter[int]:
    """Return the histogram in ``packed``; bins may be there more than once, and are added up."""
    counts: Counter[int] = Counter()
    for number, count in _PAIR.iter_unpack(packed):
        counts[number] += count
    return counts


def add_up(packed: Iterable[bytes]) -> Counts:
    """Return the sum of histograms as an array of counts by bin; quick for many."""
    pairs = np.frombuffer(b"".join(packed), dtype=_PAIRS)
    return np.bincount(pairs["bin"], weights=pairs["count"]).astype(np.int64)


def find_quantile(counts: Counts, share: float, value_of: Callable[[int], float]) -> float | None:
    """Return the value at ``share`` (0 to 1) of all, as ``statistics.quantiles`` (inclusive) counts; None of none.

    ``value_of`` gives the value that a bin stands for.
    """
    total = int(counts.sum())
    if not total:
        return None
    place = (total - 1) * share
    below = math.floor(place)
    reached = np.cumsum(counts)
    bins = np.searchsorted(reached, [below, min(below + 1, total - 1)], side="right")
    lower, upper = value_of(int(bins[0])), value_of(int(bins[1]))
    return lower + (upper - lower) * (place - below)


def find_quartiles(counts: Counts, value_of: Callable[[int], float]) -> tuple[float, float] | None:
    """Return the lower and the upper quartile, None of fewer than two values."""
    if counts.sum() < 2:
        return None
    lower, upper = (find_quantile(counts, share, value_of) for share in (0.25, 0.75))
    return (lower, upper) if lower is not None and upper is not None else None
