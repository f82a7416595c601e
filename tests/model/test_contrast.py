"""Contrast: known ratios, and every accent made readable on every surface."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.contrast import SURFACES, contrast_ratio, ink_on, is_colour, make_readable

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_the_known_ratios() -> None:
    assert contrast_ratio("#000000", "#ffffff") == pytest.approx(21)
    assert contrast_ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast_ratio("#b5522c", "#b5522c") == 1


@given(colours, st.sampled_from(sorted(SURFACES.values())), st.sampled_from([4.5, 7.0]))
def test_any_accent_is_made_readable(accent: str, surface: str, wanted: float) -> None:
    assert contrast_ratio(make_readable(accent, surface, wanted), surface) >= wanted


@given(colours)
def test_some_ink_is_readable_on_any_colour(surface: str) -> None:
    assert contrast_ratio(ink_on(surface), surface) >= 4.5


def test_an_accent_that_is_readable_stays() -> None:
    assert make_readable("#d9a45b", "#15130f") == "#d9a45b"


@pytest.mark.parametrize("text", ["", "red", "#fff", "#12345g", "#1234567", "url(x)"])
def test_what_is_no_colour_is_told(text: str) -> None:
    assert not is_colour(text)
    with pytest.raises(ValueError, match="not a colour"):
        contrast_ratio(text, "#000000")
