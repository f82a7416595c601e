"""Names and numbers are said as a guide would say them, and the caption marks what is written."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from kiosk.model.pronunciation import Pronunciation
from kiosk.speech.pyttsx_engine import PyttsxEngine
from kiosk.speech.ranked_speech import RankedSpeech
from tests.screens.conftest import OpenShell, open_guide, settle, translations

__all__ = ["open_guide", "settle", "translations"]

TEXT = "Iltutmish built it, 72.5 m high, c. 1220."
LEXICON = (Pronunciation("Iltutmish", "Il-toot-mish", "ɪlˈtʊtmɪʃ"),)


@pytest.fixture(scope="module")
def speech() -> Iterator[RankedSpeech]:
    speech = RankedSpeech([PyttsxEngine()])
    if not speech.voices():
        speech.close()
        pytest.skip("no speech engine on this machine (apt-get install espeak-ng)")
    yield speech
    speech.close()


def test_the_written_words_are_marked_while_others_are_said(speech: RankedSpeech) -> None:
    clip = speech.synthesise(TEXT, "en", pronunciations=LEXICON)
    marked = [TEXT[word.start : word.end].strip(",.") for word in clip.words]
    assert [one for one, _ in itertools.groupby(marked)] == marked, (
        "a number is marked once, as long as it is said"
    )
    assert {"Iltutmish", "built", "high", "1220"} <= set(marked)
    assert any(one.startswith("72.5") for one in marked)
    times = [word.start_ms for word in clip.words]
    assert times == sorted(times)


def test_a_number_is_marked_as_long_as_it_is_said(speech: RankedSpeech) -> None:
    clip = speech.synthesise("It has 47,342 stones.", "en")
    lengths = {
        "It has 47,342 stones."[word.start : word.end].strip("."): word.end_ms - word.start_ms
        for word in clip.words
    }
    assert lengths["47,342"] > 3 * lengths["has"]


def test_a_name_sounds_as_the_pack_says(speech: RankedSpeech) -> None:
    assert (
        speech.synthesise("Iltutmish", "en").wav
        != speech.synthesise("Iltutmish", "en", pronunciations=LEXICON).wav
    )


def test_every_story_that_is_spoken_has_the_packs_names(open_guide: OpenShell) -> None:
    shell, fakes = open_guide(camera=False)
    shell.models.flow.begin()
    shell.models.flow.choose_language("en")
    shell.models.flow.open_stop("qutb/qutb-minar", "list")
    told = fakes.narrator.told[-1]
    while told.kind != "speech" and told.otherwise is not None:
        told = told.otherwise
    assert (told.kind, told.language) == ("speech", "en")
    assert "Iltutmish" in {one.written for one in told.pronunciations}
