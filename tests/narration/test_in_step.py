"""A film in sign language stands at the sentence that is told, whatever its captions are like."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.narration.captions import parse_timings
from kiosk.narration.cues import Cue, Word
from kiosk.narration.in_step import StepMap, map_steps

TEXT = "The wheel turns. Water falls on it. It is old."
STORY = (Cue(0, 900, "", 0, 16), Cue(1000, 2800, "", 17, 35), Cue(3000, 4000, "", 36, 46))


def film(*sentences: tuple[float, str]) -> tuple[Cue, ...]:
    """Return the captions of a film, each from its second on, placed in the text."""
    ends = [begin for begin, _ in sentences[1:]] + [sentences[-1][0] + 1]
    lines = (
        f"00:{begin:06.3f} --> 00:{end:06.3f}\n{words}\n"
        for (begin, words), end in zip(sentences, ends, strict=True)
    )
    return parse_timings("WEBVTT\n\n" + "\n".join(lines), TEXT)


def test_as_many_captions_as_sentences_belong_together_whatever_their_words() -> None:
    steps = map_steps(STORY, 4000, film((0, "Rad dreht"), (2, "Wasser"), (6, "Alt")), 9000)
    assert [steps.find(ms).film_ms for ms in (0, 500, 1000, 2000, 3000, 4000)] == [
        0,
        1000,
        2000,
        4000,
        6000,
        7000,
    ]
    assert [steps.find(ms).pace for ms in (0, 1000, 3000)] == [2, 2, 1]


def test_captions_of_another_number_go_by_their_words() -> None:
    steps = map_steps(STORY, 4000, film((0, "The wheel turns. Water falls on it."), (5, "It is old.")), 8000)
    assert steps.find(3000).film_ms == 5000


def test_a_caption_that_begins_within_a_sentence_goes_by_the_word() -> None:
    words = tuple(
        Word(1000 + 450 * at, 1450 + 450 * at, start, end)
        for at, (start, end) in enumerate([(17, 22), (23, 28), (29, 31), (32, 35)])
    )
    timed = (STORY[0], Cue(1000, 2800, "", 17, 35, words), STORY[2])
    parts = film((0, "The wheel turns."), (2, "Water"), (3, "falls on it."), (6, "It is old."))
    assert map_steps(timed, 4000, parts, 7000).find(1450).film_ms == 3000
    without = map_steps(STORY, 4000, parts, 7000).find(1600).film_ms
    assert without == pytest.approx(3000), "where nobody knows when the words are told, the sentence's share"


@pytest.mark.parametrize(
    "captions",
    [(), (Cue(0, 3000, "Etwas", 0, 0), Cue(3000, 5000, "ganz anderes", 0, 0))],
    ids=["none", "foreign"],
)
def test_without_captions_both_run_evenly(captions: tuple[Cue, ...]) -> None:
    steps = map_steps(STORY, 4000, captions, 6000)
    assert [steps.find(ms).film_ms for ms in (0, 2000, 4000)] == [0, 3000, 6000]


def test_a_narration_whose_sentences_are_not_known_runs_evenly_too() -> None:
    assert map_steps((), 4000, film((0, "The wheel turns.")), 8000).find(1000).film_ms == 2000


def test_what_is_shown_after_the_last_sentence_hurries_nobody() -> None:
    captions = film((0, "a"), (2, "b"), (4, "c"))
    assert map_steps(STORY, 4000, captions, 60_000).find(4000).film_ms == 5000


moments = st.integers(-1000, 100_000)


@given(st.lists(st.tuples(moments, moments), max_size=30), moments, moments, st.lists(moments, max_size=20))
def test_whatever_the_captions_say_the_film_goes_forward(
    knots: list[tuple[int, int]], story_ms: int, film_ms: int, at: list[int]
) -> None:
    steps = StepMap(knots, story_ms, film_ms)
    found = [steps.find(ms) for ms in sorted(at)]
    assert all(step.pace > 0 for step in found)
    assert [step.film_ms for step in found] == sorted(step.film_ms for step in found)
    assert all(0 <= step.film_ms <= max(film_ms, 1, *(b for _, b in knots), 1) + 1 for step in found)
