"""Every engine passes the same suite: the fake, and those that are installed here.

Piper is an optional extra in an environment of its own: KIOSK_PIPER names its Python, KIOSK_PIPER_VOICES its voices. So is Kokoro: KIOSK_KOKORO.
"""

from __future__ import annotations

import io
import os
import wave
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.speech.engine import MAX_SPEECH_LENGTH, SpeechEngine, SpeechVoice, find_voice
from kiosk.speech.kokoro_engine import KokoroEngine, find_missing
from kiosk.speech.piper_engine import PiperEngine
from kiosk.speech.pyttsx_engine import PyttsxEngine
from kiosk.speech.speakable import Piece, Speakable
from tests.fakes.fake_engine import FakeEngine
from tests.fakes.said_as_written import take_literally

SENTENCE = "The tower is very old."
YEAR = "It was begun in 1199, they say."


def make_piper() -> SpeechEngine:
    if not (command := os.environ.get("KIOSK_PIPER")):
        pytest.skip("no Piper here: docs/how-to/piper-voices.md; KIOSK_PIPER names its Python")
    return PiperEngine(Path(command), Path(os.environ.get("KIOSK_PIPER_VOICES", ".")))


def make_kokoro() -> SpeechEngine:
    folder = Path(os.environ.get("KIOSK_KOKORO") or "nowhere")
    if missing := find_missing(folder):
        pytest.skip(f"{missing}: docs/how-to/narrate-a-pack.md; KIOSK_KOKORO names the voice's environment")
    return KokoroEngine(folder)


MADE: dict[str, Callable[[], SpeechEngine]] = {
    "fake": FakeEngine,
    "pyttsx3": PyttsxEngine,
    "piper": make_piper,
    "kokoro": make_kokoro,
}


@pytest.fixture(params=MADE)
def engine(request: pytest.FixtureRequest) -> Iterator[SpeechEngine]:
    made = MADE[request.param]()
    if not made.voices():
        pytest.skip(f"{request.param} is not installed here")
    yield made
    made.close()


@pytest.fixture
def voice(engine: SpeechEngine) -> SpeechVoice:
    found = find_voice(engine.voices(), "en")
    assert found is not None
    return found


def say_year(said: str) -> Speakable:
    start = YEAR.index("1199")
    pieces = (Piece(0, start - 1, YEAR[: start - 1]), Piece(start, start + 4, said))
    return Speakable(YEAR, "en", (*pieces, Piece(start + 4, len(YEAR), YEAR[start + 4 :])))


def test_every_voice_tells_whose_it_is(engine: SpeechEngine) -> None:
    assert {voice.engine for voice in engine.voices()} == {engine.name}
    assert all(voice.id and voice.name and voice.languages for voice in engine.voices())


def test_a_sentence_becomes_a_clip_of_the_length_it_tells(engine: SpeechEngine, voice: SpeechVoice) -> None:
    clip = engine.synthesise(take_literally(SENTENCE, "en"), voice)
    with wave.open(io.BytesIO(clip.wav)) as sound:
        measured_ms = sound.getnframes() * 1000 / sound.getframerate()
    assert clip.duration_ms == pytest.approx(measured_ms, abs=1)
    assert 500 < clip.duration_ms < 6_000


def test_words_where_there_are_any_are_placed_in_the_text(engine: SpeechEngine, voice: SpeechVoice) -> None:
    clip = engine.synthesise(take_literally(SENTENCE, "en"), voice)
    words = [SENTENCE[word.start : word.end].strip(".") for word in clip.words]
    assert words in ([], ["The", "tower", "is", "very", "old"])


def test_what_is_said_in_full_is_placed_where_it_is_written(engine: SpeechEngine, voice: SpeechVoice) -> None:
    clip = engine.synthesise(say_year("eleven ninety-nine"), voice)
    words = [YEAR[word.start : word.end].strip(",.") for word in clip.words]
    assert words in ([], ["It", "was", "begun", "in", "1199", "they", "say"])


def test_what_is_said_counts_not_what_is_written(engine: SpeechEngine, voice: SpeechVoice) -> None:
    short = engine.synthesise(say_year("then"), voice).duration_ms
    long = engine.synthesise(say_year("eleven hundred and ninety-nine in the common era"), voice).duration_ms
    assert long > short + 500


@pytest.mark.parametrize("ipa", ["koːˈnaːrk", "koːˈnaːrk]] [[", "ʘǂ☃", "a" * 200])
def test_a_name_in_ipa_is_one_word_where_it_is_written(
    engine: SpeechEngine, voice: SpeechVoice, ipa: str
) -> None:
    """Whether the engine heeds the sounds or says the respelling, no word of the sentence is lost."""
    text = "The temple of Konark stands by the sea."
    pieces = (Piece(0, 13, text[:13]), Piece(14, 20, "Konaark", ipa), Piece(21, len(text), text[21:]))
    clip = engine.synthesise(Speakable(text, "en", pieces), voice)
    words = [text[word.start : word.end].strip(".") for word in clip.words]
    assert words in ([], ["The", "temple", "of", "Konark", "stands", "by", "the", "sea"])
    assert clip.duration_ms > 1_000


def test_the_pace_can_be_changed(engine: SpeechEngine, voice: SpeechVoice) -> None:
    slow = engine.synthesise(take_literally(SENTENCE, "en"), voice, 0.75)
    fast = engine.synthesise(take_literally(SENTENCE, "en"), voice, 1.5)
    assert slow.duration_ms > fast.duration_ms * 1.4


def test_a_voice_that_vanished_is_refused_not_replaced(engine: SpeechEngine) -> None:
    gone = SpeechVoice("gone/away", "Gone", ("en",), engine.name)
    with pytest.raises(KioskError) as refused:
        engine.synthesise(take_literally(SENTENCE, "en"), gone)
    assert refused.value.code == "narration.no-voice"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a" * (MAX_SPEECH_LENGTH + 1), "narration.text-too-long"),
        ("", "narration.nothing-to-say"),
        (" \n ", "narration.nothing-to-say"),
        ("\x00\ud800", "narration.nothing-to-say"),
    ],
)
def test_what_cannot_be_said_is_refused_in_words(
    engine: SpeechEngine, voice: SpeechVoice, text: str, code: str
) -> None:
    with pytest.raises(KioskError) as refused:
        engine.synthesise(take_literally(text, "en"), voice)
    assert refused.value.code == code


def test_closing_twice_is_harmless_and_a_later_call_starts_afresh(
    engine: SpeechEngine, voice: SpeechVoice
) -> None:
    engine.close()
    engine.close()
    assert engine.synthesise(take_literally(SENTENCE, "en"), voice).duration_ms > 0
