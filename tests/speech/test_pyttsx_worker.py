"""How the worker speaks: the manner that was measured for English, the usual one for all else."""

from collections.abc import Iterator

import pytest

from kiosk.speech.engine import find_voice
from kiosk.speech.pyttsx_engine import PyttsxEngine
from kiosk.speech.pyttsx_worker import CLEAR_ENGLISH, USUAL, find_manner
from tests.fakes.said_as_written import take_literally

TEXTS = {"en": "The tower is old and stands on a hill.", "hi": "यह मीनार बहुत पुरानी है।"}


@pytest.fixture
def engines() -> Iterator[tuple[PyttsxEngine, PyttsxEngine]]:
    """One that keeps espeak-ng's usual pace, one that speaks clearly."""
    usual, clear = PyttsxEngine(), PyttsxEngine(clearly=True)
    if not usual.voices():
        pytest.skip("no speech engine on this machine (apt-get install espeak-ng)")
    yield usual, clear
    usual.close()
    clear.close()


@pytest.mark.parametrize(
    ("voice", "clearly", "manner"),
    [
        ("gmw/en", True, CLEAR_ENGLISH),
        ("gmw/en-us", True, CLEAR_ENGLISH),
        ("gmw/en", False, USUAL),
        ("inc/hi", True, USUAL),
        ("gmw/de", True, USUAL),
    ],
)
def test_only_what_was_measured_is_spoken_otherwise(voice: str, clearly: bool, manner: object) -> None:
    assert find_manner(voice, clearly=clearly) is manner


def test_the_clearest_voice_speaks_plain_english(engines: tuple[PyttsxEngine, PyttsxEngine]) -> None:
    usual, clear = engines
    found = [
        find_voice(engine.voices(), language)
        for engine in (usual, clear)
        for language in ("en", "en-GB", "hi")
    ]
    assert [voice.id for voice in found if voice] == [
        "gmw/en", "gmw/en", "inc/hi", "gmw/en-us", "gmw/en", "inc/hi",
    ]  # fmt: skip


def measure(engine: PyttsxEngine, language: str) -> int:
    voice = find_voice(engine.voices(), language)
    assert voice is not None
    return engine.synthesise(take_literally(TEXTS[language], language), voice).duration_ms


def test_english_takes_its_time_and_no_other_voice_does(engines: tuple[PyttsxEngine, PyttsxEngine]) -> None:
    usual, clear = engines
    assert measure(clear, "en") > 1.05 * measure(usual, "en")
    # espeak-ng's own sound differs a little from one utterance to the next.
    assert measure(clear, "hi") == pytest.approx(measure(usual, "hi"), rel=0.04)


def test_every_word_keeps_its_place_and_time(engines: tuple[PyttsxEngine, PyttsxEngine]) -> None:
    _, clear = engines
    voice = find_voice(clear.voices(), "en")
    assert voice is not None
    clip = clear.synthesise(take_literally(TEXTS["en"], "en"), voice)
    assert [TEXTS["en"][word.start : word.end] for word in clip.words] == TEXTS["en"].rstrip(".").split()
    assert [word.start_ms for word in clip.words] == sorted(word.start_ms for word in clip.words)
    assert clip.words[-1].end_ms <= clip.duration_ms
