from __future__ import annotations

from dataclasses import replace
from math import sin
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from kiosk.scanning.dark_stack import STACKED_FRAMES, DarkStack
from kiosk.scanning.ladder import Ladder
from kiosk.scanning.optics import Optics
from kiosk.scanning.overlay import find_overlay
from kiosk.scanning.scenes import Label, Scene, View
from kiosk.scanning.zxing_reader import ZxingReader

if TYPE_CHECKING:
    import numpy.typing as npt

    from kiosk.scanning.frame import Plane
    from kiosk.scanning.overlay import Levels
    from kiosk.scanning.reader import Code

TEXT = "HTTPS://QUTB.EXAMPLE/7K3M9QXT2ABCD"
DARK = Optics(light=0.03, grain=3, defocus_px=0.8, motion_px=1.5)


def draw_in_the_dark(frames: int, seed: int = 5) -> list[Plane]:
    """Draw a label that a hand holds the camera at."""
    scene = Scene((Label(TEXT, "12"),), seed)
    views = [
        View(
            distance_mm=430,
            roll_deg=3 + 0.5 * sin(number),
            shift_x=0.01 * sin(1.3 * number),
            shift_y=0.01 * sin(0.7 * number + 1),
            optics=DARK,
        )
        for number in range(frames)
    ]
    return [np.asarray(cv2.cvtColor(scene.look(view), cv2.COLOR_BGR2GRAY), np.uint8) for view in views]


def read(luminance: Plane) -> list[Code]:
    return [code for code in Ladder(budget_ms=None).read(luminance) if code.is_read]


def as_levels(picture: npt.ArrayLike) -> Levels:
    return np.asarray(picture, np.float32)


def test_frames_that_nothing_can_be_read_from_say_it_together() -> None:
    frames, stack = draw_in_the_dark(6), DarkStack()
    for frame in frames:
        stack.add(frame)
    assert not any(code.is_read for code in Ladder().read(frames[-1], budget_ms=40))
    average = stack.find_average()
    assert average is not None and [code.text for code in read(average)] == [TEXT]


def test_the_code_is_where_the_newest_frame_has_it() -> None:
    frames, stack = draw_in_the_dark(6), DarkStack()
    for frame in frames:
        stack.add(frame)
    average = stack.find_average()
    assert average is not None and average.shape == frames[-1].shape
    lit = replace(
        View(distance_mm=430, roll_deg=3 + 0.5 * sin(5)), shift_x=0.01 * sin(6.5), shift_y=0.01 * sin(4.5)
    )
    clear = cv2.cvtColor(Scene((Label(TEXT, "12"),), 5).look(lit), cv2.COLOR_BGR2GRAY)
    (expected,) = ZxingReader().read(np.asarray(clear, np.uint8))
    (found,) = read(average)
    assert np.abs(np.array(found.centre) - np.array(expected.centre)).max() < 6


def test_too_few_frames_give_no_average() -> None:
    stack = DarkStack()
    for frame in draw_in_the_dark(2):
        stack.add(frame)
    assert not stack.is_ready and stack.find_average() is None


def test_another_view_begins_a_new_stack() -> None:
    stack = DarkStack()
    for frame in draw_in_the_dark(5):
        stack.add(frame)
    stack.add(np.random.default_rng(1).integers(0, 40, (720, 1280), dtype=np.uint8)[:, ::-1])
    for _ in range(2):
        stack.add(np.zeros((480, 640), np.uint8))
    assert not stack.is_ready


def test_it_keeps_no_more_frames_than_it_needs_and_lets_go_of_them() -> None:
    stack = DarkStack()
    for frame in draw_in_the_dark(STACKED_FRAMES + 4):
        stack.add(frame)
    assert len(stack._kept) == STACKED_FRAMES
    stack.clear()
    assert stack.find_average() is None


@pytest.mark.parametrize("shape", [(1, 1), (3, 5), (16, 2000), (720, 1280)])
@pytest.mark.parametrize("level", [0, 7, 255])
def test_black_white_and_tiny_frames_do_no_harm(shape: tuple[int, int], level: int) -> None:
    stack = DarkStack()
    for _ in range(5):
        stack.add(np.full(shape, level, np.uint8))
    average = stack.find_average()
    assert average is None or average.shape == shape


@pytest.mark.parametrize(("across", "down", "turn_deg"), [(0, 0, 0), (9, -5, 0), (-6, 3, 1.0), (4, 4, -1.2)])
def test_a_moved_and_turned_view_is_laid_over(across: float, down: float, turn_deg: float) -> None:
    random = np.random.default_rng(2)
    view = as_levels(cv2.GaussianBlur(random.normal(60, 60, (144, 256)), (0, 0), 2))
    moved = cv2.getRotationMatrix2D((128, 72), turn_deg, 1)
    moved[:, 2] += np.array([across, down])
    seen = as_levels(cv2.warpAffine(view, moved, (256, 144), borderMode=cv2.BORDER_REFLECT))
    found = find_overlay(view, as_levels(seen + random.normal(0, 4, (144, 256))))
    assert found is not None
    corners = np.array([[80, 40, 1], [180, 40, 1], [180, 100, 1], [80, 100, 1]]).T
    assert np.abs(found[:2] @ corners - moved @ corners).max() < 0.8
