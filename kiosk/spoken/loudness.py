"""How loud a voice is, for the level on the screen and to notice that nobody was heard."""

from __future__ import annotations

import math
from array import array
from typing import Final

_FULL: Final = 32_768.0
# What a quiet room and a cheap microphone make: below it the level stands at nothing.
_FLOOR_DB: Final = -54.0
_CEILING_DB: Final = -6.0
# One sample in so many is looked at: the level of a voice is the same, at a fraction of the work.
_EVERY: Final = 4


def measure_level(samples: bytes) -> float:
    """Return how loud samples (16 bits, native byte order) are: 0 for silence to 1 for as loud as a voice gets."""
    values = array("h", samples[: len(samples) // 2 * 2])[::_EVERY]
    if not values:
        return 0.0
    power = sum(value * value for value in values) / len(values)
    if power <= 0:
        return 0.0
    level_db = 10 * math.log10(power / (_FULL * _FULL))
    return min(1.0, max(0.0, (level_db - _FLOOR_DB) / (_CEILING_DB - _FLOOR_DB)))
