"""What a span of time holds here, honestly: a tour, and how many stops slow and quick visitors see of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import sqrt
from typing import Final

from kiosk.guide.moment import Moment
from kiosk.guide.pace import NINETY_FIVE
from kiosk.guide.plan import Expectation, Plan
from kiosk.guide.site_ground import SiteGround
from kiosk.guide.tour import make_plan

SPANS_MIN: Final = (20, 40, 60, 90)


def expect(
    ground: SiteGround, moment: Moment, spans_min: Sequence[int] = SPANS_MIN
) -> tuple[Expectation, ...]:
    """Return for each span of minutes, counted from now, the tour it would be spent on and how many stops it holds."""
    return tuple(_expect_span(ground, moment, minutes) for minutes in spans_min)


def _expect_span(ground: SiteGround, moment: Moment, minutes: int) -> Expectation:
    span = replace(moment, wishes=replace(moment.wishes, minutes=minutes), gone_min=0.0)
    plan = make_plan(ground, span)
    ids = [stop.stop_id for stop in plan.stops]
    measured = [ground.sums.stops[stop].holding_s is not None for stop in ids if stop in ground.sums.stops]
    return Expectation(minutes, plan, _count_stops(plan, minutes), sum(measured) * 2 > len(ids))


def _count_stops(plan: Plan, minutes: float) -> tuple[int, int]:
    """Return how many stops nine visits in ten manage, few to many, if all stops take what those of the plan do."""
    planned = len(plan.stops)
    if not planned:
        return (0, 0)
    mean = plan.minutes[1] / planned
    # The spread grows a little faster than by the root of the stops: close enough for a whole number.
    spread = (plan.minutes[2] - plan.minutes[1]) / sqrt(planned) * (NINETY_FIVE / 1.2816)
    few = max((n for n in range(planned + 1) if n * mean + sqrt(n) * spread <= minutes), default=0)
    most = planned + sum(why == "time" for _, why in plan.left_out)
    many = max(
        (n for n in range(planned, most + 1) if n * mean - sqrt(n) * spread <= minutes), default=planned
    )
    return (few, many)
