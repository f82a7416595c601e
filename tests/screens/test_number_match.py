"""What a typed number may mean: letters left out, signs left out, a slip of the finger; and what it does not."""

from __future__ import annotations

import pytest

from kiosk.model.content import StopCard
from kiosk.screens.number_match import MOST_LETTERS, answer_number, list_letters


def make_cards(*numbers: str) -> list[StopCard]:
    """Return one stop for each number; its id is the number."""
    return [
        StopCard(
            id=number,
            site_id="mill",
            number=number,
            title=number,
            where="",
            order=place,
            floor_id="",
            plan_x=None,
            plan_y=None,
            lat=None,
            lon=None,
            tags=(),
            thumbnail="",
            focus_x=0.5,
            focus_y=0.5,
        )
        for place, number in enumerate(numbers)
    ]


HOUSE = make_cards("1", "2", "12a", "12b", "112", "113", "120", "B7", "A-9", "31.2", "211", "")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12", ["12a", "12b"]),
        ("012", ["12a", "12b"]),
        ("12A", ["12a"]),
        ("12 a", ["12a"]),
        ("١٢", ["12a", "12b"]),
        ("7", ["B7"]),
        ("b7", ["B7"]),
        ("31", ["31.2"]),
        ("a9", ["A-9"]),
        ("9", ["A-9"]),
        ("312", ["31.2"]),
    ],
)
def test_what_is_left_out_is_forgiven(typed: str, meant: list[str]) -> None:
    answer = answer_number(typed, [], HOUSE)
    assert [card.id for card in answer.meant] == meant
    assert answer.near == ()


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("121", ["112", "211", "12a"]),
        ("1112", ["112"]),
        ("110", ["120", "112", "113"]),
        ("b07", ["B7"]),
        ("11", ["1", "112", "113"]),
    ],
)
def test_a_slip_of_the_finger_brings_what_was_likely_meant(typed: str, near: list[str]) -> None:
    answer = answer_number(typed, [], HOUSE)
    assert answer.meant == ()
    assert [card.id for card in answer.near] == near


@pytest.mark.parametrize("typed", ["8", "555", "99999", "-", "..", "0"])
def test_what_means_nothing_brings_nothing(typed: str) -> None:
    answer = answer_number(typed, [], HOUSE)
    assert answer.meant == answer.near == ()


def test_the_packs_own_answer_goes_before_all_guesses() -> None:
    answer = answer_number("12", ["12b", "12a"], HOUSE)
    assert [card.id for card in answer.meant] == ["12a", "12b"]


def test_letters_are_keys_where_numbers_have_few_of_them() -> None:
    assert list_letters(HOUSE) == ["a", "b"]
    assert list_letters(make_cards("1", "2")) == []
    alphabet = "abcdefghijklm"
    assert len(alphabet) > MOST_LETTERS
    assert list_letters(make_cards(*(f"1{letter}" for letter in alphabet))) == []


def test_five_thousand_stops_are_looked_through_at_once() -> None:
    many = make_cards(*(str(number) for number in range(1, 5_001)))
    answer = answer_number("50001", [], many)
    assert [card.id for card in answer.near] == ["5000"]
