from hypothesis import given
from hypothesis import strategies as st

from kiosk.narration.cues import Cue, CueTrack, Word

TRACK = CueTrack(
    [
        Cue(500, 1_000, "One two.", 0, 8, (Word(500, 700, 0, 3), Word(700, 1_000, 4, 8))),
        Cue(1_500, 2_000, "Three.", 9, 15),
    ]
)


def test_before_the_first_sentence_there_is_none() -> None:
    assert TRACK.find_word(499) == (-1, -1)


def test_sentence_and_word_of_a_moment() -> None:
    assert TRACK.find_word(500) == (0, 0)
    assert TRACK.find_word(699) == (0, 0)
    assert TRACK.find_word(700) == (0, 1)


def test_a_sentence_stays_through_the_pause_after_it() -> None:
    assert TRACK.find_cue(1_499) == 0


def test_a_sentence_without_timed_words_has_no_word() -> None:
    assert TRACK.find_word(1_600) == (1, -1)


def test_a_track_without_cues() -> None:
    assert CueTrack().find_word(100) == (-1, -1)
    assert CueTrack().find_cue_at_character(3) == 0


def test_the_sentence_of_a_character() -> None:
    assert TRACK.find_cue_at_character(0) == 0
    assert TRACK.find_cue_at_character(8) == 0
    assert TRACK.find_cue_at_character(12) == 1


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=50), st.integers(-10, 10_010))
def test_it_agrees_with_looking_at_every_cue(starts: list[int], position_ms: int) -> None:
    starts.sort()
    track = CueTrack(Cue(start, start + 10, "", 0, 0) for start in starts)
    assert track.find_cue(position_ms) == sum(start <= position_ms for start in starts) - 1
