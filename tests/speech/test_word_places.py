from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.spoken_word import Word
from kiosk.speech.said import place_words, say_in_full
from kiosk.speech.speakable import Piece, Speakable
from kiosk.speech.word_places import is_unspaced, list_written_words
from tests.fakes.said_as_written import take_literally


def list_words(text: str, *pieces: Piece) -> list[str]:
    what = Speakable(text, "en", pieces) if pieces else take_literally(text, "en")
    return [text[start:end] for start, end in list_written_words(what)]


def place(text: str, *told: tuple[int, str]) -> list[tuple[int, int, str]]:
    """Place what an engine tells, each given by its first letters, in a clip of a second."""
    said = say_in_full(take_literally(text, "en"))
    events = [(at_ms, text.index(word), text.index(word) + len(word)) for at_ms, word in told]
    return [
        (word.start_ms, word.end_ms, text[word.start : word.end]) for word in place_words(events, 1_000, said)
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The tower, they say, leans.", ["The", "tower", "they", "say", "leans"]),
        ("“Look up!” — she said", ["Look", "up", "she", "said"]),
        ("l'église n'est-ce pas?", ["l'église", "n'est-ce", "pas"]),
        ("यह मीनार है।", ["यह", "मीनार", "है"]),
        ("20 °C, 5 €", ["20", "°C", "5", "€"]),
        ("... !", []),
    ],
)
def test_words_stand_between_blanks_without_their_punctuation(text: str, words: list[str]) -> None:
    assert list_words(text) == words


def test_what_is_said_in_one_piece_is_one_word() -> None:
    text = "The Qutb Minar is 73 m."
    pieces = (Piece(0, 3, "The"), Piece(4, 14, "Kootb Meenaar"), Piece(15, 17, "is"))
    assert list_words(text, *pieces, Piece(18, 22, "seventy-three metres")) == [
        "The",
        "Qutb Minar",
        "is",
        "73 m",
    ]


def test_a_word_that_was_not_told_shares_the_time_of_the_one_before() -> None:
    assert place("on the tower", (0, "on"), (500, "tower")) == [
        (0, 200, "on"),
        (200, 500, "the"),
        (500, 1_000, "tower"),
    ]


def test_words_before_the_first_that_was_told_share_what_is_before_it() -> None:
    assert place("So on it", (600, "it")) == [(0, 300, "So"), (300, 600, "on"), (600, 1_000, "it")]


def test_parts_of_a_word_are_the_word() -> None:
    assert place("n'est-ce pas", (0, "n'e"), (100, "est"), (400, "pas")) == [
        (0, 400, "n'est-ce"),
        (400, 1_000, "pas"),
    ]


def test_what_is_told_out_of_order_or_beyond_the_end_is_not_believed() -> None:
    assert place("one two", (300, "two"), (400, "one"), (2_000, "two")) == [
        (0, 300, "one"),
        (300, 1_000, "two"),
    ]
    assert place("one two", (2_000, "one")) == []


def test_where_nothing_is_told_no_word_is_marked() -> None:
    assert place("one two") == []


def test_in_writing_without_blanks_only_the_engine_knows_the_words() -> None:
    assert is_unspaced("铁柱不锈") and is_unspaced("เสาเหล็ก") and not is_unspaced("लोहे का स्तंभ")
    assert place("铁柱不锈", (0, "铁柱"), (500, "不锈")) == [(0, 500, "铁柱"), (500, 1_000, "不锈")]


@given(
    text=st.text(min_size=1, max_size=60),
    told=st.lists(st.tuples(st.integers(-5, 1_200), st.integers(-2, 70), st.integers(-2, 70)), max_size=30),
)
def test_whatever_is_told_words_are_in_order_and_within_text_and_clip(
    text: str, told: list[tuple[int, int, int]]
) -> None:
    what = take_literally(text, "en")
    if not text.strip() or not say_in_full_or_none(what):
        return
    words = place_words(told, 1_000, say_in_full(what))
    assert_in_order(words, len(text))


def say_in_full_or_none(what: Speakable) -> bool:
    return any(character.isprintable() and not character.isspace() for character in what.text)


def assert_in_order(words: tuple[Word, ...], length: int) -> None:
    at_ms, after = 0, 0
    for word in words:
        assert at_ms <= word.start_ms <= word.end_ms <= 1_000
        assert after <= word.start < word.end <= length
        at_ms, after = word.end_ms, word.end
