from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.visits.patience import BUDGET_MS, Patience


def test_a_healthy_disk_is_always_waited_for() -> None:
    patience = Patience()
    for act in range(1_000):
        assert patience.allowance_ms(act * 100.0) > 70
        patience.spend(0.5)


def test_a_spent_budget_comes_back_with_time() -> None:
    patience = Patience()
    patience.allowance_ms(1_000_000)
    patience.spend(80)
    assert patience.allowance_ms(1_000_000) == 0
    assert patience.allowance_ms(1_000_500) == 40
    assert patience.allowance_ms(1_009_000) == BUDGET_MS


@given(st.lists(st.tuples(st.floats(0, 50), st.floats(0, 1)), min_size=1, max_size=100))
def test_no_tenth_of_a_second_has_more_than_100_ms_of_waiting(acts: list[tuple[float, float]]) -> None:
    patience = Patience()
    now_ms, waits = 1e6, []
    for pause_ms, share in acts:
        now_ms += pause_ms
        waited_ms = patience.allowance_ms(now_ms) * share
        patience.spend(waited_ms)
        waits.append((now_ms, waited_ms))
        now_ms += waited_ms
    for start_ms, _ in waits:
        within = [ms for at_ms, ms in waits if start_ms <= at_ms < start_ms + 100]
        assert sum(within) <= BUDGET_MS + 100 * 0.08 + 1e-6
