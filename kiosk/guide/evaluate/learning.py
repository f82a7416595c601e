"""What a pack would say of a place after some visits: its stops, and their sums."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import quantiles
from typing import Final

from kiosk.guide.evaluate.trails import Item, Trail
from kiosk.guide.site_ground import SiteGround
from kiosk.guide.weights import FITTED, Weights
from kiosk.model.content import Site, StopCard
from kiosk.model.site_sums import SiteSums, StopSums

_SITE: Final = Site("", "", "", "", None, None, "", "UTC", "", "#808080", "", ())
# So many stays of some length say how long people stay.
_ENOUGH_STAYS: Final = 5


def make_ground(
    items: Sequence[Item],
    trails: Iterable[Trail],
    least: int = 1,
    new: frozenset[str] = frozenset(),
    weights: Weights = FITTED,
) -> SiteGround:
    """Return a place as a device would know it from these visits.

    Args:
        items: Where one can stop.
        trails: The visits to learn from.
        least: A count below this is left out, as a hub does with what could tell of one person.
        new: Ids of items that were added after these visits: nothing is known of them.
        weights: What counts how much.
    """
    sums = _sum_up(trails, least, new)
    # The day says only that the new ones came after what was counted.
    cards = [make_card(item, "2000-01-02" if item.id in new else "") for item in items]
    return SiteGround(_SITE, cards, sums=sums, weights=weights)


def make_card(item: Item, added_on: str = "") -> StopCard:
    """Return an item as a stop's card; its categories are the stop's tags."""
    return StopCard(
        item.id, "", "", "", "", item.order, "", None, None, item.lat, item.lon, item.categories, "", added_on=added_on
    )  # fmt: skip


def _sum_up(trails: Iterable[Trail], least: int, new: frozenset[str]) -> SiteSums:
    visits: Counter[str] = Counter()
    moves: Counter[tuple[str, str]] = Counter()
    stays_s: defaultdict[str, list[float]] = defaultdict(list)
    count = 0
    for trail in trails:
        count += 1
        items = [stay.item for stay in trail.stays if stay.item not in new]
        visits.update(set(items))
        moves.update((one, other) for one, other in pairwise(items) if one != other)
        for stay in trail.stays:
            if stay.stay_s > 0 and stay.item not in new:
                stays_s[stay.item].append(stay.stay_s)
    return SiteSums(
        visits=count,
        stops={
            item: StopSums(found, _find_holding(stays_s[item]))
            for item, found in visits.items()
            if found >= least
        },
        moves={move: found for move, found in moves.items() if found >= least},
        until="2000-01-01",
    )


def _find_holding(stays_s: list[float]) -> tuple[int, int, int] | None:
    if len(stays_s) < _ENOUGH_STAYS:
        return None
    low, middle, high = quantiles(stays_s, n=4)
    return round(low), round(middle), round(high)
