"""What narration asks for to be spoken: the fake, and the real ranking over a fake engine and over pyttsx3."""

from __future__ import annotations

import io
import wave
from collections.abc import Callable, Iterator

import pytest

from kiosk.model.errors import KioskError
from kiosk.speech.engine import MAX_SPEECH_LENGTH
from kiosk.speech.pyttsx_engine import PyttsxEngine
from kiosk.speech.ranked_speech import RankedSpeech
from kiosk.speech.speech import Speech
from tests.fakes.fake_engine import FakeEngine
from tests.fakes.fake_speech import FakeSpeech

SENTENCE = "The tower is very old."
MADE: dict[str, Callable[[], Speech]] = {
    "fake": FakeSpeech,
    "ranked fake": lambda: RankedSpeech([FakeEngine()]),
    "ranked pyttsx3": lambda: RankedSpeech([PyttsxEngine()]),
}


@pytest.fixture(params=MADE)
def speech(request: pytest.FixtureRequest) -> Iterator[Speech]:
    made = MADE[request.param]()
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
def test_a_sentence_becomes_a_clip(speech: Speech, language: str, text: str) -> None:
    assert speech.can_speak(language)
    clip = speech.synthesise(text, language)
    assert clip.duration_ms == pytest.approx(measure(clip.wav), abs=1)
    assert 500 < clip.duration_ms < 6_000


def test_words_are_timed_within_the_clip_and_placed_in_the_text(speech: Speech) -> None:
    clip = speech.synthesise(SENTENCE, "en")
    spoken = [SENTENCE[word.start : word.end].strip(".") for word in clip.words]
    assert spoken == ["The", "tower", "is", "very", "old"]
    times = [time for word in clip.words for time in (word.start_ms, word.end_ms)]
    assert times == sorted(times)
    assert times[0] >= 0 and times[-1] <= clip.duration_ms


def test_the_pace_can_be_changed(speech: Speech) -> None:
    slow = speech.synthesise(SENTENCE, "en", 0.75)
    fast = speech.synthesise(SENTENCE, "en", 1.5)
    assert slow.duration_ms > fast.duration_ms * 1.4


def test_a_language_without_a_voice_is_refused_not_spoken_in_another(speech: Speech) -> None:
    assert not speech.can_speak("xx")
    with pytest.raises(KioskError) as refused:
        speech.synthesise(SENTENCE, "xx")
    assert refused.value.code == "narration.no-voice"


def test_too_long_a_text_is_refused(speech: Speech) -> None:
    with pytest.raises(KioskError) as refused:
        speech.synthesise("a" * (MAX_SPEECH_LENGTH + 1), "en")
    assert refused.value.code == "narration.text-too-long"


@pytest.mark.parametrize("text", ["", " \n "])
def test_nothing_is_not_spoken(speech: Speech, text: str) -> None:
    with pytest.raises(KioskError) as refused:
        speech.synthesise(text, "en")
    assert refused.value.code == "narration.nothing-to-say"


def test_a_text_for_everybody_and_a_visitors_own_sound_the_same(speech: Speech) -> None:
    for_all = speech.synthesise(SENTENCE, "en", is_from_pack=True)
    again = speech.synthesise(SENTENCE, "en", is_from_pack=True)
    own = speech.synthesise(SENTENCE, "en")
    for other in (again, own):  # espeak-ng is not the same to the millisecond
        assert other.duration_ms == pytest.approx(for_all.duration_ms, abs=40)
        assert [word.start for word in other.words] == [word.start for word in for_all.words]


def test_closing_twice_is_harmless(speech: Speech) -> None:
    speech.close()
    speech.close()
