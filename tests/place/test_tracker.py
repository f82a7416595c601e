from __future__ import annotations

import random
from itertools import pairwise
from math import hypot

import pytest

from kiosk.model.place_offer import PlaceState
from kiosk.place.tracker import MOST_OFFERS, Tracker
from tests.benchmarks.walks import BOASTFUL, COURT, OPEN, TREES, Sky, walk
from tests.place.cards import GROUND, make_card, make_fix, stay


def here(tracker: Tracker) -> list[str]:
    return [offer.stop_id.partition("/")[2] for offer in tracker.offers if offer.is_here]


def offered(tracker: Tracker) -> list[str]:
    return [offer.stop_id.partition("/")[2] for offer in tracker.offers]


def test_nothing_is_offered_before_the_first_fix() -> None:
    tracker = Tracker([make_card("gate")])
    assert (tracker.state, tracker.offers, tracker.spot, tracker.accuracy_m) == (
        PlaceState.SEARCHING,
        (),
        None,
        None,
    )


def test_how_far_and_which_way() -> None:
    tracker = Tracker([make_card("gate", 0, 40), make_card("well", 60, 0)])
    for second in range(5):
        tracker.take(make_fix(0, 0, second, course_deg=90.0, speed_m_s=1.2))
    gate, well = tracker.offers
    assert (round(gate.distance_m), round(gate.bearing_deg), gate.is_here) == (40, 0, False)
    assert gate.turn_deg == pytest.approx(-90, abs=1)
    assert (round(well.distance_m), round(well.bearing_deg)) == (60, 90)
    assert well.turn_deg == pytest.approx(0, abs=1)


def test_who_walks_is_moving_and_who_stands_or_is_lost_is_not() -> None:
    tracker = Tracker([make_card("gate", 0, 40)])
    told = []
    for second in range(60):
        north = min(1.2 * second, 24.0)
        tracker.take(make_fix(0, north, second, course_deg=0.0, speed_m_s=1.2))
        told.append(tracker.is_moving)
    assert told[:8] == [False] * 8 and told[15:25] == [True] * 10 and told[-15:] == [False] * 15
    for second in range(60, 80):
        tracker.take(make_fix(0, 24 + 1.2 * (second - 60), second))
    assert [tracker.is_moving] == [True]
    tracker.fall_silent()
    assert [tracker.is_moving] == [False]


@pytest.mark.parametrize("sky", [OPEN, COURT], ids=["open", "court"])
def test_a_device_that_was_left_lying_seems_to_stand_still(sky: Sky) -> None:
    moved = 0
    for seed in range(5):
        tracker = Tracker([make_card("gate")])
        for step in walk(GROUND, [((0, 0), 300)], sky, seed):
            tracker.take(step.fix)
            moved += tracker.is_moving
    assert moved / 1_500 < 0.05


def test_whoever_stands_gets_no_turn() -> None:
    tracker = Tracker([make_card("gate", 0, 40)])
    stay(tracker, 0, 0, range(10))
    assert tracker.offers[0].turn_deg is None


def test_standing_at_a_stop_takes_a_few_seconds() -> None:
    tracker = Tracker([make_card("gate")])
    stay(tracker, 2, 0, range(2))
    assert here(tracker) == []
    stay(tracker, 2, 0, range(2, 4))
    assert here(tracker) == ["gate"]


def test_who_stays_has_settled_and_who_passes_has_not() -> None:
    tracker = Tracker([make_card("gate")])
    stay(tracker, 2, 0, range(6))
    assert (here(tracker), tracker.settled) == (["gate"], "")
    stay(tracker, 2, 0, range(6, 7))
    assert tracker.settled == "garden/gate"
    tracker.fall_silent()
    assert tracker.settled == ""


def test_who_was_lost_settles_anew_and_not_with_the_first_fix() -> None:
    tracker = Tracker([make_card("gate", 0, 0, 10)])
    stay(tracker, 0, 0, range(3))
    tracker.fall_silent()
    stay(tracker, 0, 0, [600])
    assert tracker.settled == ""
    stay(tracker, 0, 0, range(601, 607))
    assert tracker.settled == "garden/gate"
    passing = Tracker([make_card("gate", 0, 0, 10)])
    stay(passing, 0, 0, [0])
    passing.fall_silent()
    stay(passing, 0, 0, [9])
    assert here(passing) == [], "two fixes with a hole between them are one fix twice"


