"""What was meant by a word with a slip in it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.packs.likely_words import MOST_LETTERS, count_slips, count_slips_forgiven, find_likely
from kiosk.packs.source import read_source
from kiosk.packs.words import split_words

WORDS = "\nastronomy\ncolonnade\nhumayun\ninscription\nminar\nminaret\npillar\nred\nsundial\ntomb\ntombstone\nहुमायूं\nमीनार\nالمناره\n"


def find(typed: str) -> list[str]:
    return [one.word for one in find_likely(WORDS, typed)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hunayun", "humayun"),
        ("humaun", "humayun"),
        ("humayyun", "humayun"),
        ("huamyun", "humayun"),
        ("humyaun", "humayun"),
        ("uhmayun", "humayun"),
        ("sundail", "sundial"),
        ("tmob", "tomb"),
        ("otmb", "tomb"),
        ("inscritpoin", "inscription"),
        ("incsritpion", "inscription"),
        ("inscriptoin", "inscription"),
        ("xnscriptiox", "inscription"),
        ("colonade", "colonnade"),
        ("astornmy", "astronomy"),
        ("mianret", "minaret"),
        ("हूमायूं", "हुमायूं"),
        ("मिनार", "मीनार"),
        ("المناراه", "المناره"),
        ("insciption", "inscription"),
        ("inscipt", "inscription"),  # a beginning
    ],
)
def test_slips_are_forgiven(typed: str, meant: str) -> None:
    assert find(typed)[0] == meant


@pytest.mark.parametrize("typed", ["rde", "dre", "hmyn", "1648", "sundial1649", "x" * 400, ".*.*.*", ""])
def test_short_words_numbers_and_more_slips_are_not(typed: str) -> None:
    assert find(typed) == []


def test_signs_of_patterns_are_letters_like_others() -> None:
    assert find_likely("\na+b.c\n", "a+bc") == find_likely("\na+b.c\n", "a+b.d") != []


def test_the_nearest_comes_first() -> None:
    assert find("minart") == ["minar", "minaret"]
    assert find("tombstne") == ["tombstone"]


def test_how_many_slips_are_forgiven() -> None:
    letters = ("abc", "abcd", "abcdefg", "abcdefgh", "a" * MOST_LETTERS, "a" * (MOST_LETTERS + 1))
    assert [count_slips_forgiven(typed) for typed in letters] == [0, 1, 1, 2, 2, 0]


_LETTERS = st.text(alphabet="abc", max_size=8)


@given(_LETTERS, _LETTERS)
def test_slips_are_counted_as_they_are_defined(typed: str, word: str) -> None:
    counted = count_slips(typed, word, 2)
    wanted = _count_plainly(typed, word)
    if len(typed) >= 5:
        wanted = min(_count_plainly(typed, word[:end]) for end in range(len(word) + 1))
    assert counted == min(wanted, 3)


@given(st.text(alphabet="abcdefghijkl", min_size=4, max_size=14), st.data())
def test_any_slips_that_are_forgiven_are_forgiven_anywhere(word: str, data: st.DataObject) -> None:
    typed = word
    for _ in range(count_slips_forgiven(word)):
        at = data.draw(st.integers(0, len(typed) - 2))
        swapped = typed[:at] + typed[at + 1] + typed[at] + typed[at + 2 :]
        wrong, missing, more = (
            typed[:at] + put + typed[at + cut :] for put, cut in (("z", 1), ("", 1), ("z", 0))
        )
        typed = data.draw(st.sampled_from([swapped, wrong, missing, more]))
    if _count_plainly(typed, word) <= count_slips_forgiven(typed):
        assert [one.word for one in find_likely(f"\n{word}\n", typed)] == [word]


@given(
    st.text(alphabet="abcd", min_size=4, max_size=12),
    st.lists(st.text(alphabet="abcd", min_size=1, max_size=14)),
)
def test_no_word_within_reach_is_missed(typed: str, words: list[str]) -> None:
    """The search for parts leaves out nothing that measuring every word would find."""
    forgiven = count_slips_forgiven(typed)
    words = sorted(
        {*words, typed[1:], typed[:-1] + "a", typed[:2] + "b" + typed[2:], typed[1::-1] + typed[2:]} - {""}
    )
    wanted = {word for word in words if count_slips(typed, word, forgiven) <= forgiven}
    assert {one.word for one in find_likely("\n" + "\n".join(words) + "\n", typed)} == wanted


def test_few_words_of_other_books_are_taken_for_a_name_here() -> None:
    """Of words that this site has not, from pages about something else, hardly one is taken for a name of the site."""
    house = Path(__file__).parents[2]
    source = read_source(house / "content_packs" / "delhi")
    texts = [text for stop in source.stops for text in stop.texts if text.language == "en"]
    names = {word for text in texts for word in split_words(text.title)}
    pages = sorted((house / "docs" / "how-to").glob("*.md"))
    words = {word for page in pages for word in split_words(page.read_text("utf-8")) if word.isalpha()}
    others = sorted(
        word for word in words if len(word) >= 4 and not any(name.startswith(word) for name in names)
    )
    others = random.Random(3).sample(others, 500)
    vocabulary = "\n" + "\n".join(sorted(names)) + "\n"
    assert sum(bool(find_likely(vocabulary, word)) for word in others) <= 10  # 2 %


def _count_plainly(one: str, other: str) -> int:
    table = {(at, 0): at for at in range(len(one) + 1)} | {(0, at): at for at in range(len(other) + 1)}
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            same = one[i - 1] == other[j - 1]
            table[i, j] = min(table[i - 1, j - 1] + (not same), table[i - 1, j] + 1, table[i, j - 1] + 1)
            if i > 1 < j and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                table[i, j] = min(table[i, j], table[i - 2, j - 2] + 1)
    return table[len(one), len(other)]
