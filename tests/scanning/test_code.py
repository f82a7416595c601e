"""What a code tells of the label it was read from."""

from __future__ import annotations

import pytest

from kiosk.scanning.reader import Code

SQUARE = ((0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 9.0))


def test_a_plain_read_tells_how_much_of_the_labels_correction_is_left() -> None:
    assert Code("text", SQUARE, "zxing", spare=0.7).label_spare == 0.7


@pytest.mark.parametrize(
    "code",
    [
        Code("text", SQUARE, "zxing", spare=0.7).moved_to(SQUARE, "near"),
        Code("", SQUARE, "zxing", spare=0.7),
        Code("text", SQUARE, "pyzbar"),
    ],
)
def test_what_was_helped_not_read_or_not_told_says_nothing_of_it(code: Code) -> None:
    assert code.label_spare is None