def test_where_only_the_town_is_told_any_more_nothing_old_is_offered() -> None:
    tracker = Tracker([make_card("gate", 0, 0, 10)])
    stay(tracker, 0, 0, range(9))
    stay(tracker, 0, 0, range(9, 18), accuracy_m=500)
    assert tracker.settled == "garden/gate"
    stay(tracker, 0, 0, [18], accuracy_m=500)
    assert (tracker.state, tracker.offers, tracker.settled) == (PlaceState.LOST, (), "")
    stay(tracker, 0, 0, [19])
    assert here(tracker) == ["gate"]


def test_at_two_stops_or_nobody_knows_where_none_is_settled_at() -> None:
    tracker = Tracker([make_card("lawn", radius_m=100), make_card("statue", 10, radius_m=20)])
    stay(tracker, 10, 0, range(30))
    assert tracker.settled == ""
    rough = Tracker([make_card("lawn", radius_m=100)])
    stay(rough, 0, 0, range(30), accuracy_m=50)
    assert (here(rough), rough.settled) == (["lawn"], "")


def test_on_the_border_nothing_flaps() -> None:
    """A visitor stands five minutes exactly on the border, the receiver drifting all the while."""
    changes = naive_changes = 0
    for seed in range(12):
        tracker, is_here, is_within = Tracker([make_card("gate", radius_m=10)]), False, False
        for step in walk(GROUND, [((10, 0), 300)], OPEN, seed):
            tracker.take(step.fix)
            changes += bool(here(tracker)) != is_here
            is_here = bool(here(tracker))
            within = hypot(*GROUND.to_metres(step.fix.lat, step.fix.lon)) <= 10
            naive_changes += within != is_within
            is_within = within
    assert changes / 12 <= 4
    assert naive_changes / changes > 10, "a bare comparison of distances flaps"


def test_a_position_too_rough_says_near_but_never_here() -> None:
    tracker = Tracker([make_card("gate", radius_m=10)])
    stay(tracker, 0, 0, range(60), accuracy_m=60)
    assert (tracker.state, here(tracker), offered(tracker)) == (PlaceState.ROUGH, [], ["gate"])


def test_a_position_of_a_town_says_nothing() -> None:
    tracker = Tracker([make_card("gate")])
    stay(tracker, 0, 0, range(60), accuracy_m=1_500)
    assert (tracker.state, tracker.offers) == (PlaceState.SEARCHING, ())


def test_a_reflection_opens_no_other_stop() -> None:
    tracker = Tracker([make_card("gate"), make_card("well", 60)])
    stay(tracker, 0, 0, range(20))
    stay(tracker, 60, 0, range(20, 26))
    assert here(tracker) == ["gate"]
    stay(tracker, 0, 0, range(26, 30))
    assert here(tracker) == ["gate"]


def test_between_two_close_stops_none_is_said_to_be_here() -> None:
    """With an error as large as their distance nobody can know: both are offered, neither is opened."""
    tracker = Tracker([make_card("pillar"), make_card("screen", 14)])
    stay(tracker, 7, 0, range(60), accuracy_m=12)
    assert here(tracker) == [] and sorted(offered(tracker)) == ["pillar", "screen"]


def test_at_one_of_two_close_stops_it_is_that_one() -> None:
    tracker = Tracker([make_card("pillar"), make_card("screen", 15)])
    stay(tracker, 0, 0, range(30), accuracy_m=5)
    assert here(tracker) == ["pillar"]


def test_circles_that_overlap_leave_the_choice_to_the_visitor() -> None:
    tracker = Tracker([make_card("lawn", radius_m=100), make_card("statue", 10, radius_m=20)])
    stay(tracker, 10, 0, range(10))
    assert here(tracker) == ["statue", "lawn"]


