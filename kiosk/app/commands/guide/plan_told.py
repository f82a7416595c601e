"""A tour in words and as a record, for a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from kiosk.guide.plan import LeftOut, Plan
from kiosk.model.content import StopCard, WayKind

WHY: Final = {
    LeftOut.TIME: "no time",
    LeftOut.CLOSED: "closed",
    LeftOut.UNREACHABLE: "no way leads there",
    LeftOut.STAIRS: "only over stairs",
    LeftOut.LANGUAGE: "not in this language",
}


def make_record(plan: Plan) -> dict[str, Any]:
    """Return a tour as a record: minutes to a tenth, metres whole."""
    return {
        "minutes": [round(minutes, 1) for minutes in plan.minutes],
        "walk_m": None if plan.walk_m is None else round(plan.walk_m),
        "stops": [
            {
                "id": stop.stop_id,
                "depth": str(stop.depth),
                "walk_min": round(stop.walk_min, 1),
                "stay_min": round(stop.stay_min, 1),
                "arrive_min": round(stop.arrive_min, 1),
                "ways": [{"id": leg.way_id, "kind": str(leg.kind), "to": leg.to_stop} for leg in stop.legs],
            }
            for stop in plan.stops
        ],
        "left_out": [{"id": stop_id, "why": str(why)} for stop_id, why in plan.left_out],
    }


def tell_plan(plan: Plan, cards: Mapping[str, StopCard], now: datetime | None) -> list[str]:
    """Return the lines of a tour: its range, each stop, and what is left out."""
    lines = [_sum_up(plan, now)] if plan.stops else ["No stop fits."]
    for stop in plan.stops:
        ways = [
            leg.name or str(leg.kind)
            for leg in stop.legs
            if leg.way_id and (leg.name or leg.kind is not WayKind.WALK)
        ]
        by = f" by {', '.join(ways)}" if ways else ""
        told = f"{stop.stay_min:.0f} min ({stop.depth})"
        lines.append(
            f"{stop.arrive_min:4.0f}  {cards[stop.stop_id].title}: {told}, {stop.walk_min:.0f} min on foot{by}"
        )
    for why, words in WHY.items():
        titles = [cards[stop_id].title for stop_id, reason in plan.left_out if reason is why]
        if titles:
            lines.append(f"left out, {words}: {', '.join(titles)}")
    return lines


def count_stops(number: int) -> str:
    """Return a number of stops in words."""
    return "1 stop" if number == 1 else f"{number} stops"


def _sum_up(plan: Plan, now: datetime | None) -> str:
    quick, usual, slow = plan.minutes
    far = "" if plan.walk_m is None else f", about {round(plan.walk_m, -1):.0f} m on foot"
    through = f"{count_stops(len(plan.stops))}, {quick:.0f} to {slow:.0f} min, most likely {usual:.0f}{far}"
    if now is not None:
        first, last = (now + timedelta(minutes=minutes) for minutes in (quick, slow))
        through += f"; through between {first:%H:%M} and {last:%H:%M}"
    return through
