"""Makes the sound of the iron pillar's stop: slow strokes of a hammer on iron. Nobody recorded it; it is worked out.

Usage: ``python content_packs/recipe/hammer.py OUT.opus``. A bar of iron that is struck rings at the frequencies of a free
bar, which are no multiples of one another (1 : 2.76 : 5.40 : 8.93), the high ones shorter than the low ones; the stroke itself is a
short noise, and the block beneath it a thud. The same bytes each time.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

Samples = NDArray[np.float64]

RATE_HZ = 48_000
STROKES_S = (0.3, 1.42, 2.5, 3.66, 4.72, 5.86, 6.9, 8.1)
LENGTH_S = 10.5
RING_HZ = 431.0
FREE_BAR = (1.0, 2.757, 5.404, 8.933)


def make_stroke(spot: np.random.Generator) -> Samples:
    """Return one stroke that rings for two seconds; no two are alike."""
    at = np.arange(2 * RATE_HZ) / RATE_HZ
    ring = np.zeros_like(at)
    for number, ratio in enumerate(FREE_BAR):
        strength = spot.uniform(0.5, 1.0) / (number + 1)
        falls_s = 0.42 / (number + 1)
        ring += (
            strength * np.exp(-at / falls_s) * np.sin(2 * np.pi * RING_HZ * ratio * at + spot.uniform(0, 6))
        )
    click = spot.standard_normal(len(at)) * np.exp(-at / 0.004)
    thud = np.sin(2 * np.pi * 82 * at) * np.exp(-at / 0.06)
    return np.asarray((0.5 * ring + 0.35 * click + 0.6 * thud) * (1 - np.exp(-at / 0.0004)))


def make_hammering() -> Samples:
    """Return all strokes, the last one ringing out, at most half of full scale."""
    spot = np.random.default_rng(1052)
    sound = np.zeros(round(LENGTH_S * RATE_HZ))
    for begin_s in STROKES_S:
        stroke, begin = make_stroke(spot) * spot.uniform(0.75, 1.0), round(begin_s * RATE_HZ)
        stroke = stroke[: len(sound) - begin]
        sound[begin : begin + len(stroke)] += stroke
    return np.asarray(0.5 * sound / np.abs(sound).max())


if __name__ == "__main__":
    out = Path(sys.argv[1])
    out.parent.mkdir(parents=True, exist_ok=True)
    # 96 kb/s: the build encodes it once more.
    soundfile.write(
        out, make_hammering(), RATE_HZ, format="OGG", subtype="OPUS", compression_level=1 - 90 / 250
    )
