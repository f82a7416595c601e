"""What a visitor said can be shortened, and says so; it cannot be made to say anything else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.hub.cutting import ELLIPSIS, NotACutError, cut

SAID = "My name is Asha, call 98765 43210.\nThe tower is lovely ... and cool."


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        (SAID, SAID),
        (SAID.replace("\n", "\r\n"), SAID),
        ("The tower is lovely ... and cool.", "… The tower is lovely ... and cool."),
        ("My name is The tower is cool.", "My name is …\nThe tower is … cool."),
        ("My name is … The tower is [...] cool.", "My name is …\nThe tower is … cool."),
        ("My name is", "My name is …"),
        (" \n … ", ""),
        ("", ""),
    ],
)
def test_words_are_left_out_and_it_shows_where(wanted: str, shown: str) -> None:
    assert cut(SAID, wanted) == shown


@pytest.mark.parametrize(
    ("wanted", "word"),
    [("My name was Asha,", "was"), ("tower The", "The"), ("cool. cool.", "cool."), ("name is Asha", "Asha")],
)
def test_no_word_is_added_changed_moved_or_said_twice(wanted: str, word: str) -> None:
    with pytest.raises(NotACutError) as error:
        cut(SAID, wanted)
    assert error.value.word == word


def test_scripts_without_spaces_are_cut_sign_by_sign() -> None:
    assert cut("彼女は美しい。", "彼女美しい。") == "彼女 … 美しい。"
    assert cut("ฉันชอบที่นี่", "ฉันชอบ") == "ฉันชอบ …"


@given(st.text(max_size=60))
def test_all_of_it_is_a_cut_of_it(said: str) -> None:
    assert cut(said, said) == said.strip() or not said.strip() or cut(said, said).split() == said.split()


@given(st.lists(st.sampled_from(["a", "bb", "ا", "नमस्ते"]), max_size=12), st.data())
def test_what_is_kept_is_what_was_said_in_its_order(words: list[str], data: st.DataObject) -> None:
    kept = [word for word in words if data.draw(st.booleans())]
    shown = cut(" ".join(words), " ".join(kept)).split()
    assert [word for word in shown if word != ELLIPSIS] == kept
    assert (ELLIPSIS in shown) == (0 < len(kept) < len(words))
