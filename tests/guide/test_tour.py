"""A tour that fits into the visitor's time."""

from __future__ import annotations

from datetime import UTC, datetime

from kiosk.guide.moment import Moment
from kiosk.guide.plan import LeftOut, Plan
from kiosk.guide.site_ground import SiteGround
from kiosk.guide.tour import make_plan
from kiosk.guide.wishes import Wishes
from kiosk.model.content import Site, StopCard, Way
from tests.guide.test_walking import make_card

NOON = datetime(2026, 6, 3, 12, 0, tzinfo=UTC)
SITE = Site("site", "pack", "Site", "", 10.0, 20.0, "", "UTC", "", "#000000", "en", ("en",))


def make_ground(
    cards: list[StopCard], ways: tuple[Way, ...] = (), closed: frozenset[str] = frozenset()
) -> SiteGround:
    return SiteGround(SITE, cards, ways=ways, closed_stops=closed)


def make_moment(minutes: int | None, here: str = "", gone_min: float = 0.0) -> Moment:
    return Moment("site", "en", here=here, wishes=Wishes(minutes=minutes), gone_min=gone_min, now=NOON)


def list_stops(plan: Plan) -> list[str]:
    return [stop.stop_id for stop in plan.stops]


def test_a_tour_fits_and_says_what_it_leaves_out() -> None:
    ground = make_ground([make_card(f"s{n}", n, north_m=60.0 * n) for n in range(12)])
    plan = make_plan(ground, make_moment(20))
    assert plan.stops and plan.minutes[0] < plan.minutes[1] < plan.minutes[2] <= 20
    assert set(list_stops(plan)) | {stop for stop, _ in plan.left_out} == {card.id for card in ground.cards}
    assert {why for _, why in plan.left_out} == {LeftOut.TIME}


def test_no_time_and_no_stop_give_an_empty_tour() -> None:
    assert make_plan(make_ground([]), make_moment(60)).stops == ()
    assert make_plan(make_ground([make_card("a")]), make_moment(60, gone_min=60)).stops == ()


def test_what_is_closed_is_not_planned() -> None:
    ground = make_ground([make_card("a"), make_card("b")], closed=frozenset({"a", "b"}))
    plan = make_plan(ground, make_moment(60))
    assert plan.stops == () and dict(plan.left_out) == {"a": LeftOut.CLOSED, "b": LeftOut.CLOSED}
