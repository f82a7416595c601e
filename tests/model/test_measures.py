"""Each measure worked out by hand beside its figure."""

from __future__ import annotations

import pytest

from kiosk.model.measures import (
    SiteVisit,
    StopDwell,
    measure_facts,
    measure_site,
    measure_stop,
    sweep_rate_index,
)
from tests.fakes.made_facts import make_fact


def dwell(dwell_ms: int | None, heard_ms: int = 0, media_ms: int = 0) -> StopDwell:
    return StopDwell("qutb/minar", dwell_ms, heard_ms, media_ms, None)


def test_attraction_is_visits_that_stopped_over_visits() -> None:
    found = measure_stop("qutb/minar", [dwell(3_000), dwell(2_999), dwell(None), dwell(60_000)], 10)
    assert found.stopped == 3
    assert found.attraction == 0.3


def test_holding_time_is_the_median_of_those_who_stopped() -> None:
    found = measure_stop(
        "qutb/minar", [dwell(10_000), dwell(20_000), dwell(90_000), dwell(1_000), dwell(None)], 10
    )
    assert found.holding_time_ms == 20_000
    assert (found.stopped, found.held) == (4, 3)


def test_a_forgotten_device_is_capped_and_the_share_is_told() -> None:
    found = measure_stop("qutb/minar", [dwell(400_000), dwell(500_000, 0, 120_000), dwell(10_000)], 10)
    assert found.holding_time_ms == 300_000
    assert found.capped_share == pytest.approx(2 / 3)


def test_holding_power_is_the_mean_share_heard_and_completion_the_share_of_nine_tenths() -> None:
    found = measure_stop(
        "qutb/minar",
        [
            dwell(9_000, 54_000, 60_000),
            dwell(9_000, 30_000, 60_000),
            dwell(9_000, 90_000, 60_000),
            dwell(9_000),
        ],
        4,
    )
    assert found.holding_power == pytest.approx((0.9 + 0.5 + 1.0) / 3)
    assert found.completion == pytest.approx(2 / 3)
    assert found.heard == 3


def test_a_stop_nobody_stopped_at_has_nothing_to_measure() -> None:
    found = measure_stop("qutb/minar", [dwell(100)], 10)
    assert (found.attraction, found.holding_time_ms, found.holding_power, found.capped_share) == (
        0,
        None,
        None,
        None,
    )


def test_diligent_is_more_than_half_of_the_stops() -> None:
    visits = [
        SiteVisit("qutb", stops, on_offer, 30, "en")
        for stops, on_offer in [(5, 10), (6, 10), (10, 10), (9, 0)]
    ]
    found = measure_site("qutb", visits, [])
    assert found.diligent_share == pytest.approx(2 / 3)
    assert found.diligent_of == 3


def test_the_sweep_rate_index_is_square_feet_a_minute() -> None:
    assert sweep_rate_index(1_000, 30) == pytest.approx(358.8, abs=0.1)
    assert sweep_rate_index(None, 30) is None
    assert sweep_rate_index(1_000, 0) is None


def test_facts_of_visits_that_do_not_count_are_left_out() -> None:
    facts = [
        make_fact(1, "visit"),
        make_fact(2, "visit", counted=False),
        make_fact(3),
        make_fact(4, counted=False),
    ]
    (site,) = measure_facts([*facts, make_fact(5, "move")])
    assert (site.site, site.visits, site.languages, site.depths) == ("qutb", 1, {"en": 1}, {"story": 1})
    assert [(stop.stop, stop.stopped) for stop in site.stops] == [("qutb/minar", 1)]


def test_depths_are_of_those_who_stopped_and_say_where_nothing_was_told() -> None:
    dwells = [
        StopDwell("qutb/minar", 9_000, 0, 0),
        StopDwell("qutb/minar", 9_000, 9_000, 60_000, "story"),
        StopDwell("qutb/minar", 2_000, 2_000, 60_000, "deep"),
    ]
    assert measure_site("qutb", [], dwells).depths == {"nothing told": 1, "story": 1}


def test_quartiles_are_those_of_the_capped_dwells() -> None:
    found = measure_stop("qutb/minar", [dwell(ms) for ms in (10_000, 20_000, 30_000, 40_000, 900_000)], 10)
    assert (found.holding_time_ms, found.quartiles_ms) == (30_000, (20_000, 40_000))


def test_visits_are_counted_by_five_minutes() -> None:
    visits = [SiteVisit("qutb", 6, 10, minutes, "en") for minutes in (0, 4, 5, 23)]
    assert measure_site("qutb", visits, []).minutes_bins == (2, 1, 0, 0, 1)


def test_no_facts_make_no_sites() -> None:
    assert measure_facts([]) == ()
