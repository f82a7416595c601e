"""The fake speech engine and pyttsx3's pass the same suite."""

from __future__ import annotations

import io
import wave
from collections.abc import Iterator

import pytest

from kiosk.model.errors import KioskError
from kiosk.speech.engine import MAX_SPEECH_LENGTH, SpeechEngine
from kiosk.speech.pyttsx_engine import PyttsxEngine
from tests.fakes.fake_speech import FakeSpeech

SENTENCE = "The tower was begun in 1199."


@pytest.fixture(params=["fake", "pyttsx3"])
def engine(request: pytest.FixtureRequest) -> Iterator[SpeechEngine]:
    made: SpeechEngine = FakeSpeech() if request.param == "fake" else PyttsxEngine()
    if not made.voices():
        pytest.skip("no speech engine on this machine (apt-get install espeak-ng)")
    yield made
    made.close()


def measure(wav: bytes) -> float:
    with wave.open(io.BytesIO(wav)) as sound:
        return float(sound.getnframes() * 1000 / sound.getframerate())


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", SENTENCE), ("hi", "यह मीनार बहुत पुरानी है।"), ("ar", "هذه منارة قديمة جدا."), ("en-IN", SENTENCE)],
)
def test_a_sentence_becomes_a_clip(engine: SpeechEngine, language: str, text: str) -> None:
    assert engine.can_speak(language)
    clip = engine.synthesise(text, language)
    assert clip.duration_ms == pytest.approx(measure(clip.wav), abs=1)
    assert 500 < clip.duration_ms < 6_000


def test_words_are_timed_within_the_clip_and_placed_in_the_text(engine: SpeechEngine) -> None:
    clip = engine.synthesise(SENTENCE, "en")
    spoken = [SENTENCE[word.start : word.end].strip(".") for word in clip.words]
    assert spoken == ["The", "tower", "was", "begun", "in", "1199"]
    times = [time for word in clip.words for time in (word.start_ms, word.end_ms)]
    assert times == sorted(times)
    assert times[0] >= 0 and times[-1] <= clip.duration_ms


def test_the_pace_can_be_changed(engine: SpeechEngine) -> None:
    slow = engine.synthesise(SENTENCE, "en", 0.75)
    fast = engine.synthesise(SENTENCE, "en", 1.5)
    assert slow.duration_ms > fast.duration_ms * 1.4


def test_a_language_without_a_voice_is_refused_not_spoken_in_another(engine: SpeechEngine) -> None:
    assert not engine.can_speak("xx")
    with pytest.raises(KioskError) as refused:
        engine.synthesise(SENTENCE, "xx")
    assert refused.value.code == "narration.no-voice"


def test_too_long_a_text_is_refused(engine: SpeechEngine) -> None:
    with pytest.raises(KioskError) as refused:
        engine.synthesise("a" * (MAX_SPEECH_LENGTH + 1), "en")
    assert refused.value.code == "narration.text-too-long"


@pytest.mark.parametrize("text", ["", " \n "])
def test_nothing_is_not_spoken(engine: SpeechEngine, text: str) -> None:
    with pytest.raises(KioskError) as refused:
        engine.synthesise(text, "en")
    assert refused.value.code == "narration.nothing-to-say"


def test_closing_twice_is_harmless(engine: SpeechEngine) -> None:
    engine.close()
    engine.close()
