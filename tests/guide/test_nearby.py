"""Where a visitor can go on to from here."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from math import inf, nan
from random import Random
from time import perf_counter

import pytest

from kiosk.guide.nearby import MOST_PLACES, find_nearby
from kiosk.model.content import NearbySite
from kiosk.model.geography import distance_m

HERE = (28.5245, 77.1855)
NOON = datetime(2026, 11, 22, 6, 30, tzinfo=UTC)


def site(name: str, lat: float, lon: float) -> NearbySite:
    return NearbySite(id=name, name=name, summary="", lat=lat, lon=lon, source="")


NEAR = site("near", 28.5250, 77.1860)
RIDE = site("ride", 28.5530, 77.1940)
OTHER_TOWN = site("other-town", 27.1751, 78.0421)


def test_the_nearest_comes_first_and_another_town_is_not_near() -> None:
    found = find_nearby((OTHER_TOWN, RIDE, NEAR), *HERE)
    assert [place.site for place in found] == [NEAR, RIDE]
    assert 60 < found[0].distance_m < 90
    assert [place.is_walk for place in found] == [True, False]


@pytest.mark.parametrize("place", [(None, None), (28.5, None), (nan, 77.0), (28.5, inf), (91.0, 77.0)])
def test_from_an_unknown_place_nothing_is_claimed_to_be_near(place: tuple[float, float]) -> None:
    assert find_nearby((NEAR,), *place) == ()


def test_a_walk_is_two_kilometres() -> None:
    assert [place.site for place in find_nearby((RIDE, NEAR), *HERE, within_m=2_000.0)] == [NEAR]


def test_it_says_until_when_in_the_places_own_time() -> None:
    open_now = replace(NEAR, opening_hours="Tu-Su 10:00-17:00", timezone="Asia/Kolkata")
    (place,) = find_nearby((open_now,), *HERE, NOON)
    assert place.opening.is_open
    assert place.opening.until is not None
    assert place.opening.until.strftime("%H:%M %Z") == "17:00 IST"
    (there,) = find_nearby((replace(open_now, timezone=""),), *HERE, NOON, timezone="Asia/Kolkata")
    assert there.opening == place.opening
    (unknown,) = find_nearby((replace(open_now, timezone="Nowhere/Atall"),), *HERE, NOON)
    assert unknown.opening.is_open is None


@pytest.mark.parametrize(
    ("written", "told"), [(None, None), (120.0, 120.0), (10.0, None), (-5.0, None), (nan, None), (inf, None)]
)
def test_a_way_that_cannot_be_true_is_not_told(written: float | None, told: float | None) -> None:
    (place,) = find_nearby((replace(NEAR, walk_m=written),), *HERE)
    assert place.walk_m == told


def test_a_lesser_known_one_has_its_turn_among_each_three() -> None:
    known = [site(f"known{n}", 28.5245 + n / 10_000, 77.1855) for n in range(1, 9)]
    little = [replace(site(f"little{n}", 28.5345 + n / 1_000, 77.1855), lesser_known=True) for n in range(2)]
    found = [place.site.id for place in find_nearby((*known, *little), *HERE)]
    assert found[:6] == ["known1", "known2", "little0", "known3", "known4", "little1"]
    assert sorted(found) == sorted(one.id for one in (*known, *little))
    near_anyway = [replace(known[0], lesser_known=True), *known[1:], *little]
    assert [place.site.id for place in find_nearby(near_anyway, *HERE)][:3] == ["known1", "known2", "known3"]


def test_a_place_told_twice_is_told_once() -> None:
    twin = replace(NEAR, id="near-by-another-author", name="NEAR", lat=NEAR.lat + 0.0005)
    namesake = replace(NEAR, id="far-namesake", lat=NEAR.lat + 0.01)
    found = [place.site.id for place in find_nearby((NEAR, twin, namesake, NEAR), *HERE)]
    assert found == ["near", "far-namesake"]


def test_the_other_side_of_the_date_line_is_near() -> None:
    assert find_nearby((site("east", -16.8, -179.99),), -16.8, 179.99)


def test_no_place_is_lost_by_looking_in_a_box_first() -> None:
    rng = Random(7)
    sites = [site(f"s{n}", rng.uniform(59.9, 60.1), rng.uniform(24.8, 25.2)) for n in range(400)]
    wide = {place.site.id for place in find_nearby(sites, 60.0, 25.0, within_m=800.0)}
    assert wide == {one.id for one in sites if distance_m(60.0, 25.0, one.lat, one.lon) <= 800.0}
    assert 0 < len(wide) < MOST_PLACES


def test_of_twenty_thousand_only_those_that_are_told_are_looked_at_closely() -> None:
    rng = Random(11)
    sites = [
        replace(
            site(f"s{n}", 28.5 + rng.gauss(0, 0.2), 77.2 + rng.gauss(0, 0.2)),
            opening_hours=rng.choice(["24/7", "9 to 5", "Mo-Fr 09:00-17:00", "(" * 300]),
        )
        for n in range(20_000)
    ]
    began = perf_counter()
    found = find_nearby(sites, 28.5, 77.2, NOON, timezone="Asia/Kolkata")
    assert len(found) == MOST_PLACES
    assert perf_counter() - began < 2  # some 10 ms; a loaded machine is no fault
    nowhere = [replace(one, lat=nan) for one in sites]
    assert find_nearby(nowhere, 28.5, 77.2, NOON) == ()
