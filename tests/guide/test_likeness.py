"""How much stops have in common."""

from __future__ import annotations

import pytest

from kiosk.guide.likeness import Likeness
from tests.guide.grounds import card

CARDS = [
    card("lamp", tags=("bronze", "light")),
    card("bell", tags=("bronze", "sound")),
    card("well", tags=("water",)),
    card("gate"),
]
TEXTS = {
    "site/lamp": "A lamp of five wicks with peacocks on its rim",
    "site/well": "Peacocks drink at the well",
    "site/gate": "Peacocks sit on the gate with five wicks",
}


def test_what_has_nothing_in_common_is_not_alike_and_like_itself_wholly() -> None:
    alike = Likeness(CARDS, TEXTS)
    assert alike.between("site/bell", "site/well") == 0
    assert alike.between("site/lamp", "site/lamp") == pytest.approx(1)
    assert alike.between("site/lamp", "site/none") == alike.between("site/none", "site/lamp") == 0


def test_tags_weigh_more_than_words() -> None:
    alike = Likeness(CARDS, TEXTS)
    assert alike.between("site/lamp", "site/bell") == pytest.approx(0.6 / 3)
    assert 0 < alike.between("site/lamp", "site/well") < alike.between("site/lamp", "site/bell")


def test_of_a_stop_without_tags_the_words_tell() -> None:
    assert Likeness(CARDS, TEXTS).between("site/gate", "site/lamp") > 0.1


@pytest.mark.parametrize(
    ("one", "other"),
    [("क़ुतुब मीनार की सीढ़ियाँ", "मीनार ऊँची है"), ("مئذنة قطب العالية", "قبر قرب مئذنة")],
)
def test_words_of_any_script_are_words(one: str, other: str) -> None:
    cards = [card("a"), card("b"), card("c")]
    alike = Likeness(cards, {"site/a": one, "site/b": other, "site/c": "x"})
    assert 0 < alike.between("site/a", "site/b") < 1 and alike.between("site/a", "site/c") == 0
