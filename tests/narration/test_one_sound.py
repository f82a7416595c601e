"""Whoever is to be heard takes the place of who was."""

from __future__ import annotations

from pathlib import Path

from kiosk.narration.listening import NarrationState
from kiosk.narration.one_sound import OneSound
from tests.fakes.narration_room import NarrationRoom
from tests.fakes.stories import chain_of_three, make_recording


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
