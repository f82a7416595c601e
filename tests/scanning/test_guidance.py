from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from kiosk.scanning.events import Hint
from kiosk.scanning.guidance import Guide, Trial
from kiosk.scanning.measures import measure_code
from kiosk.scanning.optics import Optics
from kiosk.scanning.reader import Code, Corners
from kiosk.scanning.scenes import Label, Scene, View
from kiosk.scanning.zxing_reader import ZxingReader

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

FRAME_MS = 66
NEAR = View(distance_mm=400)
TRIED_LITTLE = Trial(tried_ms=500, brightest=200)


@cache
def draw(view: View) -> Plane:
    scene = Scene((Label("HTTPS://QUTB.EXAMPLE/7K3M9QXT2ABCD", "12"),), seed=4)
    return np.asarray(cv2.cvtColor(scene.look(view), cv2.COLOR_BGR2GRAY), np.uint8)


@cache
def find_code(view: View) -> Corners:
    """Where the code is: found in the same view with a perfect lens, in good light."""
    codes = ZxingReader().read(draw(replace(view, optics=Optics())))
    return next(code.corners for code in codes if code.is_read)


class Visitor:
    """Holds the camera so that a code is located and not read."""

    def __init__(self) -> None:
        self.guide = Guide()
        self.now_ms = 0
        self.told: list[str] = []

    def holds(
        self, view: View | None, frames: int = 20, drift_px: float = 0.0, trial: Trial = TRIED_LITTLE
    ) -> Visitor:
        for number in range(frames):
            self.now_ms += FRAME_MS
            codes = [] if view is None else [_make_code(find_code(view), drift_px * number)]
            luminance = np.zeros((720, 1280), np.uint8) if view is None else draw(view)
            hint = self.guide.see(codes, luminance, trial, self.now_ms)
            if hint is not None:
                self.told.append(str(hint))
        return self


def _make_code(corners: Corners, right_px: float) -> Code:
    a, b, c, d = ((x + right_px, y) for x, y in corners)
    return Code("", (a, b, c, d), "fake")


@pytest.mark.parametrize(
    ("view", "hint"),
    [
        (replace(NEAR, optics=Optics(light=0.05, grain=3)), Hint.MORE_LIGHT),
        (replace(NEAR, optics=Optics(glare=1.0, glare_x=0.5, glare_y=0.47)), Hint.LESS_GLARE),
        (View(distance_mm=1100), Hint.CLOSER),
        (replace(NEAR, optics=Optics(motion_px=14)), Hint.HOLD_STILL),
        (View(distance_mm=140, optics=Optics(defocus_px=14)), Hint.FARTHER),
    ],
    ids=lambda value: str(value) if isinstance(value, Hint) else "",
)
def test_what_hinders_is_named(view: View, hint: Hint) -> None:
    assert Visitor().holds(view).told == [hint]


def test_a_code_that_moves_is_to_be_held_still_rather_than_nearer() -> None:
    assert Visitor().holds(View(distance_mm=800), drift_px=30).told == [Hint.HOLD_STILL]


def test_what_hinders_for_a_moment_only_is_not_spoken_of() -> None:
    assert Visitor().holds(View(distance_mm=1100), frames=4).told == []


def test_the_word_does_not_flicker() -> None:
    visitor = Visitor()
    far = View(distance_mm=1100)
    shaded = replace(far, optics=Optics(light=0.05))
    for _ in range(40):
        visitor.holds(far, frames=2).holds(shaded, frames=1)
    assert visitor.told == [Hint.CLOSER]


def test_when_the_code_is_gone_the_word_goes_too() -> None:
    assert Visitor().holds(View(distance_mm=1100)).holds(None, frames=40).told == [Hint.CLOSER, Hint.NONE]


def test_when_the_code_is_read_the_word_goes_at_once() -> None:
    visitor = Visitor().holds(View(distance_mm=1100))
    assert visitor.guide.clear() is Hint.NONE
    assert visitor.guide.clear() is None


def test_a_room_too_dark_to_find_any_code_is_told_too() -> None:
    assert Visitor().holds(None, trial=Trial(500, brightest=14)).told == [Hint.MORE_LIGHT]


def test_a_dark_room_in_which_nobody_tries_is_left_alone() -> None:
    assert Visitor().holds(None, trial=Trial(0, brightest=14)).told == []


def test_where_no_code_is_found_at_all_a_step_nearer_is_asked_for_in_the_end() -> None:
    visitor = Visitor().holds(None, frames=40)
    assert visitor.told == []
    assert visitor.holds(None, trial=Trial(3500, brightest=200)).told == [Hint.CLOSER]


def test_a_code_that_comes_and_goes_is_lost_to_a_shaking_hand() -> None:
    visitor = Visitor()
    for _ in range(20):
        visitor.holds(replace(NEAR, optics=Optics(motion_px=14)), frames=1).holds(None, frames=4)
    assert visitor.told == [Hint.HOLD_STILL]


@pytest.mark.parametrize(
    "corners",
    [
        ((0, 0), (0, 0), (0, 0), (0, 0)),
        ((0, 0), (10, 0), (20, 0), (30, 0)),
        ((-1e6, -1e6), (1e6, -1e6), (1e6, 1e6), (-1e6, 1e6)),
        ((5, 5), (80, 5), (5, 80), (80, 80)),
    ],
    ids=["a point", "a line", "larger than the world", "crossed"],
)
def test_corners_of_no_shape_a_code_can_have_do_no_harm(corners: Corners) -> None:
    random = np.random.default_rng(1).integers(0, 256, (90, 160), dtype=np.uint8)
    view = measure_code(random, corners)
    assert 0 <= view.clearness <= 1 and 0 <= view.glare <= 1
