"""How much longer a visitor stayed at a stop than others do, and than they themselves do elsewhere.

Dwell is weak evidence of liking: a crowd, a chat, a bench make it long. So it is used for one suggestion only, beside
"more like this", and never as it is: ln dwell - ln the stop's median - the visitor's own pace.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import log
from typing import Final

from kiosk.model.content import Depth, StopCard
from kiosk.model.dwell import VALID_DWELL_MS
from kiosk.model.site_sums import SiteSums, StopSums

SHRUNKEN_BY: Final = 4.0
"""So many stays at the usual pace are supposed beside those there are: one long stay is no slow visitor."""

_VALID_S: Final = VALID_DWELL_MS / 1_000


def find_relative_interest(
    find_card: Callable[[str], StopCard | None], sums: SiteSums, stays_s: Sequence[tuple[str, float]]
) -> tuple[tuple[str, float], ...]:
    """Return the relative interest in each stop this visitor stayed at; above 0: longer than others.

    Args:
        find_card: Returns a stop of the site by its id, None where there is none.
        sums: What was counted of its visits.
        stays_s: Stop ids with seconds of dwell, in the order of the stays; those at one stop are added up.

    Returns:
        In the order of the first stays; only valid ones (3 s or more), of stops for which it is known what is usual.
    """
    dwell_s: dict[str, float] = {}
    for stop, stay_s in stays_s:
        dwell_s[stop] = dwell_s.get(stop, 0.0) + max(0.0, stay_s)
    longer = {
        stop: log(found_s / usual_s)
        for stop, found_s in dwell_s.items()
        if found_s >= _VALID_S and (usual_s := find_usual_s(find_card(stop), sums.stops.get(stop)))
    }
    pace = sum(longer.values()) / (len(longer) + SHRUNKEN_BY)
    return tuple((stop, found - pace) for stop, found in longer.items())


def find_usual_s(card: StopCard | None, sums: StopSums | None) -> float | None:
    """Return how many seconds people stay at a stop: the median counted, else its story and a look; None unknown."""
    if sums is not None and sums.holding_s is not None and sums.holding_s[1] > 0:
        return float(sums.holding_s[1])
    if card is None or not card.tell_s:
        return None
    told_s = dict(card.tell_s)
    return float(told_s.get(Depth.STORY, max(told_s.values())) + card.look_s) or None
