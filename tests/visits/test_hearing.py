from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.visits.hearing import Hearing


def test_nothing_is_heard_before_the_first_report() -> None:
    hearing = Hearing(60_000)
    hearing.start(1_000)
    assert (hearing.heard_ms, hearing.played_ms, hearing.is_playing) == (0, 0, True)


def test_a_player_that_jitters_is_believed() -> None:
    hearing = Hearing(60_000)
    hearing.start(0)
    hearing.report(250, 300, playing=True, rate=1.0)
    assert hearing.heard_ms == 300
    assert hearing.played_ms == 250


def test_heard_ends_at_the_medium_s_end() -> None:
    hearing = Hearing(1_000)
    hearing.start(0)
    hearing.report(1_200, 1_200, playing=False, rate=1.0)
    assert hearing.heard_ms == 1_000


def test_a_clock_that_steps_back_hears_nothing() -> None:
    hearing = Hearing(60_000)
    hearing.start(10_000)
    hearing.report(5_000, 700, playing=True, rate=1.0)
    assert hearing.played_ms == 0


@given(
    st.lists(
        st.tuples(st.integers(0, 20_000), st.integers(-30_000, 90_000), st.booleans(), st.floats(0.5, 2.0)),
        max_size=30,
    )
)
def test_never_more_than_time_and_medium_allow(reports: list[tuple[int, int, bool, float]]) -> None:
    hearing = Hearing(60_000)
    hearing.start(0)
    at_ms = 0
    for passed_ms, position_ms, playing, rate in reports:
        at_ms += passed_ms
        heard_before, played_before = hearing.heard_ms, hearing.played_ms
        hearing.report(at_ms, max(0, position_ms), playing=playing, rate=rate)
        assert heard_before <= hearing.heard_ms <= 60_000
        assert played_before <= hearing.played_ms <= at_ms
