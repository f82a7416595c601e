"""The asides and their fake keep the same promises to the screens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Pair:
    """A narrator, the asides beside it, and what lets them come to the end of what is said."""

    narrator: Narrator | FakeNarrator
    asides: AsidesOfScreens
    finish: Callable[[], None]


def make_real(folder: Path) -> Pair:
    room = NarrationRoom(folder)
    recording: Recording = make_recording(depth=Depth.STORY)
    room.keep(recording.sha256)
    short = FakePlayer(room.clock)
    asides = Asides(room.narrator, room.speech, room.background, short)
    return Pair(room.narrator, asides, lambda: room.run(1_500))


def make_fake() -> Pair:
    narrator = FakeNarrator()
    asides = FakeAsides(narrator)
    return Pair(narrator, asides, asides.finish)


@pytest.fixture(params=["real", "fake"])
def pair(request: pytest.FixtureRequest, tmp_path: Path) -> Pair:
    return make_real(tmp_path) if request.param == "real" else make_fake()


def test_a_story_stands_still_for_a_tick_and_is_told_how_long_to_wait(pair: Pair) -> None:
    narrator, asides = pair.narrator, pair.asides
    narrator.tell(chain_of_three())
    assert narrator.state == "playing"
    assert 0 < asides.tick() < 200
    assert narrator.state == "paused"


def test_a_story_stands_still_for_words_and_goes_on_when_it_is_told_to(pair: Pair) -> None:
    narrator, asides = pair.narrator, pair.asides
    narrator.tell(chain_of_three())
    asides.say("12", "en")
    assert narrator.state == "paused"
    narrator.resume()
    assert narrator.state == "playing"


def test_a_story_goes_on_after_the_last_words(pair: Pair) -> None:
    narrator, asides = pair.narrator, pair.asides
    narrator.tell(chain_of_three())
    said: list[str] = []

    def say_more() -> None:
        said.append("first")
        asides.say("2", "en", lambda: said.append("second"))

    asides.say("1", "en", say_more)
    pair.finish()
    if said == ["first"]:
        assert narrator.state == "paused"
        pair.finish()
    assert said == ["first", "second"]
    assert narrator.state == "playing"


def test_words_that_others_took_the_place_of_never_end(pair: Pair) -> None:
    narrator, asides = pair.narrator, pair.asides
    narrator.tell(chain_of_three())
    said: list[str] = []
    asides.say("1", "en", lambda: said.append("first"))
    asides.say("2", "en", lambda: said.append("second"))
    pair.finish()
    assert said == ["second"]
    assert narrator.state == "playing"


def test_a_story_that_stood_still_already_is_left_alone(pair: Pair) -> None:
    narrator, asides = pair.narrator, pair.asides
    narrator.tell(chain_of_three())
    narrator.pause()
    asides.say("1", "en")
    pair.finish()
    assert narrator.state == "paused"


def test_a_story_goes_on_when_the_words_are_hushed(pair: Pair) -> None:
    narrator, asides = pair.narrator, pair.asides
    narrator.tell(chain_of_three())
    asides.say("1", "en")
    asides.hush()
    assert narrator.state == "playing"


def test_with_nothing_told_an_aside_changes_nothing(pair: Pair) -> None:
    narrator, asides = pair.narrator, pair.asides
    asides.tick()
    asides.say("12", "en")
    asides.hush()
    assert narrator.state == "idle"
