"""Codes on what is bent, torn or tilted: drawn so that a plain read gets nothing, and read by their grid."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
import segno

from kiosk.scanning.finder_pairs import find_guessed_triples
from kiosk.scanning.finder_patterns import find_finders, find_hearts, merge_finders
from kiosk.scanning.finder_triples import find_triples, list_versions
from kiosk.scanning.grid_reader import GridReader, GridRules
from kiosk.scanning.opencv import load_cv2
from kiosk.scanning.zxing_reader import ZxingReader

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

TEXT = "HTTPS://QUTB.EXAMPLE/7K3M9QXT2ABCD"
MODULE_PX = 6
BORDER = 8
cv2 = load_cv2()


def draw(text: str = TEXT, version: int = 3) -> Plane:
    matrix = np.array(segno.make(text, version=version, error="m", micro=False).matrix, np.uint8) > 0
    dark = np.kron(np.pad(matrix, BORDER), np.ones((MODULE_PX, MODULE_PX), np.uint8))
    plane: Plane = np.where(dark > 0, 30, 220).astype(np.uint8)
    return plane


def bend(plane: Plane, modules: float) -> Plane:
    """Push the middle sideways and the lower right down, as a creased sheet does."""
    height_px, width_px = plane.shape
    x, y = np.meshgrid(np.arange(width_px, dtype=np.float32), np.arange(height_px, dtype=np.float32))
    off = modules * MODULE_PX
    wave = np.sin(np.pi * y / height_px)
    bent: Plane = cv2.remap(
        plane,
        (x + off * wave).astype(np.float32),
        (y + off * np.sin(np.pi * x / width_px)).astype(np.float32),
        cv2.INTER_LINEAR,
        borderValue=220,
    )
    return bent


def invert(plane: Plane) -> Plane:
    return np.where(plane < 128, 255, 0).astype(np.uint8)


def test_a_creased_label_is_read_that_a_plain_read_does_not() -> None:
    creased = bend(draw(), 2.2)
    assert not any(code.is_read for code in ZxingReader().read(creased))
    (code,) = GridReader().read(creased)
    assert code.text == TEXT
    assert code.spare is not None and code.spare > 0.5


def test_a_label_with_a_finder_torn_off_is_read_by_the_other_two() -> None:
    torn = draw()
    torn[: (BORDER + 5) * MODULE_PX, : (BORDER + 5) * MODULE_PX] = 220
    assert not any(code.is_read for code in ZxingReader().read(torn))
    assert GridReader().read(torn) == []
    (code,) = GridReader(GridRules(guesses=12)).read(torn)
    assert code.text == TEXT


@pytest.mark.parametrize("corner", [(0, 0), (0, 1), (1, 0)])
def test_whichever_finder_is_covered(corner: tuple[int, int]) -> None:
    plane = draw()
    far = plane.shape[0] - (BORDER + 7) * MODULE_PX
    top, left = (BORDER * MODULE_PX if part == 0 else far for part in corner)
    plane[top : top + 4 * MODULE_PX, left : left + 7 * MODULE_PX] = 220
    (code,) = GridReader(GridRules(guesses=12)).read(plane)
    assert code.text == TEXT


@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_corners_go_round_the_code_as_it_stands(turn: int) -> None:
    plane = np.ascontiguousarray(np.rot90(draw(), turn))
    (code,) = GridReader().read(plane)
    near, far = BORDER * MODULE_PX, plane.shape[0] - BORDER * MODULE_PX
    square = [(near, near), (far, near), (far, far), (near, far)]
    expected = [square[(number - turn) % 4] for number in range(4)]
    assert all(math.dist(a, b) < 4 for a, b in zip(code.corners, expected, strict=True))


def test_a_code_seen_from_far_aside_is_read() -> None:
    plane = draw()
    side = plane.shape[0]
    square = np.array([[0, 0], [side, 0], [side, side], [0, side]], np.float32)
    leaning = np.array([[0, 0], [0.4 * side, 0.2 * side], [0.4 * side, 0.8 * side], [0, side]], np.float32)
    matrix = cv2.getPerspectiveTransform(square, leaning)
    seen: Plane = cv2.warpPerspective(plane, matrix, (side, side), flags=cv2.INTER_AREA, borderValue=220)
    assert [code.text for code in GridReader().read(seen)] == [TEXT]


@pytest.mark.parametrize("version", [1, 2, 5, 7, 14, 25, 40])
def test_the_size_is_told_from_the_finders(version: int) -> None:
    plane = draw("7", version)
    finders = merge_finders(find_finders(invert(plane), find_hearts(invert(plane))))
    (triple, *_) = find_triples(finders)
    assert version in list_versions(triple)
    assert [code.text for code in GridReader().read(plane)] == ["7"]


def test_nothing_is_read_where_modules_are_chance() -> None:
    random = np.random.default_rng(4)
    reader = GridReader(GridRules(guesses=12))
    for _ in range(12):
        plane = draw()
        inside = slice((BORDER + 9) * MODULE_PX, -(BORDER + 9) * MODULE_PX)
        part = plane[inside, inside]
        chance = random.integers(0, 2, (len(part) // MODULE_PX,) * 2)
        part[:] = np.where(np.kron(chance, np.ones((MODULE_PX, MODULE_PX))) > 0, 30, 220)
        assert [code.text for code in reader.read(plane)] in ([], [TEXT])


def test_time_that_is_up_ends_the_reading() -> None:
    asked = []

    def may_go_on() -> bool:
        asked.append(1)
        return False

    assert GridReader().read(bend(draw(), 2.2), may_go_on) == []
    assert len(asked) <= 3


@pytest.mark.parametrize("shape", [(0, 0), (5, 700), (31, 31), (33, 40), (64, 2000)])
def test_any_shape_of_picture_will_do(shape: tuple[int, int]) -> None:
    plane = np.random.default_rng(1).integers(0, 256, shape).astype(np.uint8)
    assert GridReader(GridRules(guesses=4)).read(plane) == []


def test_two_finders_far_apart_in_size_are_no_pair() -> None:
    plane = np.full((400, 600), 220, np.uint8)
    code = draw()
    part = code[BORDER * MODULE_PX : (BORDER + 7) * MODULE_PX, BORDER * MODULE_PX : (BORDER + 7) * MODULE_PX]
    plane[20 : 20 + len(part), 20 : 20 + len(part)] = part
    large = cv2.resize(part, None, fx=5, fy=5, interpolation=cv2.INTER_NEAREST)
    plane[100 : 100 + len(large), 200 : 200 + len(large)] = large
    finders = merge_finders(find_finders(invert(plane), find_hearts(invert(plane))))
    assert len(finders) == 2
    assert find_guessed_triples(finders) == []
