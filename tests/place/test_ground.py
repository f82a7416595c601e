from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.geography import distance_m
from kiosk.place.ground import Ground, measure_way, turn_between


@given(st.floats(-85, 85), st.floats(-180, 180), st.floats(-5_000, 5_000), st.floats(-5_000, 5_000))
def test_there_and_back(lat: float, lon: float, east: float, north: float) -> None:
    ground = Ground(lat, lon)
    assert ground.to_metres(*ground.to_degrees(east, north)) == pytest.approx((east, north), abs=1e-3)


@given(st.floats(-70, 70), st.floats(-180, 180), st.floats(-2_000, 2_000), st.floats(-2_000, 2_000))
def test_metres_are_those_on_the_earth(lat: float, lon: float, east: float, north: float) -> None:
    ground = Ground(lat, lon)
    there = ground.to_degrees(east, north)
    assert distance_m(lat, lon, *there) == pytest.approx((east**2 + north**2) ** 0.5, rel=2e-3, abs=0.01)


def test_the_date_line_is_no_border() -> None:
    east, north = Ground(0.0, 179.9999).to_metres(0.0, -179.9999)
    assert (east, north) == pytest.approx((22.24, 0.0), abs=0.01)
    assert Ground(0.0, 179.9999).to_degrees(22.24, 0.0)[1] == pytest.approx(-179.9999, abs=1e-6)


def test_at_a_pole_nothing_is_divided_by_zero() -> None:
    assert Ground(90.0, 0.0).to_metres(90.0, 120.0)[1] == 0.0
    assert -180 <= Ground(-90.0, 0.0).to_degrees(10.0, 0.0)[1] <= 180


@pytest.mark.parametrize(
    ("to_m", "bearing"),
    [((0, 10), 0), ((10, 0), 90), ((0, -10), 180), ((-10, 0), 270), ((-7.0711, 7.0711), 315)],
)
def test_bearings_go_clockwise_from_north(to_m: tuple[float, float], bearing: float) -> None:
    assert measure_way((0, 0), to_m) == pytest.approx((10, bearing), abs=1e-3)


@pytest.mark.parametrize(
    ("heading", "bearing", "turn"),
    [(10, 20, 10), (350, 10, 20), (10, 350, -20), (0, 180, 180), (90, 270, 180)],
)
def test_the_shorter_turn(heading: float, bearing: float, turn: float) -> None:
    assert turn_between(heading, bearing) == turn
