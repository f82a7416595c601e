from __future__ import annotations

import pytest

from kiosk.authoring.label_code import make_label_code


@pytest.mark.parametrize(
    ("length", "version", "correction"),
    [(20, 1, "M"), (29, 2, "Q"), (34, 2, "M"), (47, 3, "Q"), (48, 3, "M"), (62, 4, "Q")],
)
def test_correction_is_q_where_it_costs_no_version(length: int, version: int, correction: str) -> None:
    """Capacities of alphanumeric mode: 1 has 16 at Q and 20 at M, 2 has 29 and 38, 3 has 47 and 61."""
    code = make_label_code("HTTPS://Q.EXAMPLE/".ljust(length, "A")[:length])
    assert (code.version, code.correction) == (version, correction)
    assert len(code.modules) == 17 + 4 * version


def test_the_longest_label_fits_its_card() -> None:
    longest = make_label_code(f"HTTPS://{'A' * 62}/JF4TPXJZW4GYH")
    assert longest.side_mm <= 87
