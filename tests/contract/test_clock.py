"""The device's clock and the fake one keep the same promises."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from kiosk.visits.clock import Clock, SystemClock, WallQuality
from kiosk.visits.site_time import format_hour
from tests.fakes.fake_clock import FakeClock


@pytest.fixture(params=[SystemClock, FakeClock])
def clock(request: pytest.FixtureRequest) -> Clock:
    make: Callable[[], Clock] = request.param
    return make()


def test_times_of_one_boot_never_step_back(clock: Clock) -> None:
    readings = [clock.read() for _ in range(50)]
    assert {reading.boot_id for reading in readings} == {readings[0].boot_id}
    assert [reading.boot_ms for reading in readings] == sorted(reading.boot_ms for reading in readings)
    assert [reading.awake_ms for reading in readings] == sorted(reading.awake_ms for reading in readings)


def test_a_boot_has_an_id_of_32_hex_digits(clock: Clock) -> None:
    assert re.fullmatch(r"[0-9a-f]{32}", clock.read().boot_id)


def test_the_wall_is_told_with_its_quality(clock: Clock) -> None:
    reading = clock.read()
    assert isinstance(reading.quality, WallQuality)
    assert reading.wall_ms > 0


def test_the_hour_is_utc_or_unknown(clock: Clock) -> None:
    hour = format_hour(clock.read())
    assert hour is None or re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d", hour)
