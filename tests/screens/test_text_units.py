"""Characters and Qt's units of UTF-16."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.screens.text_units import TextUnits


@given(st.text(alphabet="aक👑é🏰\n", max_size=40))
def test_it_agrees_with_utf_16(text: str) -> None:
    units = TextUnits(text)
    for at in range(len(text) + 1):
        unit = len(text[:at].encode("utf-16-le")) // 2
        assert units.to_unit(at) == unit
        assert units.to_character(unit) == at


def test_the_second_half_of_a_sign_belongs_to_it() -> None:
    assert [TextUnits("a👑b").to_character(unit) for unit in range(4)] == [0, 1, 1, 2]
