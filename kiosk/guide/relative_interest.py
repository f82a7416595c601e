"""How much longer a visitor stayed at a stop than others do, and than they themselves do elsewhere.

Dwell is weak evidence of liking: a crowd, a chat, a bench make it long. So it is used for one suggestion only, beside
"more like this", and never as it is: ln dwell - ln the stop's median - the visitor's own pace.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log
from typing import Final

from kiosk.model.content import Depth, StopCard
from kiosk.model.dwell import VALID_DWELL_MS
from kiosk.model.site_sums import SiteSums, StopSums

SHRUNKEN_BY: Final = 4.0
"""So many stays at the usual pace are supposed beside those there are: one long stay is no slow visitor."""

_MS_A_SECOND: Final = 1_000


def find_relative_interest(
    cards: Mapping[str, StopCard], sums: SiteSums, dwells_ms: Sequence[tuple[str, int]]
) -> tuple[tuple[str, float], ...]:
    """Return the relative interest in each stop this visitor stayed at; above 0: longer than others.

    Args:
        cards: The site's stops by id.
        sums: What was counted of its visits.
        dwells_ms: Stop ids with their dwell in ms, each once, in the order of the stays.

    Returns:
        In the order of the stays; only valid ones (3 s or more), of stops for which it is known what is usual.
    """
    longer = {
        stop: log(dwell_ms / _MS_A_SECOND / usual_s)
        for stop, dwell_ms in dwells_ms
        if dwell_ms >= VALID_DWELL_MS and (usual_s := find_usual_s(cards.get(stop), sums.stops.get(stop)))
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
