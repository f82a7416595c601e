"""A text as sound and captions: every word at its place, in its time."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kiosk.authoring.narrate_rendering import LEAD_MS, PARAGRAPH_PAUSE_MS, Rendering, render
from kiosk.authoring.narrate_voices import find_narrator
from kiosk.model.pronunciation import Pronunciation
from kiosk.narration.captions import parse_timings
from tests.fakes.fake_engine import MS_A_CHARACTER
from tests.fakes.humming_engine import HummingEngine

TEXT = "The mill was built in 1850. It <still> turns AT&T's fans.\n\nFlour was dear.\n \nSo was bread."


def say(
    text: str, language: str = "en", engine: HummingEngine | None = None, *names: Pronunciation
) -> Rendering:
    chosen = find_narrator([engine or HummingEngine()], language)
    assert chosen is not None
    return render(text, language, chosen, names, "A remark --> here")


def test_every_word_is_timed_and_stands_at_its_place() -> None:
    made = say(TEXT)
    cues = parse_timings(made.cues, TEXT)
    words = [word for cue in cues for word in cue.words]
    assert [TEXT[word.start : word.end] for word in words] == TEXT.split()
    starts = [word.start_ms for word in words]
    assert starts == sorted(starts)
    assert starts[0] >= LEAD_MS
    assert words[-1].end_ms <= len(made.samples) * 1000 / made.rate_hz + 1
    assert len(cues) == 4


def test_paragraphs_are_apart() -> None:
    one, two = say("Flour was dear."), say("Flour was dear.\n\nFlour was dear.")
    first_ms = len(one.samples) * 1000 / one.rate_hz - LEAD_MS
    assert len(two.samples) * 1000 / two.rate_hz == pytest.approx(
        LEAD_MS + 2 * first_ms + PARAGRAPH_PAUSE_MS, abs=2
    )


def test_words_that_are_said_as_one_share_its_time() -> None:
    text = "The Qutb Minar stands."
    cues = parse_timings(say(text, "en", None, Pronunciation("Qutb Minar", "Kootub Minaar")).cues, text)
    the, qutb, minar, stands = cues[0].words
    assert the.start_ms < qutb.start_ms < minar.start_ms < stands.start_ms


def test_a_voice_that_tells_no_words_is_captioned_by_sentences() -> None:
    engine = HummingEngine()
    engine.tells_words = False
    cues = parse_timings(say(TEXT, "en", engine).cues, TEXT)
    assert [cue.text for cue in cues] == [
        "The mill was built in 1850.",
        "It <still> turns AT&T's fans.",
        "Flour was dear.",
        "So was bread.",
    ]
    assert not any(cue.words for cue in cues)
    assert all(one.end_ms <= other.start_ms for one, other in pairwise(cues))


def test_numbers_are_said_in_full_and_written_as_they_are() -> None:
    engine = HummingEngine()
    made = say("Built in 1850.", "en", engine)
    assert engine.spoken == ["Built in eighteen fifty."]
    assert "1850." in made.cues


def test_a_long_text_of_blanks_takes_no_time() -> None:
    text = "Word." + " \n" * 4_000 + "Word."
    made = say(text)
    assert len(made.samples) * 1000 / made.rate_hz < 5 * MS_A_CHARACTER * 4 + LEAD_MS + PARAGRAPH_PAUSE_MS
