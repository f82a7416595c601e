"""A sound that stands still is noticed; a machine that does is not taken for one."""

from __future__ import annotations

from kiosk.narration.stall import STALLED_MS, StallWatch

TICK_MS = 40


def watch(moments: list[tuple[int, int]]) -> int | None:
    """Show moments, as (ms since the last, position), and return at which one a stall was seen."""
    stall, now_ms = StallWatch(), 1_000
    stall.begin(now_ms)
    for index, (passed_ms, position_ms) in enumerate(moments):
        now_ms += passed_ms
        if stall.find_stall(now_ms, position_ms):
            return index
    return None


def test_a_sound_that_moves_never_stalls() -> None:
    assert watch([(TICK_MS, 40 * index) for index in range(1_000)]) is None


def test_one_that_stands_still_stalls_after_four_seconds() -> None:
    seen = watch([(TICK_MS, 500)] * 1_000)
    assert seen is not None
    assert 0 <= seen * TICK_MS - STALLED_MS <= 2 * TICK_MS


def test_an_interface_that_was_held_up_sees_no_stall() -> None:
    # Five seconds without a tick, then the position the player told before, for a moment.
    assert watch([(TICK_MS, 500), (5_000, 500), (TICK_MS, 500), (TICK_MS, 900)]) is None
    assert watch([(1_500, 500)] * 10) is None, "ten looks are too few to judge by"


def test_it_counts_anew_after_each_move() -> None:
    nearly = [(TICK_MS, 500)] * (STALLED_MS // TICK_MS)
    assert watch([*nearly, (TICK_MS, 501), *[(TICK_MS, 501)] * 20]) is None
