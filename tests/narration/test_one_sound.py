"""Whoever is to be heard takes the place of who was."""

from __future__ import annotations

from pathlib import Path

from kiosk.model.errors import KioskError
from kiosk.narration.asides import Asides
from kiosk.narration.listening import NarrationState
from kiosk.narration.one_sound import OneSound
from kiosk.narration.other_sounds import FADE_MS as SOUND_FADE_MS
from kiosk.narration.other_sounds import OtherSounds
from tests.fakes.fake_player import FakePlayer
from tests.fakes.narration_room import NarrationRoom
from tests.fakes.stories import chain_of_three, make_recording
from tests.fakes.tones import write_tone


class Bell:
    """Whoever started a sound, and does not mind what becomes of it."""

    def sound_stood_still(self) -> None: ...

    def sound_unplugged(self) -> None: ...

    def sound_plugged_in(self) -> None: ...

    def sound_went_on(self) -> None: ...

    def sound_over(self) -> None: ...

    def sound_unplayable(self, error: KioskError) -> None:
        raise error


class Gong:
    def __init__(self) -> None:
        self.silenced = 0

    def fall_silent(self) -> None:
        self.silenced += 1


def test_who_was_heard_falls_silent_once() -> None:
    one, gong, drum = OneSound(), Gong(), Gong()
    one.take(gong)
    one.take(gong)
    one.take(drum)
    assert (gong.silenced, drum.silenced) == (1, 0)


def test_who_gave_its_place_back_is_left_alone() -> None:
    one, gong, drum = OneSound(), Gong(), Gong()
    one.take(gong)
    one.give_back(drum)
    one.give_back(gong)
    one.take(drum)
    assert gong.silenced == 0


def test_a_story_stands_still_when_something_else_is_heard_and_silences_it_when_it_goes_on(
    tmp_path: Path,
) -> None:
    room, gong = NarrationRoom(tmp_path), Gong()
    recording = make_recording()
    room.keep(recording.sha256)
    room.narrator.tell(chain_of_three(recording))
    room.run(500)
    room.narrator.one_sound.take(gong)
    assert room.is_in(NarrationState.PAUSED)
    assert not room.player.is_playing
    room.run(500)
    room.narrator.resume()
    assert gong.silenced == 1
    room.run(100)
    assert room.narrator.position_ms == 600


def test_what_dies_away_is_gone_when_something_else_is_heard(tmp_path: Path) -> None:
    room = NarrationRoom(tmp_path)
    recording = make_recording()
    room.keep(recording.sha256)
    player = FakePlayer(room.clock)
    sounds, bell = OtherSounds(room.narrator, player), Bell()
    file = write_tone(tmp_path / "bell.wav", 100)
    room.narrator.tell(chain_of_three(recording))
    room.run(500)
    room.narrator.stop()
    assert room.player.faded_ms > 0
    sounds.open(file, bell)
    assert room.player.faded_ms == 0, "the story's end beside the sound"
    sounds.stop()
    assert player.faded_ms == SOUND_FADE_MS
    room.narrator.tell(chain_of_three(recording))
    assert player.faded_ms == 0, "the sound's end beside the story"


def test_words_cut_off_with_the_headphones_wake_no_story_later(tmp_path: Path) -> None:
    room = NarrationRoom(tmp_path)
    recording = make_recording()
    room.keep(recording.sha256)
    player = FakePlayer(room.clock)
    asides = Asides(room.narrator, room.speech, room.background, player)
    room.narrator.tell(chain_of_three(recording))
    room.run(500)
    asides.say("Exit", "en")
    room.run(30)
    player.lose_output()
    asides.say("Map", "en")
    room.run(3_000)
    assert not player.is_playing
    assert room.is_in(NarrationState.PAUSED)
