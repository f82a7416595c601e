"""The folder for sounds that are in memory is tidied away, or full: spoken words are heard, or give way to what can be."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.narration.listening import NarrationState
from kiosk.narration.player import QtPlayer
from kiosk.narration.small_sound import SmallSound
from kiosk.narration.sound import PlayerListener
from kiosk.speech import sound_folder
from kiosk.speech.silence import make_silence
from tests.fakes.fake_player import FakePlayer
from tests.fakes.narration_room import NarrationRoom
from tests.fakes.player_ear import Ear
from tests.fakes.qt_loop import spin_until
from tests.fakes.stories import chain_of_three


@pytest.mark.usefixtures("qapp")
@pytest.mark.allow_qt_message("No audio device detected|Could not open media")
def test_the_next_words_are_heard_though_the_folder_was_tidied_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sound_folder, "MEMORY_FOLDER", str(tmp_path))
    player, ear = QtPlayer(), Ear()
    try:
        player.open(make_silence(200, 22_050), ear)
        for folder in tmp_path.iterdir():
            shutil.rmtree(folder)
        player.open(make_silence(200, 22_050), ear)
        player.play()
        spin_until(lambda: ear.told == ["ended"])
    finally:
        player.close()
    assert list(tmp_path.iterdir()) == []


def test_only_one_sound_lies_there_at_a_time_and_none_at_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sound_folder, "MEMORY_FOLDER", str(tmp_path))
    small = SmallSound()
    small.write(b"one")
    path = small.write(b"two")
    assert (path.read_bytes(), list(path.parent.iterdir())) == (b"two", [path])
    small.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("qapp")
@pytest.mark.allow_qt_message("No audio device detected")
def test_no_room_for_a_sound_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_self: Path, _data: bytes) -> int:
        raise OSError(28, "No space left on device")

    player = QtPlayer()
    try:
        monkeypatch.setattr(Path, "write_bytes", refuse)
        player.warm_up()  # costs nothing but the time of the first sound
        with pytest.raises(KioskError) as caught:
            player.open(make_silence(200, 22_050), Ear())
        assert caught.value.code == "narration.unplayable"
    finally:
        player.close()


def test_a_story_without_room_for_its_clips_is_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: FakePlayer, _source: Path | bytes, _listener: PlayerListener) -> None:
        raise KioskError("The sound cannot be played", code="narration.unplayable")

    room = NarrationRoom(tmp_path)
    monkeypatch.setattr(FakePlayer, "open", refuse)
    room.narrator.tell(chain_of_three())
    room.run(500)
    assert room.is_in(NarrationState.PLAYING)
    assert room.narrator.narration is not None and room.narrator.narration.kind == "text"
    assert "narration.unplayable" in room.diary.incidents
