from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.model.pronunciation import Pronunciation
from kiosk.speech.clip_cache import ClipCache
from kiosk.speech.ranked_speech import REST_S, RankedSpeech
from kiosk.speech.speakable import make_speakable
from tests.fakes.fake_engine import FakeEngine

TEXT = "The tower is old."


class Clock:
    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


class House:
    """Two engines behind one face: Piper, which is understood better, and pyttsx3, which speaks more."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock()
        self.espeak = FakeEngine("en", "sv", name="pyttsx3")
        self.piper = FakeEngine("en-US", name="piper")
        self.path = folder / "speech.db"
        self.speech = self.make()
        self.speech.voices()

    def make(self, voice: str = "") -> RankedSpeech:
        engines = [self.espeak, self.piper]
        return RankedSpeech(engines, voice=voice, cache=ClipCache(self.path), now_s=self.clock)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path)
    yield made
    made.speech.close()


def test_nothing_can_be_spoken_before_the_voices_are_known(tmp_path: Path) -> None:
    speech = RankedSpeech([FakeEngine()])
    assert (speech.can_speak("en"), speech.has_unasked) == (False, True)
    speech.voices()
    assert (speech.can_speak("en"), speech.has_unasked) == (True, False)
    speech.close()


def test_the_engine_that_is_understood_best_speaks(house: House) -> None:
    house.speech.synthesise(TEXT, "en")
    assert (house.piper.spoken, house.espeak.spoken) == ([TEXT], [])


def test_a_language_of_one_engine_only(house: House) -> None:
    house.speech.synthesise("Tornet", "sv")
    assert house.espeak.spoken == ["Tornet"]


def test_the_names_and_numbers_of_the_text_are_said_as_they_are_said(house: House) -> None:
    lexicon = (Pronunciation("Qutb", "Kootb"),)
    clip = house.speech.synthesise("Qutb, 1199.", "en", pronunciations=lexicon)
    assert house.piper.asked == [make_speakable("Qutb, 1199.", "en", lexicon)]
    assert house.piper.spoken == ["Kootb, eleven ninety-nine."]
    assert ["Qutb, 1199."[word.start : word.end] for word in clip.words] == ["Qutb", "1199"]


@pytest.mark.allow_log("piper is asked last")
def test_when_the_best_engine_fails_the_next_speaks_and_the_best_rests(house: House) -> None:
    house.piper.fails_with = "narration.speech-failed"
    house.speech.synthesise(TEXT, "en")
    assert house.espeak.spoken == [TEXT]
    house.piper.fails_with = ""
    house.clock.now += REST_S - 1
    house.speech.synthesise(TEXT, "en")
    assert house.piper.spoken == []
    house.clock.now += 1
    house.speech.synthesise(TEXT, "en")
    assert house.piper.spoken == [TEXT]
    assert [fault.code for fault in house.speech.faults()] == ["narration.speech-failed"]


@pytest.mark.allow_log("piper is asked last")
def test_an_engine_that_rests_still_speaks_what_no_other_can(house: House) -> None:
    house.espeak.lose("pyttsx3/en")
    speech = RankedSpeech([house.espeak, house.piper], now_s=house.clock)
    house.piper.fails_with = "narration.speech-failed"
    with pytest.raises(KioskError):
        speech.synthesise(TEXT, "en")
    house.piper.fails_with = ""
    house.clock.now += REST_S
    speech.synthesise(TEXT, "en")
    assert house.piper.spoken == [TEXT]
    speech.close()


def test_a_voice_that_vanished_is_forgotten_and_another_speaks(house: House) -> None:
    house.piper.lose("piper/en-US")
    house.speech.synthesise(TEXT, "en")
    assert house.espeak.spoken == [TEXT]
    assert "piper" not in {voice.engine for voice in house.speech.voices()}


def test_when_all_voices_of_a_language_vanish_it_is_known_at_once(house: House) -> None:
    house.espeak.lose("pyttsx3/sv")
    with pytest.raises(KioskError) as refused:
        house.speech.synthesise("Tornet", "sv")
    assert refused.value.code == "narration.no-voice"
    assert not house.speech.can_speak("sv")


def test_voices_that_come_back_while_the_guide_runs_are_found(house: House) -> None:
    swedish = house.espeak.voices()[1]
    house.espeak.lose("pyttsx3/en")
    house.espeak.lose("pyttsx3/sv")
    with pytest.raises(KioskError):
        house.speech.synthesise("Tornet", "sv")
    house.espeak.gain(swedish)
    house.speech.voices()
    assert not house.speech.can_speak("sv")  # not asked at every page
    house.clock.now += REST_S
    house.speech.voices()
    house.speech.synthesise("Tornet", "sv")
    assert house.espeak.spoken == ["Tornet"]


def test_a_text_at_fault_is_not_taken_to_the_next_engine(house: House) -> None:
    house.piper.fails_with = "narration.nothing-to-say"
    with pytest.raises(KioskError):
        house.speech.synthesise("***", "en")
    assert house.espeak.spoken == []


@pytest.mark.allow_log("is asked last")
def test_one_engine_that_cannot_be_asked_does_not_hide_the_others(house: House) -> None:
    house.piper.fails_with = "narration.speech-failed"
    speech = house.make()
    assert {voice.engine for voice in speech.voices()} == {"pyttsx3"}
    house.espeak.fails_with = "narration.speech-failed"
    mute = house.make()
    with pytest.raises(KioskError):
        mute.voices()
    assert not mute.has_unasked  # until they have rested
    house.clock.now += REST_S
    assert mute.has_unasked


def test_one_voice_can_be_chosen_by_its_name(house: House) -> None:
    speech = house.make(voice="pyttsx3/en")
    assert [voice.id for voice in speech.voices()] == ["pyttsx3/en"]
    speech.synthesise(TEXT, "en")
    assert house.espeak.spoken == [TEXT]
    speech.close()


def test_what_a_pack_says_is_spoken_once(house: House) -> None:
    first = house.speech.synthesise(TEXT, "en", is_from_pack=True)
    assert house.speech.synthesise(TEXT, "en", is_from_pack=True) == first
    house.speech.close()
    again = house.make()
    assert again.synthesise(TEXT, "en", is_from_pack=True) == first
    again.close()
    assert house.piper.spoken == [TEXT]


def test_what_a_visitor_typed_is_never_kept(house: House) -> None:
    for _ in range(2):
        house.speech.synthesise("26", "en")
    house.speech.close()
    assert len(house.piper.spoken) == 2
    assert not house.path.exists()
