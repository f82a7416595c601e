"""The drawn look at a print: always the same, smaller from farther, and with a wall around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from kiosk.authoring.label_code import QUIET_MODULES, make_label_code
from kiosk.scanning.print_view import see_print
from kiosk.scanning.zxing_reader import ZxingReader

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

TEXT = "HTTPS://QUTB.EXAMPLE/JF4TPXJZW4GYH"
DRAWN_PX = 8


@pytest.fixture
def printed() -> Plane:
    modules = np.pad(~np.array(make_label_code(TEXT).modules), QUIET_MODULES, constant_values=True)
    plane: Plane = np.kron(modules.astype(np.uint8) * 255, np.ones((DRAWN_PX, DRAWN_PX), np.uint8))
    return plane


@pytest.mark.parametrize(("module_px", "is_read"), [(4.0, True), (3.0, True), (2.0, False), (1.0, False)])
def test_reading_ends_between_two_and_three_pixels(printed: Plane, module_px: float, is_read: bool) -> None:
    seen = see_print(printed, module_px / DRAWN_PX)
    assert [code.text for code in ZxingReader().read(seen) if code.is_read] == [TEXT] * is_read


@pytest.mark.parametrize("yaw_deg", [-35.0, 0.0, 35.0])
@pytest.mark.parametrize("roll_deg", [0.0, 45.0, 180.0])
def test_it_is_read_from_the_side_and_turned(printed: Plane, yaw_deg: float, roll_deg: float) -> None:
    seen = see_print(printed, 4 / DRAWN_PX, yaw_deg=yaw_deg, roll_deg=roll_deg)
    assert [code.text for code in ZxingReader().read(seen)] == [TEXT]


def test_the_same_look_twice_is_the_same(printed: Plane) -> None:
    assert np.array_equal(see_print(printed, 0.4, seed=3), see_print(printed, 0.4, seed=3))
    assert not np.array_equal(see_print(printed, 0.4, seed=3), see_print(printed, 0.4, seed=4))


def test_the_print_s_edge_is_within_the_frame(printed: Plane) -> None:
    seen = see_print(printed, 0.5)
    edge = np.concatenate([seen[0], seen[-1], seen[:, 0], seen[:, -1]])
    assert edge.max() < 140
    assert seen.max() > 140
