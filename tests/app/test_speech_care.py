from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.app.speech_care import SpeechCare
from kiosk.model.errors import KioskError
from kiosk.narration.listening import EndReason
from kiosk.speech.clip_cache import ClipCache
from kiosk.speech.ranked_speech import REST_S, RankedSpeech
from tests.fakes.fake_background import QueuedBackground
from tests.fakes.fake_engine import FakeEngine


class Desk:
    """A guide's speech by two engines, and what staff are told of it."""

    def __init__(self, folder: Path) -> None:
        self.now_s = 0.0
        self.path = folder / "speech.db"
        self.engines = [FakeEngine("en", name="piper"), FakeEngine("en", name="pyttsx3")]
        self.speech = RankedSpeech(self.engines, cache=ClipCache(self.path), now_s=lambda: self.now_s)
        self.background = QueuedBackground()
        self.noted: list[KioskError] = []
        self.care = SpeechCare(self.speech, self.background, self.noted.append)

    def tell(self) -> None:
        self.speech.synthesise("The tower is old.", "en", is_from_pack=True)
        self.care.narration_ended(EndReason.FINISHED, 1_000)
        self.background.run_all()


def count_clips(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM clip").fetchone()[0])


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_what_was_told_is_kept_when_it_is_over(desk: Desk) -> None:
    desk.speech.synthesise("The tower is old.", "en", is_from_pack=True)
    assert count_clips(desk.path) == 0
    desk.tell()
    assert count_clips(desk.path) == 1
    assert desk.noted == []
    desk.speech.close()


def test_a_language_is_prepared_once_and_no_large_voice_before_it_is_needed(desk: Desk) -> None:
    piper, plain = desk.engines
    desk.care.prepare("en")
    assert not desk.background.run_one(), "no voices are known yet"
    desk.speech.voices()
    desk.care.prepare("en")
    desk.background.run_all()
    assert (piper.spoken, plain.spoken) == ([], [])
    alone = RankedSpeech([plain])
    alone.voices()
    care = SpeechCare(alone, desk.background, desk.noted.append)
    for language in ("en", "en", "de"):
        care.prepare(language)
    desk.background.run_all()
    assert plain.spoken == ["one"]
    desk.speech.close()
    alone.close()


@pytest.mark.allow_log("pyttsx3 is asked last")
def test_an_engine_that_fails_while_it_is_prepared_is_told_of_when_a_story_needs_it(desk: Desk) -> None:
    plain = desk.engines[1]
    alone = RankedSpeech([plain])
    alone.voices()
    plain.fails_with = "narration.speech-failed"
    SpeechCare(alone, desk.background, desk.noted.append).prepare("en")
    desk.background.run_all()
    assert desk.noted == []
    alone.close()
    desk.speech.close()


def test_when_a_visit_is_over_what_was_kept_is_written_anew(desk: Desk) -> None:
    desk.tell()
    before = desk.path.stat().st_ino
    desk.care.forget_order()
    desk.background.run_all()
    written = desk.path.stat().st_ino
    assert written != before
    desk.care.forget_order()  # a visit that heard nothing new
    desk.background.run_all()
    assert desk.path.stat().st_ino == written
    assert count_clips(desk.path) == 1
    desk.speech.close()


@pytest.mark.allow_log("piper is asked last")
def test_staff_are_told_once_of_an_engine_that_failed_though_another_spoke(desk: Desk) -> None:
    desk.speech.voices()
    desk.engines[0].fails_with = "narration.speech-failed"
    desk.tell()
    desk.tell()
    assert [error.code for error in desk.noted] == ["narration.speech-failed"]
    desk.care.narration_incident(desk.noted[0])
    assert len(desk.noted) == 1
    desk.speech.close()


@pytest.mark.allow_log("is asked last")
def test_engines_that_could_not_be_asked_are_asked_again_when_they_have_rested(desk: Desk) -> None:
    for engine in desk.engines:
        engine.fails_with = "narration.speech-failed"
    desk.care.ask_voices()
    desk.background.run_all()
    assert len(desk.noted) == 2 and not desk.speech.can_speak("en")
    for engine in desk.engines:
        engine.fails_with = ""
    desk.care.ask_voices()
    desk.background.run_all()
    assert not desk.speech.can_speak("en")
    desk.now_s += REST_S
    desk.care.ask_voices()
    desk.background.run_all()
    assert desk.speech.can_speak("en")
    desk.speech.close()
