"""A stop's sounds that are no speech: offered where they are, named, heard alone, and gone with the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.model.content import Sound, SoundKind, Stop
from kiosk.narration.listening import NarrationState
from kiosk.screens.shell import Shell
from kiosk.visits.incidents import read_incidents
from tests.fakes.fake_player import DEFAULT_DURATION_MS
from tests.fakes.fake_rooms import FakeRooms
from tests.fakes.tones import write_tone
from tests.screens.conftest import OpenShell
from tests.screens.given_stop import open_given_stop

SONG = Sound(
    *("a" * 64, "audio/ogg", SoundKind.MUSIC, DEFAULT_DURATION_MS, False),
    *("The miller's song", "One voice, slow.", "A. Miller", "CC0"),
)
RAIN = Sound(
    "b" * 64, "audio/ogg", SoundKind.AMBIENT, 2000, loops=True, title="", description="", credit="", rights=""
)
OpenStop = Callable[..., tuple[Shell, FakeRooms]]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("sounds")
    empty = folder / "empty.opus"
    empty.write_bytes(b"")
    return {
        SONG.sha256: write_tone(folder / "song.opus", 100),
        RAIN.sha256: write_tone(folder / "rain.opus", 100),
        "c" * 64: empty,
    }


@pytest.fixture
def open_stop(
    open_guide: OpenShell,
    files: dict[str, Path],
    monkeypatch: pytest.MonkeyPatch,
    settle: Callable[[], None],
) -> OpenStop:
    """Open a guide at the minar, which has the sounds given."""

    def open_one(*sounds: Sound, language: str = "en") -> tuple[Shell, FakeRooms]:
        def give(stop: Stop) -> Stop:
            return replace(stop, sounds=sounds)

        return open_given_stop(open_guide, monkeypatch, settle, files, language, give)

    return open_one


def words(shell: Shell, name: str) -> str:
    item = shell.find(name)
    assert item is not None, name
    return str(item.property("text"))


def test_a_stop_without_sounds_offers_none(open_stop: OpenStop) -> None:
    shell, _fakes = open_stop()
    assert shell.find("sound-0") is None


def test_a_sound_that_is_not_here_is_not_offered(open_stop: OpenStop) -> None:
    shell, _fakes = open_stop(replace(SONG, sha256="d" * 64), RAIN)
    assert [offer["kind"] for offer in shell.models.sound.property("offers")] == ["ambient"]


@pytest.mark.parametrize(
    ("language", "name"), [("en", "Sounds of this place"), ("hi", ""), ("ar", "")], ids=["en", "hi", "ar"]
)
def test_a_sound_without_a_title_is_named_by_its_kind(open_stop: OpenStop, language: str, name: str) -> None:
    shell, _fakes = open_stop(RAIN, language=language)
    assert words(shell, "sound-0") == name or (not name and "Sounds" not in words(shell, "sound-0"))


def test_what_is_heard_is_said_in_words_with_its_length_and_who_made_it(
    open_stop: OpenStop, settle: Callable[[], None]
) -> None:
    shell, _fakes = open_stop(SONG, RAIN)
    assert words(shell, "sound-0") == "The miller's song"
    assert shell.find("sound-panel") is None
    shell.tap("sound-0")
    settle()
    assert words(shell, "sound-description") == "One voice, slow."
    assert words(shell, "sound-credit") == "4 s · A. Miller · CC0"
    shell.tap("sound-1")
    settle()
    assert words(shell, "sound-credit") == "It goes on until you stop it."


def test_the_story_stands_still_meanwhile_and_goes_on_after(open_stop: OpenStop) -> None:
    shell, fakes = open_stop(SONG)
    assert fakes.narrator.state is NarrationState.PLAYING
    shell.tap("sound-0")
    assert (fakes.narrator.state, shell.models.sound.is_playing) == (NarrationState.PAUSED, True)
    fakes.sound_clock.advance(DEFAULT_DURATION_MS)
    assert (fakes.narrator.state, shell.models.sound.is_playing) == (NarrationState.PLAYING, False)
    assert shell.models.sound.property("current") == -1


def test_it_can_be_paused_and_put_away(open_stop: OpenStop, settle: Callable[[], None]) -> None:
    shell, fakes = open_stop(SONG)
    shell.tap("sound-0")
    fakes.sound_clock.advance(1_000)
    settle()
    shell.tap("sound-0")
    assert (fakes.narrator.state, shell.models.sound.is_playing) == (NarrationState.PAUSED, False)
    assert shell.models.sound.property("progress") == 0.25
    shell.tap("sound-0")
    assert shell.models.sound.is_playing
    settle()
    assert words(shell, "sound-leave") == "Back to the story"
    shell.tap("sound-leave")
    settle()
    assert fakes.narrator.state is NarrationState.PLAYING
    assert shell.find("sound-panel") is None


def test_a_story_that_was_paused_stays_so(open_stop: OpenStop, settle: Callable[[], None]) -> None:
    shell, fakes = open_stop(SONG)
    shell.models.bar.toggle()
    shell.tap("sound-0")
    settle()
    assert words(shell, "sound-leave") == "Close the sound"
    fakes.sound_clock.advance(DEFAULT_DURATION_MS)
    assert fakes.narrator.state is NarrationState.PAUSED


def test_whoever_has_the_story_go_on_does_not_hear_the_sound(open_stop: OpenStop) -> None:
    shell, fakes = open_stop(SONG)
    shell.tap("sound-0")
    shell.models.bar.toggle()
    assert (fakes.narrator.state, shell.models.sound.is_playing) == (NarrationState.PLAYING, False)
    shell.models.bar.toggle()
    shell.tap("sound-0")
    shell.tap("sound-leave")
    assert fakes.narrator.state is NarrationState.PAUSED, "who paused it will have it go on"


def test_another_sound_another_stop_another_page_and_the_visits_end(open_stop: OpenStop) -> None:
    shell, fakes = open_stop(SONG, RAIN)
    sound = shell.models.sound
    shell.tap("sound-0")
    shell.tap("sound-1")
    assert sound.property("current") == 1
    shell.models.flow.open_stop("qutb/iron-pillar", "code")
    assert (sound.is_playing, fakes.narrator.state) == (False, NarrationState.PLAYING)
    shell.tap("sound-1")
    shell.models.flow.show("map")
    assert (sound.is_playing, sound.property("current")) == (False, -1)
    shell.models.flow.back()
    shell.tap("sound-0")
    shell.models.flow.end("idle")
    assert (sound.is_playing, sound.property("offers")) == (False, [])
    assert not fakes.sound_player.is_playing


def test_nobody_who_listens_is_asked_whether_they_are_there(open_stop: OpenStop) -> None:
    shell, fakes = open_stop(RAIN)
    shell.tap("sound-0")
    fakes.clock.step(200_000)
    shell.models.attention.tick()
    assert not shell.models.attention.property("asking")


def test_a_broken_sound_says_so_and_the_story_can_go_on(
    open_stop: OpenStop, settle: Callable[[], None]
) -> None:
    shell, fakes = open_stop(replace(SONG, sha256="c" * 64))
    shell.tap("sound-0")
    settle()
    assert words(shell, "sound-failed") == "This sound cannot be played on this device."
    assert fakes.narrator.state is NarrationState.PLAYING, "nothing is heard that would interrupt it"
    assert read_incidents(fakes.folder / "events.db", 0) == {"narration.not-sound": 1}
    shell.tap("sound-leave")


def test_a_sound_that_breaks_in_the_middle_says_so(open_stop: OpenStop, settle: Callable[[], None]) -> None:
    shell, fakes = open_stop(SONG)
    fakes.sound_player.fail_at_ms = 500
    shell.tap("sound-0")
    fakes.sound_clock.advance(1_000)
    settle()
    assert words(shell, "sound-failed")
    shell.tap("sound-leave")
    assert fakes.narrator.state is NarrationState.PLAYING


def test_a_device_without_sound_says_so_and_what_would_be_heard(
    open_stop: OpenStop, settle: Callable[[], None]
) -> None:
    shell, fakes = open_stop(SONG)
    fakes.sound_player.has_output = False
    shell.tap("sound-0")
    settle()
    assert words(shell, "sound-failed") == "This device has no sound."
    assert words(shell, "sound-description") == "One voice, slow."


def test_headphones_out_is_said_with_what_goes_on_after_it(
    open_stop: OpenStop, settle: Callable[[], None]
) -> None:
    shell, fakes = open_stop(SONG)
    shell.tap("sound-0")
    fakes.sound_player.lose_output()
    settle()
    assert words(shell, "voice-note") == "The headphones are out. Touch the sound to go on."
    fakes.sound_player.regain_output()
    settle()
    assert shell.find("voice-note") is None and not shell.models.sound.is_playing
    shell.tap("sound-0")
    fakes.sound_player.lose_output()
    shell.tap("sound-0")
    settle()
    assert shell.find("voice-note") is None and shell.models.sound.is_playing


def test_the_visits_log_hears_nothing_of_it(open_stop: OpenStop) -> None:
    shell, fakes = open_stop(SONG)
    fakes.narrator.advance(500)
    before = fakes.narrator.position_ms
    shell.tap("sound-0")
    fakes.sound_clock.advance(2_000)
    assert fakes.narrator.position_ms == before, "dwell counts what is told"
