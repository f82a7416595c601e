"""How long to wait after a failure: full jitter, so that a thousand tablets do not come back at once."""

from __future__ import annotations

import random
from typing import Final

FIRST_S: Final = 2.0
LONGEST_S: Final = 300.0


def delay_s(failures: int, chance: random.Random) -> float:
    """Return how many s to wait after ``failures`` in a row (1 or more): anything up to 2, 4, 8 ... 300 s.

    Source: M. Brooker, "Exponential backoff and jitter" (2015), "full jitter".
    """
    ceiling_s = min(LONGEST_S, FIRST_S * 2.0 ** min(failures - 1, 20))
    return chance.uniform(0.0, ceiling_s)
