"""Which word is marked, and which sentence is under a finger."""

from __future__ import annotations

from kiosk.narration.captions import estimate_cues, parse_timings
from kiosk.screens.followed_text import NOWHERE, FollowedText, Marked

TEXT = "The 👑 of 1200. Look up!"
TIMINGS = (
    "WEBVTT\n\n00:00.000 --> 00:02.000\n<00:00.200>The <00:00.500>crown <00:00.900>of <00:01.200>twelve <00:01.500>hundred.\n\n"
    "00:02.000 --> 00:03.000\n<00:02.100>Look <00:02.500>up!"
)


def follow(timings: str = TIMINGS, shown: str = TEXT) -> FollowedText:
    text = FollowedText(TEXT)
    text.compare(shown)
    text.caption(parse_timings(timings, TEXT) if timings else estimate_cues(TEXT, 3_000))
    return text


def test_a_word_has_its_place_in_the_caption_and_on_the_page() -> None:
    marked = follow().mark(0, 4)
    assert marked.caption == "The crown of twelve hundred."
    assert marked.caption[slice(*marked.caption_word)] == "hundred."
    assert TEXT.encode("utf-16-le")[2 * marked.word[0] : 2 * marked.word[1]].decode("utf-16-le") == "1200."


def test_before_its_first_word_a_sentence_is_at_that_word() -> None:
    text = follow()
    assert text.mark(1, -1) == text.mark(1, 0)


def test_without_word_times_the_sentence_is_marked() -> None:
    text = follow("")
    assert text.mark(1, -1).sentence == (16, 24)
    assert text.mark(1, -1).word == NOWHERE


def test_a_page_that_shows_another_text_has_no_places() -> None:
    text = follow(shown="मीनार।")
    assert text.mark(0, 0) == Marked("The crown of twelve hundred.", (0, 3))
    assert text.find_cue(3) is None


def test_sentences_are_found_by_place_and_beside_each_other() -> None:
    text = follow()
    first, second = text.cues
    assert [text.find_cue(unit) for unit in (0, 15, 16, 500)] == [first, first, second, second]
    assert text.find_cue(0, 1) == second
    assert text.find_cue(0, -1) is None
    assert text.find_cue(20, 1) is None
    assert text.find_cue(-1) is None


def test_nothing_told_marks_nothing() -> None:
    text = FollowedText()
    text.compare("")
    assert not text.is_shown
    assert text.mark(0, 0) == Marked()
