"""The guide beside four plain ways, on drawn visits."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from kiosk.guide.evaluate.evaluation import OURS, evaluate
from kiosk.guide.evaluate.folds import split_by_visitor
from kiosk.guide.evaluate.learning import make_ground
from kiosk.guide.evaluate.measures import Hits, find_moments
from kiosk.guide.evaluate.rankers import BASELINES, make_ours
from kiosk.guide.evaluate.tour_ways import (
    find_minutes,
    make_counting_planner,
    make_counting_walker,
    make_planner,
    make_walker,
)
from kiosk.guide.evaluate.tours import TourMatch, find_tours
from kiosk.guide.evaluate.trails import Item, Stay, Trail, Trails
from kiosk.model.errors import KioskError

ITEMS = tuple(
    Item(f"i{at}", f"Item {at}", ("a" if at % 2 else "b",), 28.5 + at * 0.0005, 77.2) for at in range(12)
)


def trail(visitor: str, *items: str, stay_s: float = 30) -> Trail:
    return Trail(visitor, tuple(Stay(item, 100.0 * at, stay_s) for at, item in enumerate(items)))


def drawn(visitors: int = 60) -> Trails:
    """Most go on to one of the two next items; everybody knows the third."""
    draw = random.Random(4)
    trails = []
    for visitor in range(visitors):
        at, items = draw.randrange(6), list[str]()
        while at < len(ITEMS) and len(items) < 6:
            items.append(f"i{at}")
            at += draw.choice((1, 1, 2))
        trails += [trail(str(visitor), *items), trail(str(visitor), "i3")]
    return Trails("drawn", ITEMS, tuple(trails))


def test_nobody_is_learnt_from_and_tried_on_at_once() -> None:
    visits = drawn().trails
    tried: Counter[str] = Counter()
    for learnt, held_out in split_by_visitor(visits):
        assert not {one.visitor for one in learnt} & {one.visitor for one in held_out}
        assert len(learnt) + len(held_out) == len(visits)
        tried.update(one.visitor for one in held_out)
    assert tried == Counter({str(visitor): 2 for visitor in range(60)})


def test_one_visitor_is_too_few() -> None:
    with pytest.raises(KioskError) as refused:
        evaluate(Trails("one", ITEMS, (trail("1", "i0", "i1"),) * 9))
    assert refused.value.code == "guide.too-few-visitors"


def test_a_moment_is_a_step_to_an_item_not_yet_seen() -> None:
    found = list(find_moments([trail("1", "i0", "i1", "i0", "i2")]))
    assert [([item for item, _ in past], target) for past, target in found] == [
        (["i0"], "i1"),
        (["i0", "i1", "i0"], "i2"),
    ]


def test_hits_are_counted_by_place() -> None:
    hits = Hits()
    for target in ("i1", "i3", "i9"):
        hits.add(lambda _, count: ["i1", "i2", "i3"][:count], [("i0", 1.0)], target)
    assert hits.rate(1) == pytest.approx(1 / 3) and hits.rate(5) == pytest.approx(2 / 3)
    assert hits.reciprocal_rank == pytest.approx((1 + 1 / 3) / 3) and hits.coverage(12) == 0.25


def test_tours_are_compared_by_stops_and_by_pairs() -> None:
    match = TourMatch()
    match.add(["a", "b", "c"], ["a", "b", "c"])
    match.add(["a", "c", "b"], ["a", "b", "c"])
    match.add(["a", "x", "y"], ["a", "b", "c"])
    assert match.f1 == pytest.approx((1 + 1 + 1 / 3) / 3)
    assert match.pairs_f1 == pytest.approx((1 + 2 / 3 + 0) / 3)


def test_a_tour_has_three_stops_to_twelve_each_once() -> None:
    visits = [
        trail("1", "i0", "i1", "i0"),
        trail("2", "i0", "i1", "i0", "i2"),
        trail("3", *(i.id for i in ITEMS), "x"),
    ]
    assert find_tours(visits) == [["i0", "i1", "i2"]]


@pytest.mark.parametrize("name", BASELINES)
def test_each_plain_way_offers_what_was_not_seen(name: str) -> None:
    rank = BASELINES[name](ITEMS, drawn().trails)
    offered = rank([("i0", 1.0), ("i3", 1.0)], 20)
    assert sorted(offered) == sorted({item.id for item in ITEMS} - {"i0", "i3"})


def test_all_are_asked_for_tours_in_the_same_minutes() -> None:
    ground, visit = make_ground(ITEMS, drawn().trails), ["i0", "i2", "i3", "i5"]
    ours = make_ours(ground)
    assert set(ours([("i0", 30.0)], 5)) & {"i1", "i2"}
    minutes = find_minutes(ground, visit)
    for way in (
        make_planner(ground),
        make_walker(ours, ground),
        make_walker(BASELINES["nearest"](ITEMS, []), ground),
    ):
        made = way("i0", minutes)
        assert made[0] == "i0" and len(made) == len(set(made)) > 1
        assert find_minutes(ground, made) <= minutes
    assert len(make_walker(ours, ground)("i0", 600)) == len(ITEMS)


def test_all_are_asked_for_tours_of_as_many_stops() -> None:
    trails = drawn().trails
    ground = make_ground(ITEMS, trails)
    planner = make_planner(ground)
    for way in (
        make_counting_planner(ground, planner, find_tours(trails)),
        make_counting_planner(ground, planner, ()),
        make_counting_walker(make_ours(ground)),
    ):
        for count in (3, 5):
            made = way("i0", count)
            assert made[0] == "i0" and len(made) == len(set(made)) == count
    assert len(make_counting_planner(ground, planner, ())("i0", 99)) <= len(ITEMS)


def test_small_counts_can_be_left_out_and_items_be_new() -> None:
    few = [trail("1", "i0", "i1"), trail("2", "i0", "i1"), trail("3", "i0", "i2")]
    ground = make_ground(ITEMS, few, least=2, new=frozenset({"i0"}))
    assert set(ground.sums.stops) == {"i1"} and not ground.sums.moves
    assert ground.new_stops == {"i0"}


def test_the_guide_is_better_than_popularity_on_drawn_visits() -> None:
    scores = {score.name: score for score in evaluate(drawn(), tours_a_fold=1)}
    ours = scores[OURS].as_dict()
    assert list(scores) == [OURS, *BASELINES]
    assert ours["moments"] == scores["nearest"].moments and ours["tours"] == 5
    assert scores[OURS].hit_rate(5) > scores["popularity"].hit_rate(5)
    assert 0 < scores[OURS].coverage <= 1
    assert 0 < scores[OURS].tour_f1() <= 1 and 0 < scores[OURS].tour_f1(counted=True) <= 1


def test_items_without_places_and_visits_without_length_are_no_trouble() -> None:
    items = tuple(Item(f"i{at}", "", (), None, None) for at in range(12))
    trails = tuple(
        trail(one.visitor, *(stay.item for stay in one.stays), stay_s=0) for one in drawn(10).trails
    )
    assert len(evaluate(Trails("", items, trails), tours_a_fold=1)) == 5
