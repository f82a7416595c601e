"""Words of captions find their places in a text that differs from them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.narration.alignment import place_tokens, split_tokens


def place(said: str, written: str) -> list[str]:
    """Return what is written for each word said; "" where nothing is."""
    tokens = split_tokens(written)
    places, _ = place_tokens([token.key for token in split_tokens(said)], [token.key for token in tokens])
    return [
        written[tokens[first].start : tokens[last - 1].end] if first < last else "" for first, last in places
    ]


@pytest.mark.parametrize(
    ("said", "written", "placed"),
    [
        ("Look up!", "«Look» — UP", ["Look", "UP"]),
        ("In twelve hundred the", "In 1200 the", ["In", "1200", "1200", "the"]),
        ("In 1200 the", "In twelve hundred the", ["In", "twelve hundred", "the"]),
        ("the tower fell", "the (very old, they say) tower fell", ["the", "tower", "fell"]),
        ("the very old tower", "the tower", ["the", "", "", "tower"]),
        ("Kutb ud din built", "Qutb-ud-din built", ["Qutb", "ud", "din", "built"]),
        ("क़ुतुब मीनार ऊँची", "क़ुतुब मीनार, ऊँची।", ["क़ुतुब", "मीनार", "ऊँची"]),
        ("بُني البرج", "بُني «البرج».", ["بُني", "البرج"]),
        ("故宫很大", "故宫，很大。", ["故", "宫", "很", "大"]),
        ("", "a b", []),
        ("a b", "", ["", ""]),
    ],
)
def test_words_find_their_places(said: str, written: str, placed: list[str]) -> None:
    assert place(said, written) == placed


def test_a_page_that_was_not_read_out_does_not_lose_the_rest() -> None:
    page = " ".join(f"word{number}" for number in range(400))
    assert place("one two three four five", f"one two {page} three four five") == [
        "one",
        "two",
        "three",
        "four",
        "five",
    ]


@given(st.lists(st.sampled_from("abcd"), max_size=60), st.lists(st.sampled_from("abcd"), max_size=60))
def test_places_never_run_backwards(said: list[str], written: list[str]) -> None:
    places, agreeing = place_tokens(said, written)
    assert len(places) == len(said)
    assert agreeing <= min(len(said), len(written))
    assert all(0 <= first <= last <= len(written) for first, last in places)
    assert [first for first, _ in places] == sorted(first for first, _ in places)


@given(st.lists(st.text(max_size=3), max_size=60))
def test_the_same_words_agree_all(words: list[str]) -> None:
    assert place_tokens(words, words) == ([(index, index + 1) for index in range(len(words))], len(words))


def test_hostile_words_take_no_longer_than_their_number() -> None:
    def take(count: int) -> float:
        said, written = ["a", "b"] * count, ["a", "c", "b", "b", "a"] * count
        began = time.process_time()
        place_tokens(said, written)
        return time.process_time() - began

    take(100)
    assert take(8_000) < 16 * max(take(1_000), 0.005)
