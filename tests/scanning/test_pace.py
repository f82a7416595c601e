from __future__ import annotations

import pytest

from kiosk.scanning.pace import Pace, PaceRules

RULES = PaceRules()
GAP_MS = 66


def run(
    pace: Pace, plain_ms: float, frames: int = 200, gap_ms: float = GAP_MS, *, is_promising: bool = False
) -> float:
    """Read frames that use all they are given; return the share of a core that the last half of them took."""
    spent_ms = 0.0
    for number in range(frames):
        cost_ms = plain_ms + pace.give_budget_ms(is_still=False, is_promising=is_promising)
        pace.note_cost(cost_ms, gap_ms)
        spent_ms += cost_ms if number >= frames / 2 else 0
    return spent_ms / (frames / 2 * gap_ms)


@pytest.mark.parametrize("plain_ms", [1.5, 4, 9])
def test_reading_keeps_to_its_share_of_a_core_whatever_a_plain_read_takes(plain_ms: float) -> None:
    assert run(Pace(), plain_ms) == pytest.approx(RULES.core_share, abs=0.02)


def test_a_camera_that_gives_few_frames_leaves_more_for_each() -> None:
    quick, slow = Pace(), Pace()
    run(quick, 6)
    run(slow, 6, gap_ms=125)
    assert slow.give_budget_ms(is_still=False) > quick.give_budget_ms(is_still=False) + 4


def test_a_processor_that_slows_down_is_given_less_to_do_and_then_read_less_often() -> None:
    pace = Pace()
    run(pace, 60)
    assert pace.give_budget_ms(is_still=False) == 0
    assert pace.least_interval_ms == pytest.approx(60 / RULES.most_share, rel=0.02)
    run(pace, 2)
    assert pace.give_budget_ms(is_still=False) > 10
    assert pace.least_interval_ms < GAP_MS


def test_frames_are_never_read_less_often_than_five_times_a_second() -> None:
    pace = Pace()
    run(pace, 5000)
    assert pace.least_interval_ms == RULES.longest_interval_ms


def test_a_still_view_gets_little_unless_a_code_lies_in_it() -> None:
    assert Pace().give_budget_ms(is_still=True) == RULES.still_budget_ms
    assert Pace().give_budget_ms(is_still=True, is_promising=True) > RULES.most_budget_ms


def test_a_code_that_was_located_gets_more_until_the_purse_is_empty_and_filled_again() -> None:
    pace = Pace()
    usual_ms = pace.give_budget_ms(is_still=False)
    given = [pace.give_budget_ms(is_still=False, is_promising=True) for _ in range(20)]
    assert given[0] == usual_ms + RULES.promise_ms
    assert sum(given) == pytest.approx(20 * usual_ms + RULES.purse_ms)
    for _ in range(10):
        pace.give_budget_ms(is_still=False)
    assert pace.give_budget_ms(is_still=False, is_promising=True) == usual_ms + RULES.promise_ms


def test_a_code_that_stays_unread_for_long_costs_no_more_than_anything_else() -> None:
    assert run(Pace(), 9, is_promising=True) == pytest.approx(RULES.core_share, abs=0.02)
