"""The asides and their fake keep the same promises to the screens."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.model.content import Depth, Recording
from kiosk.narration.asides import Asides
from kiosk.narration.narrator import Narrator
from kiosk.screens.rooms import Asides as AsidesOfScreens
from tests.fakes.fake_asides import FakeAsides
from tests.fakes.fake_narrator import FakeNarrator
from tests.fakes.fake_player import FakePlayer
from tests.fakes.narration_room import NarrationRoom
from tests.fakes.stories import chain_of_three, make_recording

Pair = tuple[Narrator | FakeNarrator, AsidesOfScreens]


def make_real(folder: Path) -> Pair:
    room = NarrationRoom(folder)
    recording: Recording = make_recording(depth=Depth.STORY)
    room.keep(recording.sha256)
    short = FakePlayer(room.clock)
    return room.narrator, Asides(room.narrator, room.speech, room.background, short)


def make_fake() -> Pair:
    narrator = FakeNarrator()
    return narrator, FakeAsides(narrator)


@pytest.fixture(params=["real", "fake"])
def pair(request: pytest.FixtureRequest, tmp_path: Path) -> Pair:
    return make_real(tmp_path) if request.param == "real" else make_fake()


def test_a_story_stands_still_for_a_tick_and_is_told_how_long_to_wait(pair: Pair) -> None:
    narrator, asides = pair
    narrator.tell(chain_of_three())
    assert narrator.state == "playing"
    assert 0 < asides.tick() < 200
    assert narrator.state == "paused"


def test_a_story_stands_still_for_words_and_goes_on_when_it_is_told_to(pair: Pair) -> None:
    narrator, asides = pair
    narrator.tell(chain_of_three())
    asides.say("12", "en")
    assert narrator.state == "paused"
    narrator.resume()
    assert narrator.state == "playing"


def test_with_nothing_told_an_aside_changes_nothing(pair: Pair) -> None:
    narrator, asides = pair
    asides.tick()
    asides.say("12", "en")
    asides.hush()
    assert narrator.state == "idle"
