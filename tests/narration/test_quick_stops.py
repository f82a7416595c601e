"""A sample of ``./run bench quick``: two stops recognised one right after the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.quick_stops import QuickStops

ROUNDS = 20


@pytest.mark.usefixtures("qapp")
@pytest.mark.allow_qt_message("No audio device detected|Could not open media")
def test_two_stops_in_quick_succession_are_never_two_sounds_and_never_the_wrong_words(tmp_path: Path) -> None:
    stops = QuickStops(tmp_path)
    try:
        outcome = stops.play(ROUNDS)
    finally:
        stops.close()
    assert outcome.rounds == ROUNDS
    assert (outcome.two_sounds, outcome.wrong_words, outcome.unheard) == ([], [], [])
