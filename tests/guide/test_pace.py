"""How long stops take: measured where visits were counted, else by what is told, and honest about the spread."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.guide.pace import NINETY, STAYS, Total, find_depth, find_speed, reckon_stay
from kiosk.guide.wishes import NO_WISHES, Company, Pace, Wishes
from kiosk.model.content import Depth
from kiosk.model.site_sums import NO_SUMS, SiteSums, StopSums
from tests.guide.test_walking import make_card

TOLD = ((Depth.GLANCE, 20), (Depth.STORY, 90), (Depth.DEEP, 300))
CARD = replace(make_card("gate"), tell_s=TOLD, look_s=30)


def test_without_visits_the_telling_and_a_look_count() -> None:
    story = reckon_stay(CARD, NO_SUMS, NO_WISHES, Depth.STORY)
    assert not story.measured and 2.0 < story.mean_min < 2.5
    deep = reckon_stay(CARD, NO_SUMS, NO_WISHES, Depth.DEEP)
    assert deep.mean_min / story.mean_min == pytest.approx(330 / 120)


def test_measured_quartiles_take_their_place() -> None:
    sums = SiteSums(100, {"gate": StopSums(90, (60, 240, 400))})
    stay = reckon_stay(CARD, sums, NO_WISHES, Depth.STORY)
    assert stay.measured and 4.0 < stay.mean_min < 8.0
    surer = reckon_stay(CARD, SiteSums(100, {"gate": StopSums(90, (230, 240, 250))}), NO_WISHES, Depth.STORY)
    assert surer.spread_min < stay.spread_min and surer.mean_min == pytest.approx(4.0, rel=0.02)


@pytest.mark.parametrize("quartiles", [(0, 0, 0), (1, 1, 1), (0, 5, 100_000)])
def test_odd_quartiles_give_a_finite_stay(quartiles: tuple[int, int, int]) -> None:
    stay = reckon_stay(CARD, SiteSums(1, {"gate": StopSums(1, quartiles)}), NO_WISHES, Depth.STORY)
    assert 0 < stay.mean_min < 10 and 0 < stay.spread_min < 20


def test_pace_and_children_change_stays_and_steps() -> None:
    usual = reckon_stay(CARD, NO_SUMS, NO_WISHES, Depth.STORY).mean_min
    calm = reckon_stay(CARD, NO_SUMS, Wishes(pace=Pace.CALM), Depth.STORY).mean_min
    assert calm / usual == pytest.approx(STAYS[Pace.CALM])
    assert (
        find_speed(Wishes(pace=Pace.BRISK))
        > find_speed(NO_WISHES)
        > find_speed(Wishes(company=Company.CHILDREN))
    )


@pytest.mark.parametrize(
    ("there", "wished", "told"),
    [
        ((Depth.GLANCE, Depth.STORY), Depth.DEEP, Depth.STORY),
        ((Depth.GLANCE, Depth.DEEP), Depth.STORY, Depth.GLANCE),
        ((Depth.DEEP,), Depth.GLANCE, Depth.DEEP),
        ((Depth.STORY,), Depth.CHILDREN, Depth.STORY),
        ((Depth.CHILDREN,), Depth.STORY, Depth.CHILDREN),
        ((), Depth.DEEP, Depth.DEEP),
    ],
)
def test_a_depth_that_is_not_there_is_told_at_the_nearest(
    there: tuple[Depth, ...], wished: Depth, told: Depth
) -> None:
    card = replace(CARD, tell_s=tuple((depth, 60) for depth in there))
    assert find_depth(card, wished) is told


def test_many_stops_are_surer_than_one_but_not_by_the_root() -> None:
    stay = reckon_stay(CARD, NO_SUMS, NO_WISHES, Depth.STORY)
    one, sixteen = Total().add(stay, 0.0), Total()
    for _ in range(16):
        sixteen = sixteen.add(stay, 0.0)
    share = (sixteen.spread_min / sixteen.mean_min) / (one.spread_min / one.mean_min)
    assert 1 / 4 < share < 1
    assert one.at(-NINETY) < one.mean_min < one.at(NINETY)
