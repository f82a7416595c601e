"""What is really heard, through a sound server whose devices lead nowhere; ``./run bench narration`` has the figures."""

from __future__ import annotations

import pytest

from tests.benchmarks.heard import ask
from tests.fakes.sound_server import find_missing_programs

pytestmark = pytest.mark.skipif(
    find_missing_programs() != "",
    reason=f"no sound server to be had: {find_missing_programs()} not installed",
)
# In a suite that shares its processors; alone it is a tenth of that.
PATIENCE_MS = 500


def test_with_the_headphones_out_nobody_around_must_listen_and_they_are_used_again_when_they_are_back() -> (
    None
):
    unplugged = ask("unplug", "1")
    assert unplugged["last_max_ms"] < PATIENCE_MS
    assert unplugged["told_back"] == unplugged["again"] == unplugged["rounds"] == 1


def test_a_story_that_is_left_dies_away_and_nothing_is_heard_after_it() -> None:
    left = ask("leave", "1")
    assert 100 < left["silent_max_ms"] < PATIENCE_MS


def test_a_device_that_is_plugged_in_while_a_story_is_told_without_sound_is_heard_from_then_on() -> None:
    appeared = ask("appear")
    assert not appeared["had_output"], "a sound server's dummy is no device"
    assert 400 < appeared["position_ms"] < 4_000, "its captions run by the clock"
    assert (appeared["has_output"], appeared["heard"], appeared["paused"]) == (True, True, 0)
