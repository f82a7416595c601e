"""Which paper a printer takes."""

from __future__ import annotations

import pytest

from kiosk.passes.media import choose_medium, find_medium


@pytest.mark.parametrize(
    ("name", "width_mm", "height_mm", "is_receipt"),
    [
        ("iso_a6_105x148mm", 105, 148, False),
        ("iso_a4_210x297mm", 210, 297, False),
        ("na_letter_8.5x11in", 215.9, 279.4, False),
        ("custom_80.01x199.99mm_80.01x199.99mm", 80.01, 199.99, True),
        ("om_x58mmy210mm_58x210mm", 58, 210, True),
        ("om_roll_80x3276mm", 80, 3276, True),
    ],
)
def test_a_name_says_a_size(name: str, width_mm: float, height_mm: float, is_receipt: bool) -> None:
    medium = find_medium(name)
    assert medium is not None and medium.is_receipt is is_receipt
    assert (medium.width_mm, medium.height_mm) == pytest.approx((width_mm, height_mm))


@pytest.mark.parametrize(
    "name",
    [
        *("", "a4", "oe_small_20x60mm", "custom_max_9999x99999mm", "iso_a4_210x297", "iso_a9_37x52mm"),
        *("x" * 300 + "_80x200mm", "custom_0x0mm", "custom_1e9x200mm"),
    ],
)
def test_what_no_pass_fits_on_is_no_paper(name: str) -> None:
    assert find_medium(name) is None


def test_the_printers_usual_paper_comes_first() -> None:
    ready, known = ["iso_a4_210x297mm"], ["iso_a6_105x148mm"]
    assert choose_medium(["om_80x200mm"], ready, known) == find_medium("om_80x200mm")
    assert choose_medium(["none"], ready, known) == find_medium("iso_a4_210x297mm")
    assert choose_medium([], [], known) == find_medium("iso_a6_105x148mm")
    assert choose_medium([], [], ["unknown"]) is None
