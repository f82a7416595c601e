"""Timed words are written as WebVTT that the guide reads back at the same places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.authoring.cue_writing import format_cue_file
from kiosk.model.spoken_word import Word
from kiosk.narration.captions import parse_timings

TEXT = "Look up. The arch is <old> & tall: 14 m.\n\nIt stands."


def _words_of(text: str, step_ms: int = 300) -> list[Word]:
    words, at = [], 0
    for number, written in enumerate(text.split()):
        start = text.index(written, at)
        at = start + len(written)
        words.append(Word(500 + number * step_ms, 500 + (number + 1) * step_ms, start, at))
    return words


def test_words_come_back_where_they_stand_and_when_they_are_spoken() -> None:
    words = _words_of(TEXT)
    cues = parse_timings(format_cue_file(TEXT, words, ["made by a test"]), TEXT)
    assert [cue.text for cue in cues] == ["Look up.", "The arch is <old> & tall: 14 m.", "It stands."]
    found = {(word.start_ms, word.start, word.end) for cue in cues for word in cue.words}
    # A sign alone, as "&", is no word that captions mark.
    assert {(one.start_ms, one.start, one.end) for one in words if TEXT[one.start].isalnum()} <= found


def test_a_word_without_a_time_goes_with_the_one_before_it() -> None:
    words = [word for word in _words_of(TEXT) if TEXT[word.start : word.end] != "arch"]
    file = format_cue_file(TEXT, words)
    assert ">The arch <" in file


def test_a_sentence_that_nobody_timed_has_no_cue() -> None:
    file = format_cue_file(TEXT, [word for word in _words_of(TEXT) if word.start >= 9])
    assert "Look" not in file


def test_a_note_cannot_begin_a_cue() -> None:
    file = format_cue_file(TEXT, _words_of(TEXT), ["00:01.000 --> 00:02.000\nhello"])
    assert file.count("-->") == 3


@given(
    st.text(alphabet="ab .!?<&>\n-1२।", max_size=300).filter(lambda text: text.split()),
    st.integers(0, 50),
)
def test_any_text_and_times_make_a_file_that_can_be_read(text: str, step_ms: int) -> None:
    words = _words_of(text, step_ms)
    cues = parse_timings(format_cue_file(text, words), text)
    starts = [word.start_ms for cue in cues for word in cue.words]
    assert starts == sorted(starts)
    assert all(cue.start_ms < cue.end_ms for cue in cues)
