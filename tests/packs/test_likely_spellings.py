"""The same name in another Latin spelling is found, and nothing that was found before sinks."""

from __future__ import annotations

import random
import string
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.packs.library import Library
from kiosk.packs.likely_spellings import find_spellings, fold_sounds
from kiosk.packs.word_lookup import NOWHERE, WordLookup
from tests.fakes.searched_library import open_words

# As maps, gazetteers, tickets and people write them. Source: ICS-630-01 (2015), the Survey of India's Hunterian names
# and those of the Archaeological Survey's lists from before it.
SAME_SOUND = (
    ("kutb", "qutb"), ("qutub", "kutub"), ("meenar", "minar"), ("humayoun", "humayun"), ("hoomayoon", "humayun"),
    ("alaee", "alai"), ("darvaza", "darwaza"), ("darwazah", "darwaza"), ("darvaja", "darwaza"), ("tuglak", "tughlaq"),
    ("eltutmish", "iltutmish"), ("kuwwat", "quwwat"), ("kadeem", "qadim"), ("phiroz", "firoz"), ("yousuf", "yusuf"),
    ("prakas", "prakash"), ("nawab", "navab"), ("khutbah", "khutba"), ("chiragh", "chirag"), ("sheesh", "shish"),
    ("ʿalaʾi", "alai"), ("seekree", "sikri"), ("jay", "jai"), ("macca", "makka"),
)  # fmt: skip
ONE_VOWEL = (
    ("kutub", "qutb"), ("tughluq", "tughlaq"), ("khilji", "khalji"), ("mehroli", "mehrauli"), ("feroze", "firoz"),
    ("safdarjang", "safdarjung"), ("mahal", "mehal"), ("mohammed", "muhammad"), ("masjid", "musjid"), ("ajmer", "ajmere"),
)  # fmt: skip
OTHERS = (
    ("lalu", "lila"),
    ("minar", "manor"),
    ("qutb", "kitab"),
    ("chand", "kand"),
    ("red", "raid"),
)


def sound(word: str) -> str:
    return fold_sounds(f"\n{word}\n").strip("\n")


def list_words(*words: str) -> str:
    return "\n".join(["", *sorted(words), ""])


def find(typed: str, *words: str) -> list[str]:
    vocabulary = list_words(*words)
    return find_spellings(vocabulary, fold_sounds(vocabulary), typed)


@pytest.mark.parametrize(("one", "other"), SAME_SOUND)
def test_spellings_of_one_sound_are_one(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(("one", "other"), [*SAME_SOUND, *ONE_VOWEL])
def test_a_name_is_found_by_its_other_spelling_both_ways(one: str, other: str) -> None:
    for typed, written in ((one, other), (other, one)):
        if typed.isascii() and len(typed) >= 4:
            assert find(typed, "arch", written, "zenana") == [written]


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_other_words_are_others(one: str, other: str) -> None:
    assert find(one, other) == []


def test_the_same_sound_comes_before_a_beginning_and_both_before_another_vowel() -> None:
    assert find("meenar", "minar", "minaret", "munar") == ["minar"]
    assert find("meenar", "minaret", "munar") == ["minaret"]
    assert find("meenar", "munar") == ["munar"]


@pytest.mark.parametrize("typed", ["", "qtb", "1648", "k" * 40, ".*.*", "कुतुब", "\n\n\n\n", "hhhh", "''''"])
def test_what_is_no_name_in_latin_letters_finds_nothing(typed: str) -> None:
    assert find(typed, "qutb", "", "कुतुब") == []


@given(st.lists(st.text(string.ascii_lowercase + "ʿʾ'कुم", min_size=1, max_size=12), max_size=30))
def test_the_sounds_keep_their_lines(words: list[str]) -> None:
    vocabulary = list_words(*words)
    sounds = fold_sounds(vocabulary)
    assert [sound(word) for word in vocabulary.split("\n")] == sounds.split("\n")


@pytest.fixture(scope="module")
def delhi() -> Iterator[Library]:
    with open_words() as library:
        yield library


@pytest.mark.parametrize(
    ("typed", "stop"),
    [
        ("Kutub", "qutb-minar"),
        ("kutub meenaar", "qutb-minar"),
        ("Alaee Darvaza", "alai-darwaza"),
        ("Eltutmish", "iltutmish-tomb"),
    ],
)
def test_names_of_the_demonstration_are_found(delhi: Library, typed: str, stop: str) -> None:
    found = delhi.search("qutb", "en", typed)
    assert found.is_near and found.stops[0].id == f"qutb/{stop}"
    assert delhi.search("qutb", "hi", typed).stops, "in the fall-back's letters too"


def test_what_was_found_before_is_found_as_before(delhi: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(4)
    glances = " ".join(delhi.glances("qutb", "en").values()).split()
    typed = [word for word in glances if len(word) > 3][::6]
    typed += [
        word[:at] + rng.choice("aeiouhkqwz") + word[at + 1 :]
        for word in typed
        if (at := rng.randrange(len(word))) >= 0
    ]
    now = {word: delhi.search("qutb", "en", word) for word in typed}
    monkeypatch.setattr(WordLookup, "_look_up_spelled", lambda *_: NOWHERE)
    before = {word: delhi.search("qutb", "en", word) for word in typed}
    assert [word for word, found in before.items() if not found.is_empty and found != now[word]] == []
