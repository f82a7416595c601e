"""Forgives what visitors type for a stop's number: signs left out, letters left out, one slip of a finger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.model.content import StopCard
from kiosk.packs.folding import fold_number

MOST_NEAR = 3
MOST_LETTERS = 8
MAX_NUMBER = 12
"""Signs; no stop's number is longer (see the pack source)."""

_ROWS = ("123", "456", "789", " 0 ")
_KEYS = {sign: (row, column) for row, signs in enumerate(_ROWS) for column, sign in enumerate(signs)}


@dataclass(frozen=True, slots=True)
class NumberAnswer:
    """What a typed number may mean. ``meant`` bear it; ``near`` bear another that a slip turns into it."""

    meant: tuple[StopCard, ...] = ()
    near: tuple[StopCard, ...] = ()


def answer_number(typed: str, exact: Sequence[str], cards: Sequence[StopCard]) -> NumberAnswer:
    """Return which stops ``typed`` may mean.

    Args:
        typed: What was typed, at most ``MAX_NUMBER`` signs.
        exact: Ids of the stops with this very number, as the packs find them.
        cards: All stops of the site, in the curator's order.
    """
    if exact:
        return NumberAnswer(meant=tuple(card for card in cards if card.id in exact))
    wanted = _plain(typed)
    if not wanted:
        return NumberAnswer()
    numbered = [(card, _plain(card.number)) for card in cards if card.number]
    for is_meant in (_is_same, _is_but_for_letters, _is_part):
        meant = tuple(card for card, number in numbered if is_meant(card.number, number, wanted))
        if meant:
            return NumberAnswer(meant=meant)
    return NumberAnswer(near=_find_near(wanted, numbered))


def list_letters(cards: Iterable[StopCard]) -> list[str]:
    """Return the letters in the stops' numbers, in order, for keys of their own; [] where there are too many."""
    letters = {sign for card in cards for sign in _plain(card.number) if sign.isalpha()}
    return sorted(letters) if len(letters) <= MOST_LETTERS else []


def _plain(number: str) -> str:
    """Return the letters and digits of a number, folded; its points and hyphens are not on the pad."""
    return "".join(sign for sign in fold_number(number) if sign.isalnum())


def _is_same(_written: str, number: str, wanted: str) -> bool:
    return number == wanted


def _is_but_for_letters(_written: str, number: str, wanted: str) -> bool:
    """Tell whether only letters are missing: 12 for 12a or B12."""
    return wanted.isdigit() and "".join(sign for sign in number if sign.isdigit()).lstrip("0") == wanted


def _is_part(written: str, number: str, wanted: str) -> bool:
    """Tell whether a part of its own follows: 12 for 12a1 and 12.1, and not for 120."""
    if not wanted.isdigit() or not number.startswith(wanted):
        return False
    folded = fold_number(written)
    return not number[len(wanted)].isdigit() or (
        folded.startswith(wanted) and not folded[len(wanted)].isalnum()
    )


def _find_near(wanted: str, numbered: Sequence[tuple[StopCard, str]]) -> tuple[StopCard, ...]:
    if len(wanted) < 2:  # everything is near a single digit
        return ()
    ranked = [
        (slip, place, card)
        for place, (card, number) in enumerate(numbered)
        if (slip := _find_slip(wanted, number)) is not None
    ]
    return tuple(card for _slip, _place, card in sorted(ranked, key=lambda one: one[:2])[:MOST_NEAR])


def _find_slip(typed: str, number: str) -> int | None:
    """Return how likely one slip makes ``number`` to ``typed`` (0 the likeliest), None where it takes more than one."""
    if len(typed) == len(number):
        return _find_exchange(typed, number)
    longer, shorter = (typed, number) if len(typed) > len(number) else (number, typed)
    if len(longer) - len(shorter) != 1:
        return None
    leaves = any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
    return 1 if leaves else None


def _find_exchange(typed: str, number: str) -> int | None:
    wrong = [at for at, (one, other) in enumerate(zip(typed, number, strict=True)) if one != other]
    if len(wrong) == 2 and wrong[1] == wrong[0] + 1:
        swapped = typed[wrong[0]] == number[wrong[1]] and typed[wrong[1]] == number[wrong[0]]
        return 0 if swapped else None
    if len(wrong) != 1:
        return None
    return 2 if _are_neighbours(typed[wrong[0]], number[wrong[0]]) else 3


def _are_neighbours(one: str, other: str) -> bool:
    """Tell whether two keys of the pad touch."""
    if one not in _KEYS or other not in _KEYS:
        return False
    (row, column), (other_row, other_column) = _KEYS[one], _KEYS[other]
    return abs(row - other_row) <= 1 and abs(column - other_column) <= 1
