from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.visits.attention import IdleWatch, Step


def test_it_asks_after_90_s_and_ends_after_20_more() -> None:
    watch = IdleWatch(0)
    assert watch.tick(89_999) is None
    assert watch.tick(90_000) is Step.ASK
    assert watch.asking
    assert watch.tick(109_999) is None
    assert watch.tick(110_000) is Step.END


def test_it_asks_once() -> None:
    watch = IdleWatch(0)
    assert watch.tick(90_000) is Step.ASK
    assert watch.tick(90_001) is None


def test_a_touch_puts_it_off() -> None:
    watch = IdleWatch(0)
    assert not watch.touched(60_000)
    assert watch.tick(149_999) is None
    assert watch.tick(150_000) is Step.ASK


def test_a_touch_answers_the_question() -> None:
    watch = IdleWatch(0)
    watch.tick(90_000)
    assert watch.touched(100_000)
    assert not watch.asking
    assert watch.tick(110_000) is None
    assert watch.asks_in_ms(110_000) == 80_000


def test_it_never_asks_while_a_narration_is_heard() -> None:
    watch = IdleWatch(0)
    for second in range(1, 900):
        assert watch.tick(second * 1_000, heard=True) is None
    assert watch.tick(899_000 + 89_999) is None
    assert watch.tick(899_000 + 90_000) is Step.ASK


def test_after_a_sleep_the_question_is_still_shown_for_its_full_time() -> None:
    watch = IdleWatch(0)
    assert watch.tick(3_600_000) is Step.ASK
    assert watch.asks_in_ms(3_600_000) == 20_000
    assert watch.tick(3_619_999) is None
    assert watch.tick(3_620_000) is Step.END


@given(st.lists(st.tuples(st.integers(0, 5_000), st.booleans(), st.booleans()), max_size=60))
def test_it_never_ends_without_having_asked_for_20_s(moments: list[tuple[int, bool, bool]]) -> None:
    watch = IdleWatch(0)
    now_ms, asked_ms = 0, None
    for passed_ms, touches, heard in moments:
        now_ms += passed_ms * 20
        if touches:
            watch.touched(now_ms)
            asked_ms = None
        step = watch.tick(now_ms, heard=heard)
        if step is Step.ASK:
            asked_ms = now_ms
        if step is Step.END:
            assert asked_ms is not None and now_ms - asked_ms >= 20_000
            return
