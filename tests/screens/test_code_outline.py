"""Outlines lie over the code in the picture, also where the picture is shown as a mirror."""

from __future__ import annotations

import pytest

from kiosk.scanning.reader import Code
from kiosk.screens.code_outline import find_place, make_outlines

CODE = Code("", ((100.0, 50.0), (200.0, 60.0), (190.0, 160.0), (110.0, 150.0)), "fake")


def test_an_outline_is_in_shares_of_the_picture() -> None:
    (outline,) = make_outlines([CODE], 400, 200, mirrored=False)
    assert outline["corners"] == [
        {"x": 0.25, "y": 0.25},
        {"x": 0.5, "y": 0.3},
        {"x": 0.475, "y": 0.8},
        {"x": 0.275, "y": 0.75},
    ]
    assert outline["read"] is False


def test_in_a_mirror_left_is_right() -> None:
    (outline,) = make_outlines([CODE], 400, 200, mirrored=True)
    assert outline["corners"] == [
        {"x": 0.75, "y": 0.25},
        {"x": 0.5, "y": 0.3},
        {"x": 0.525, "y": 0.8},
        {"x": 0.725, "y": 0.75},
    ]


@pytest.mark.parametrize(("mirrored", "left"), [(False, 0.25), (True, 0.5)])
def test_its_place_is_the_upright_rectangle_around_it(mirrored: bool, left: float) -> None:
    place = find_place(CODE, 400, 200, mirrored=mirrored)
    assert place == pytest.approx({"x": left, "y": 0.25, "width": 0.25, "height": 0.55, "ratio": 2.0})
