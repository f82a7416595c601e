"""A stop's other sounds: one at a time, never beside a story, gone when something else is heard."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.narration.asides import Asides
from kiosk.narration.other_sounds import FADE_MS, LOOPS_FOR_MS, OtherSounds
from tests.fakes.fake_narrator import FakeNarrator
from tests.fakes.fake_player import FakePlayer
from tests.fakes.fake_ticker import VirtualClock
from tests.fakes.narration_room import NarrationRoom
from tests.fakes.stories import chain_of_three
from tests.fakes.tones import write_tone

LENGTH_MS = 4_000


class Heard:
    """A listener that writes down what it is told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def sound_stood_still(self) -> None:
        self.told.append("still")

    def sound_unplugged(self) -> None:
        self.told.append("unplugged")

    def sound_plugged_in(self) -> None:
        self.told.append("plugged in")

    def sound_went_on(self) -> None:
        self.told.append("on")

    def sound_over(self) -> None:
        self.told.append("over")

    def sound_unplayable(self, error: KioskError) -> None:
        self.told.append(error.code)


class Room:
    """Sounds beside a narrator, on a clock that only moves when it is told to."""

    def __init__(self, folder: Path) -> None:
        self.clock = VirtualClock()
        self.player = FakePlayer(self.clock, LENGTH_MS)
        self.narrator = FakeNarrator()
        self.sounds = OtherSounds(self.narrator, self.player)
        self.file = write_tone(folder / "bell.wav", 100)
        self.heard = Heard()

    def begin(self, *, loops: bool = False) -> Heard:
        self.heard = Heard()
        self.sounds.open(self.file, self.heard, loops=loops)
        return self.heard


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)


def test_a_story_stands_still_while_a_sound_is_heard_and_the_sound_for_the_story(room: Room) -> None:
    room.narrator.tell(chain_of_three())
    heard = room.begin()
    assert (room.narrator.state, room.sounds.is_playing) == ("paused", True)
    room.clock.advance(1_000)
    assert room.sounds.position_ms == 1_000
    room.narrator.resume()
    assert (room.sounds.is_playing, heard.told) == (False, ["still"])
    room.sounds.resume()
    assert (room.narrator.state, room.sounds.position_ms) == ("paused", 1_000)


def test_it_comes_to_its_end_and_can_be_heard_again(room: Room) -> None:
    heard = room.begin()
    room.clock.advance(LENGTH_MS)
    assert (heard.told, room.sounds.is_playing) == (["over"], False)
    room.sounds.resume()
    room.clock.advance(500)
    assert (room.sounds.is_playing, room.sounds.position_ms) == (True, 500)


def test_a_sound_without_an_end_goes_on_and_stops_by_itself_one_day(room: Room) -> None:
    heard = room.begin(loops=True)
    room.clock.advance(10 * LENGTH_MS + 500)
    assert (room.sounds.is_playing, heard.told) == (True, [])
    room.clock.advance(LOOPS_FOR_MS)
    assert (room.sounds.is_playing, heard.told) == (False, ["over"])


def test_another_sound_takes_the_place_of_the_first(room: Room) -> None:
    first = room.begin()
    second = room.begin()
    room.clock.advance(LENGTH_MS)
    assert (first.told, second.told) == ([], ["over"])


def test_it_is_as_loud_as_the_visitor_wishes(room: Room) -> None:
    room.narrator.set_volume(0.3)
    room.begin()
    assert room.player.volume == 0.3


def test_a_sound_that_is_left_dies_away_and_tells_nothing_more(room: Room) -> None:
    heard = room.begin()
    room.sounds.stop()
    room.clock.advance(LENGTH_MS)
    room.sounds.resume()
    assert (room.player.faded_ms, heard.told, room.sounds.is_playing) == (FADE_MS, [], False)
    assert room.sounds.position_ms == 0


def test_the_headphones_are_out_and_in_again(room: Room) -> None:
    heard = room.begin()
    room.player.lose_output()
    assert (heard.told, room.sounds.is_playing) == (["unplugged"], False)
    room.player.regain_output()
    assert (heard.told, room.sounds.is_playing) == (["unplugged", "plugged in"], False)


def test_a_sound_that_breaks_is_told_of_once(room: Room) -> None:
    room.player.fail_at_ms = 500
    heard = room.begin()
    room.clock.advance(LENGTH_MS)
    assert heard.told == ["narration.unplayable"]
    room.narrator.tell(chain_of_three())
    assert heard.told == ["narration.unplayable"]


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "narration.not-sound"), (b"#EXTM3U\nhttp://host.example/a.mp3\n", "narration.not-sound")],
    ids=["empty", "playlist"],
)
def test_what_is_no_sound_is_refused_and_nothing_is_opened(
    room: Room, tmp_path: Path, content: bytes, code: str
) -> None:
    path = tmp_path / "odd.opus"
    path.write_bytes(content)
    with pytest.raises(KioskError) as told:
        room.sounds.open(path, room.heard)
    assert (told.value.code, room.player.opened, room.sounds.is_playing) == (code, [], False)


def test_nothing_is_heard_after_closing(room: Room) -> None:
    room.begin()
    room.sounds.close()
    room.clock.advance(LENGTH_MS)
    assert (room.heard.told, room.sounds.is_playing) == ([], False)


class SpeakingRoom:
    """Sounds and words that are said beside a real narrator; ``finish`` lets words come to their end."""

    def __init__(self, folder: Path) -> None:
        self.room = NarrationRoom(folder)
        self.player = FakePlayer(self.room.clock, 60_000)
        self.sounds = OtherSounds(self.room.narrator, self.player)
        short = FakePlayer(self.room.clock)
        self.asides = Asides(self.room.narrator, self.room.speech, self.room.background, short)
        self.heard = Heard()
        self.sounds.open(write_tone(folder / "bell.wav", 100), self.heard)
        self.room.run(500)

    def say(self, *words: str) -> None:
        """Say words one after another, each when the one before has been said."""
        first, *rest = words
        self.asides.say(first, "en", (lambda: self.say(*rest)) if rest else None)
        self.room.run(100)


@pytest.fixture
def speaking(tmp_path: Path) -> SpeakingRoom:
    return SpeakingRoom(tmp_path)


def test_a_sound_goes_on_after_the_last_of_the_words_that_interrupted_it(speaking: SpeakingRoom) -> None:
    speaking.say("Pause: the bell", "3 of 9")
    assert (speaking.sounds.is_playing, speaking.heard.told) == (False, ["still"])
    speaking.room.run(10_000)
    assert (speaking.sounds.is_playing, speaking.heard.told) == (True, ["still", "on"])


def test_a_sound_that_the_visitor_paused_is_not_woken_by_words(speaking: SpeakingRoom) -> None:
    speaking.sounds.pause()
    speaking.say("Listen: the bell")
    speaking.room.run(10_000)
    assert (speaking.sounds.is_playing, speaking.heard.told) == (False, [])


def test_a_sound_that_is_stopped_while_words_are_said_stays_so(speaking: SpeakingRoom) -> None:
    speaking.say("Pause: the bell")
    speaking.sounds.pause()
    speaking.room.run(10_000)
    assert not speaking.sounds.is_playing


def test_a_sound_does_not_go_on_under_a_story(speaking: SpeakingRoom) -> None:
    speaking.say("Play")
    speaking.room.narrator.tell(chain_of_three())
    speaking.room.run(10_000)
    assert (speaking.sounds.is_playing, speaking.heard.told) == (False, ["still"])
