"""Which stops to offer next when nothing is known yet of other visits: the nearest, in the curator's order.

Measured on seven public sets of visits, "nearest" finds the real next stop among five far more often than
popularity; the curator's order breaks ties and gives each visit a thread (see the explanation "what comes next").
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import hypot, inf

from kiosk.model.content import StopCard
from kiosk.model.geography import distance_m


class Reason(StrEnum):
    """Why a stop is suggested; the screen says it in the visitor's language."""

    NEAREST = "nearest"
    NEXT_IN_ORDER = "next-in-order"
    NOT_YET_SEEN = "not-yet-seen"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A stop worth going to next. ``distance_m`` is the straight line in metres, None where unknown."""

    stop: StopCard
    reason: Reason
    distance_m: float | None


def suggest_next(
    stops: Sequence[StopCard],
    here: str | None,
    seen: Collection[str],
    count: int = 3,
) -> tuple[Suggestion, ...]:
    """Return up to ``count`` stops of a site to see next, best first.

    Args:
        stops: Every stop of the site.
        here: The id of the stop where the visitor stands; None before the first one.
        seen: Ids of the stops of this visit so far; they are never suggested again.
        count: How many at most.

    The first is the unseen stop that follows in the curator's order unless another is nearer than a
    third of the way to it; the rest come by distance, then by order.
    """
    current = next((stop for stop in stops if stop.id == here), None)
    unseen = [stop for stop in stops if stop.id not in seen and stop.id != here]
    if not unseen:
        return ()
    by_order = sorted(unseen, key=lambda stop: (stop.order, stop.id))
    if current is None:
        return tuple(Suggestion(stop, Reason.NEXT_IN_ORDER, None) for stop in by_order[:count])
    by_distance = sorted(by_order, key=lambda stop: _closeness(current, stop))
    follower = next((stop for stop in by_order if stop.order > current.order), by_order[0])
    nearest = by_distance[0]
    first = nearest if _closeness(current, nearest) * 3 < _closeness(current, follower) else follower
    chosen = [first, *(stop for stop in by_distance if stop is not first)][:count]
    return tuple(_explain(current, stop, nearest, follower) for stop in chosen)


def _explain(current: StopCard, stop: StopCard, nearest: StopCard, follower: StopCard) -> Suggestion:
    if stop is follower:
        reason = Reason.NEXT_IN_ORDER
    elif stop is nearest and _closeness(current, stop) < inf:
        reason = Reason.NEAREST
    else:
        reason = Reason.NOT_YET_SEEN
    return Suggestion(stop, reason, _metres(current, stop))


def _metres(one: StopCard, other: StopCard) -> float | None:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    return distance_m(one.lat, one.lon, other.lat, other.lon)


def _closeness(one: StopCard, other: StopCard) -> float:
    """Return a distance to sort by: metres where both are known, else the way on one floor's plan, else infinite."""
    metres = _metres(one, other)
    if metres is not None:
        return metres
    if one.floor_id != other.floor_id or None in (one.plan_x, one.plan_y, other.plan_x, other.plan_y):
        return inf
    assert one.plan_x is not None and one.plan_y is not None
    assert other.plan_x is not None and other.plan_y is not None
    return hypot(one.plan_x - other.plan_x, one.plan_y - other.plan_y)
