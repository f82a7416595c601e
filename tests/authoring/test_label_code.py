from __future__ import annotations

import pytest

from kiosk.authoring.label_code import (
    DOT_MM,
    find_module_mm,
    find_reach_m,
    fit_module_mm,
    make_label_code,
)


@pytest.mark.parametrize(
    ("length", "version", "correction"),
    [(20, 1, "M"), (29, 2, "Q"), (34, 2, "M"), (47, 3, "Q"), (48, 3, "M"), (62, 4, "Q")],
)
def test_correction_is_q_where_it_costs_no_version(length: int, version: int, correction: str) -> None:
    """Capacities of alphanumeric mode: 1 has 16 at Q and 20 at M, 2 has 29 and 38, 3 has 47 and 61."""
    code = make_label_code("HTTPS://Q.EXAMPLE/".ljust(length, "A")[:length])
    assert (code.version, code.correction) == (version, correction)
    assert len(code.modules) == 17 + 4 * version


def test_the_strong_code_is_h_and_costs_versions() -> None:
    text = "HTTPS://Q.EXAMPLE/JF4TPXJZW4GYH"
    assert make_label_code(text, "h").correction == "H"
    assert make_label_code(text, "h").version > make_label_code(text).version


def test_a_metre_takes_two_millimetres() -> None:
    """The rule that was measured: 3 pixels a module of a 1080p camera, 2.1 mm at 1 m."""
    assert find_module_mm(1.0) == pytest.approx(2.1, abs=0.03)
    assert find_reach_m(find_module_mm(1.0)) >= 1.0


@pytest.mark.parametrize("side_mm", [22.0, 36.1, 70.0, 186.0])
@pytest.mark.parametrize("across", [29, 33, 41])
def test_modules_are_whole_dots_and_the_code_is_not_too_wide(side_mm: float, across: int) -> None:
    module_mm = fit_module_mm(side_mm, across)
    assert module_mm / DOT_MM == pytest.approx(round(module_mm / DOT_MM))
    assert side_mm - across * DOT_MM < across * module_mm <= side_mm + 1e-6


def test_the_longest_label_is_still_a_card_s() -> None:
    longest = make_label_code(f"HTTPS://{'A' * 62}/JF4TPXJZW4GYH")
    assert longest.across <= 45
