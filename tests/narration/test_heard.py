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
    assert unplugged["again"] == unplugged["rounds"] == 1


def test_a_story_that_is_left_dies_away_and_nothing_is_heard_after_it() -> None:
    left = ask("leave", "1")
    assert 100 < left["silent_max_ms"] < PATIENCE_MS
