from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.place.outdoor_stops import OutdoorStops
from tests.place.cards import make_card


def radii(stops: OutdoorStops) -> dict[str, float]:
    return {stop.id.partition("/")[2]: stop.radius_m for _, stop in stops.near(0, 0, 5_000)}


def test_only_stops_with_a_place_stand_outdoors() -> None:
    inside = replace(make_card("hall"), lat=None, lon=None)
    assert len(OutdoorStops([inside, make_card("gate")])) == 1
    assert len(OutdoorStops([inside])) == len(OutdoorStops([])) == 0


def test_without_a_radius_it_is_half_the_way_to_the_next_within_bounds() -> None:
    stops = OutdoorStops(
        [make_card("alone", 500), make_card("left", 0), make_card("right", 24), make_card("close", 30, 2)]
    )
    found = radii(stops)
    assert found == {
        "alone": 20,
        "left": pytest.approx(12, abs=0.1),
        "right": 8,
        "close": 8,
    }


def test_the_authors_radius_is_taken() -> None:
    assert radii(OutdoorStops([make_card("lawn", radius_m=120), make_card("well", 5, radius_m=3)])) == {
        "lawn": 120,
        "well": 3,
    }


def test_two_stops_in_one_spot_are_both_there() -> None:
    assert radii(OutdoorStops([make_card("lamp"), make_card("base")])) == {"lamp": 8, "base": 8}


def test_those_within_reach_are_found() -> None:
    # The first one is where the plane begins.
    stops = OutdoorStops(
        [make_card(str(east), east) for east in (0, *range(-500, 501, 50)[:10], *range(50, 501, 50))]
    )
    near = {stop.id.partition("/")[2]: round(away) for away, stop in stops.near(10, 0, 60.5)}
    assert near == {"-50": 60, "0": 10, "50": 40}
