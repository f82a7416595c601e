"""Where a visitor can go on to from here."""

from __future__ import annotations

from kiosk.guide.nearby import find_nearby
from kiosk.model.content import NearbySite


def site(name: str, lat: float, lon: float) -> NearbySite:
    return NearbySite(id=name, name=name, summary="", lat=lat, lon=lon, source="")


NEAR = site("near", 28.5250, 77.1860)
RIDE = site("ride", 28.5530, 77.1940)
OTHER_TOWN = site("other-town", 27.1751, 78.0421)


def test_the_nearest_comes_first_and_another_town_is_not_near() -> None:
    found = find_nearby((OTHER_TOWN, RIDE, NEAR), 28.5245, 77.1855)
    assert [place.site for place in found] == [NEAR, RIDE]
    assert 60 < found[0].distance_m < 90


def test_from_an_unknown_place_nothing_is_claimed_to_be_near() -> None:
    assert find_nearby((NEAR,), None, None) == ()


def test_a_walk_is_two_kilometres() -> None:
    assert [place.site for place in find_nearby((RIDE, NEAR), 28.5245, 77.1855, 2_000.0)] == [NEAR]
