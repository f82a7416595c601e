"""Ticks and digits are heard between the stories and never over them."""

from __future__ import annotations

import io
import wave
from pathlib import Path

import pytest

from kiosk.narration.asides import MAX_WORDS_LENGTH, WAIT_MS, Asides
from kiosk.narration.choose import Narration
from kiosk.narration.listening import NarrationState
from kiosk.narration.tick_sound import LOUDNESS, TICK_MS, make_tick
from kiosk.speech.sentences import split_sentences
from tests.fakes.fake_player import FakePlayer
from tests.fakes.narration_room import NarrationRoom
from tests.fakes.stories import chain_of_three, make_recording


class Both:
    """A narrator and the asides beside it, on one clock; ``most`` is how many sounds were ever heard at once."""

    def __init__(self, folder: Path, *, ticks: bool = True) -> None:
        self.room = NarrationRoom(folder)
        self.short = FakePlayer(self.room.clock)
        self.asides = Asides(
            self.room.narrator, self.room.speech, self.room.background, self.short, ticks=ticks
        )
        self.most = 0
        self.room.clock.add(self._listen)

    def story(self) -> Narration:
        recording = make_recording()
        self.room.keep(recording.sha256)
        return chain_of_three(recording)

    def is_told(self) -> bool:
        return self.room.is_in(NarrationState.PLAYING) and self.room.player.is_playing

    def is_aside_heard(self) -> bool:
        return self.short.is_playing

    def _listen(self, _ms: int) -> None:
        self.most = max(self.most, self.room.player.is_playing + self.short.is_playing)


@pytest.fixture
def both(tmp_path: Path) -> Both:
    return Both(tmp_path)


def test_a_story_begins_when_the_tick_is_over(both: Both) -> None:
    both.room.narrator.tell(both.story(), after_ms=both.asides.tick())
    assert both.room.is_in(NarrationState.PREPARING)
    assert both.room.diary.told, "its words are shown at once"
    both.room.run(WAIT_MS - 10)
    assert not both.is_told()
    assert both.is_aside_heard(), "a story that sets in sooner would cut off what is not heard yet"
    both.room.run(20)
    assert both.is_told()
    both.room.run(5_000)
    assert both.room.diary.states[-1] == "ended"
    assert both.most == 1


def test_a_tick_silences_the_story_before(both: Both) -> None:
    both.room.narrator.tell(both.story())
    both.room.run(500)
    both.room.narrator.tell(both.story(), after_ms=both.asides.tick())
    both.room.run(1_000)
    assert both.most == 1
    assert both.room.is_in(NarrationState.PLAYING)


def test_a_story_paused_before_it_was_heard_waits_to_be_resumed(both: Both) -> None:
    both.room.narrator.tell(both.story(), after_ms=both.asides.tick())
    both.room.narrator.pause()
    both.room.run(500)
    assert both.room.is_in(NarrationState.PAUSED)
    both.room.narrator.resume()
    both.room.run(100)
    assert both.room.is_in(NarrationState.PLAYING)
    assert both.room.narrator.position_ms == 100


def test_no_tick_is_waited_for_where_the_site_wants_none(tmp_path: Path) -> None:
    both = Both(tmp_path, ticks=False)
    assert both.asides.tick() == 0
    assert both.short.opened == []


def test_digits_are_said_and_the_last_one_wins(both: Both) -> None:
    both.asides.say("1", "en")
    both.asides.say("2", "en")
    both.room.run(10)
    assert both.room.speech.spoken == ["1", "2"]
    assert len(both.short.opened) == 1


def test_a_story_stands_still_for_a_digit_and_silences_it_when_it_goes_on(both: Both) -> None:
    both.room.narrator.tell(both.story())
    both.room.run(500)
    both.asides.say("twelve twelve twelve", "en")
    both.room.run(200)
    assert both.room.is_in(NarrationState.PAUSED)
    assert both.is_aside_heard()
    both.room.narrator.resume()
    both.room.run(200)
    assert not both.is_aside_heard()
    assert both.room.narrator.position_ms > 500
    assert both.most == 1


def test_where_no_voice_speaks_the_language_a_digit_ticks(both: Both) -> None:
    both.asides.say("१", "mr")
    assert both.short.opened == [make_tick()]


@pytest.mark.allow_log("narration.speech-failed")
def test_speech_that_fails_is_left_out(both: Both, caplog: pytest.LogCaptureFixture) -> None:
    both.room.speech.fail_on = "4"
    both.asides.say("4", "en")
    both.room.run(50)
    assert both.short.opened == []
    assert "not spoken" in caplog.text


@pytest.mark.allow_log("An aside was not heard")
def test_a_disk_that_takes_no_sound_costs_only_the_tick(
    both: Both, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_words: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(both.short, "open", refuse)
    both.asides.tick()
    assert "No space left" in caplog.text


def test_long_words_are_cut_and_nothing_is_heard_after_the_end(both: Both) -> None:
    both.asides.say("a" * 5_000, "en")
    both.asides.close()
    both.room.run(50)
    assert [len(said) for said in both.room.speech.spoken] == [MAX_WORDS_LENGTH]
    assert both.short.opened == []


def test_a_sentence_without_an_end_is_said_to_its_last_word_piece_by_piece(both: Both) -> None:
    text = ", ".join(f"word {number}" for number in range(120))
    for start, end in split_sentences(text):
        both.asides.say(text[start:end], "en")
        both.room.run(50)
    assert " ".join(both.room.speech.spoken) == text


def test_the_tick_is_short_soft_and_without_a_click() -> None:
    with wave.open(io.BytesIO(make_tick())) as sound:
        assert sound.getnframes() * 1000 // sound.getframerate() == TICK_MS
        data = memoryview(sound.readframes(sound.getnframes())).cast("h").tolist()
    assert 0.05 * 32_767 < max(map(abs, data)) <= LOUDNESS * 32_767
    assert abs(data[0]) < 50
    assert max(map(abs, data[-100:])) < 100