def test_in_a_tunnel_nothing_is_offered_and_after_it_all_goes_on() -> None:
    tracker = Tracker([make_card("gate"), make_card("well", 300)])
    stay(tracker, 0, 0, range(10))
    tracker.fall_silent()
    assert (tracker.state, tracker.offers, tracker.spot) == (PlaceState.LOST, (), None)
    stay(tracker, 300, 0, range(60, 64))
    assert (tracker.state, here(tracker)) == (PlaceState.GOOD, ["well"])


def test_silence_before_the_first_fix_is_still_searching() -> None:
    tracker = Tracker([make_card("gate")])
    tracker.fall_silent()
    assert tracker.state is PlaceState.SEARCHING


def test_a_stop_that_was_opened_is_not_offered_until_one_comes_back_to_it() -> None:
    tracker = Tracker([make_card("gate"), make_card("well", 100)])
    stay(tracker, 0, 0, range(10))
    tracker.dismiss("garden/gate")
    assert offered(tracker) == ["well"]
    stay(tracker, 0, 0, range(10, 100))
    assert offered(tracker) == ["well"], "it is still the same stay"
    for second in range(100, 180):
        tracker.take(make_fix(1.2 * (second - 100), 0, second))
    assert offered(tracker) == ["well"], "no way back to it is offered"
    for second in range(180, 270):
        tracker.take(make_fix(max(0.0, 96 - 1.2 * (second - 180)), 0, second))
    assert here(tracker) == ["gate"], "but who comes back may hear it again"


def test_a_stop_opened_from_afar_is_offered_where_one_comes_to_stand_at_it() -> None:
    tracker = Tracker([make_card("gate"), make_card("well", 100)])
    stay(tracker, 100, 0, range(5))
    tracker.dismiss("garden/gate")
    assert offered(tracker) == ["well"]
    stay(tracker, 0, 0, range(60, 70))
    assert here(tracker) == ["gate"]


def test_no_more_than_three_and_none_far_away() -> None:
    tracker = Tracker([make_card(str(east), east) for east in range(0, 3_000, 100)])
    stay(tracker, 0, 0, range(5))
    assert offered(tracker) == ["0", "100", "200"] and len(tracker.offers) == MOST_OFFERS
    stay(tracker, 10_000, 0, range(100, 105))
    assert (tracker.offers, tracker.state) == ((), PlaceState.GOOD)


def test_two_stops_equally_far_seldom_change_places() -> None:
    rng, tracker, firsts = random.Random(3), Tracker([make_card("east", 50), make_card("west", -50)]), []
    for second in range(200):
        tracker.take(make_fix(rng.gauss(0, 2), rng.gauss(0, 2), second))
        firsts.append(offered(tracker)[0])
    assert sum(one != other for one, other in pairwise(firsts)) <= 3


SPOTS = {"a": (0.0, 0.0), "b": (45.0, 0.0), "c": (45.0, 40.0), "d": (0.0, 55.0), "e": (-16.0, 55.0)}


@pytest.mark.parametrize(
    ("sky", "found", "wrong"),
    [(OPEN, 1.0, 0), (TREES, 0.98, 0), (COURT, 0.9, 2), (BOASTFUL, 0.9, 4)],
    ids=["open", "trees", "court", "boastful"],
)
def test_on_a_walk_each_stop_is_found_and_no_other(sky: Sky, found: float, wrong: int) -> None:
    """Five stops, a minute at each, ten walks; a wrong one is further away than twice its circle when it begins."""
    stays = hits = misses = 0
    for seed in range(10):
        tracker, before = Tracker([make_card(name, *spot) for name, spot in SPOTS.items()]), set[str]()
        reached = set()
        for step in walk(GROUND, [((-60.0, -60.0), 5), *((spot, 60) for spot in SPOTS.values())], sky, seed):
            tracker.take(step.fix)
            now = set(here(tracker))
            for name in now - before:
                east, north = SPOTS[name]
                away = hypot(step.east_m - east, step.north_m - north)
                reached.add(name)
                misses += away > 2 * 20
            before = now
        stays, hits = stays + len(SPOTS), hits + len(reached)
    assert hits / stays >= found
    assert misses <= wrong
