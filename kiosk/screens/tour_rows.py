"""A tour as a page shows it: one row a stop, those left out with the reason, and the finish as a range."""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping, Sequence
from datetime import datetime, timedelta
from math import ceil
from typing import Any

from kiosk.guide.plan import LeftOut, Leg, Plan, PlannedStop
from kiosk.model.content import StopCard, Tour, WayKind
from kiosk.screens.media_index import MediaIndex
from kiosk.screens.stop_rows import make_row

STEP_MIN = 5
"""A finish is told to five minutes: more would be a promise."""

MOST_LEFT_OUT = 8

_TOLD_WAYS = (WayKind.STAIRS, WayKind.LIFT, WayKind.RAMP)


def make_stop_rows(
    stops: Sequence[PlannedStop], cards: Mapping[str, StopCard], media: MediaIndex, seen: Collection[str]
) -> list[dict[str, Any]]:
    """Return a row for each stop that is still there: minutes to walk and to stay, whole, and lifts and stairs by name."""
    return [
        make_row(cards[one.stop_id], media, seen)
        | {
            "walk": ceil(one.walk_min) if one.walk_min >= 0.5 else 0,
            "stay": max(1, round(one.stay_min)),
            "ways": _list_ways(one.legs),
        }
        for one in stops
        if one.stop_id in cards
    ]


def make_ready_rows(
    tour: Tour,
    reckoned: Plan | None,
    cards: Mapping[str, StopCard],
    media: MediaIndex,
    seen: Collection[str],
) -> list[dict[str, Any]]:
    """Return a row for each stop of a ready-made tour, in its order; minutes where they have been reckoned.

    What cannot be seen today is among those left out.
    """
    shut = {stop for stop, _ in reckoned.left_out} if reckoned else set()
    planned = make_stop_rows(reckoned.stops if reckoned else (), cards, media, seen)
    told = {row["id"]: row for row in planned}
    return [
        told.get(stop) or make_row(cards[stop], media, seen) | {"walk": 0, "stay": 0, "ways": []}
        for stop in tour.stop_ids
        if stop in cards and stop not in shut
    ]


def rank_left_out(
    plan: Plan, cards: Container[str], put_in: Collection[str] = (), taken_out: Collection[str] = ()
) -> list[tuple[str, str]]:
    """Return the stops that are not in the tour, with why (:class:`~kiosk.guide.plan.LeftOut`).

    First what the visitor took out (``taken-out``), then what they put in that has no room.
    """
    reasons = {stop: str(why) for stop, why in plan.left_out} | dict.fromkeys(taken_out, "taken-out")
    ranked = sorted(reasons, key=lambda stop: (stop not in taken_out, stop not in put_in))
    return [(stop, reasons[stop]) for stop in ranked if stop in cards]


def find_emptiness(plan: Plan, *, taken_out: bool) -> str:
    """Return why a tour has no stops: ``seen`` (none is left), ``closed`` (each that is left is) or ``nothing`` (none fits)."""
    if not plan.left_out:
        return "nothing" if taken_out else "seen"
    return "closed" if all(why is LeftOut.CLOSED for _, why in plan.left_out) else "nothing"


def find_finish(plan: Plan, now: datetime | None, gone_min: float = 0.0) -> dict[str, Any]:
    """Return the finish as ``least`` to ``most`` minutes from now and, where the clock can be believed, ``begin`` to ``end``.

    ``gone_min`` minutes of the tour are over. Minutes and times ("14:20") are rounded outwards to five minutes, so that
    the range holds what it says.
    """
    least_min, most_min = (max(0.0, minutes - gone_min) for minutes in (plan.minutes[0], plan.minutes[2]))
    least, most = int(least_min // STEP_MIN * STEP_MIN), ceil(most_min / STEP_MIN) * STEP_MIN
    if now is None:
        return {"least": least, "most": most, "begin": "", "end": ""}
    begin = _round(now + timedelta(minutes=least_min), up=False)
    end = _round(now + timedelta(minutes=most_min), up=True)
    return {"least": least, "most": most, "begin": f"{begin:%H:%M}", "end": f"{end:%H:%M}"}


def _round(time: datetime, *, up: bool) -> datetime:
    over = timedelta(minutes=time.minute % STEP_MIN, seconds=time.second, microseconds=time.microsecond)
    return time - over + timedelta(minutes=STEP_MIN) if up and over else time - over


def _list_ways(legs: Sequence[Leg]) -> list[dict[str, str]]:
    """Return what is to be known of the way to a stop, each once: lifts, ramps and stairs."""
    told = {(leg.kind, leg.name): None for leg in legs if leg.kind in _TOLD_WAYS}
    return [{"kind": kind, "name": name} for kind, name in told]
