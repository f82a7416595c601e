"""A stone wall to hang labels on: courses of blocks, each with its own tone and grain."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kiosk.scanning.opencv import load_cv2

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from kiosk.scanning.frame import Plane

    Levels = npt.NDArray[np.float32]

WALL_WIDTH_PX, WALL_HEIGHT_PX = 2400, 1800
WALL_WIDTH_MM = 2400.0
_COURSES = (3, 4, 5)  # rows of blocks, one of these
_JOINT_PX = 7
# Sandstones and marbles, as blue, green, red.
_STONES = ((104, 138, 176), (92, 112, 168), (168, 178, 184), (120, 150, 165))


def draw_wall(seed: int) -> Plane:
    """Return a wall as (WALL_HEIGHT_PX, WALL_WIDTH_PX, 3), blue first; the same for the same seed."""
    import numpy as np

    cv2 = load_cv2()
    random = np.random.default_rng(seed)
    tint = _draw_tint(random)
    tone = _draw_blocks(random)
    for cells, strength in ((6, 0.14), (40, 0.06), (300, 0.06), (900, 0.05)):
        tone = cv2.multiply(tone, _clouds(random, cells, strength))
    # In bytes from here: three colours of floating point take a second to draw.
    levels = cv2.convertScaleAbs(tone, alpha=128)
    wall: Plane = cv2.multiply(cv2.merge([levels] * 3), tint, scale=1 / 128)
    return wall


def _draw_tint(random: np.random.Generator) -> Plane:
    """Return the stone's colour, drifting a little from warm to cool across the wall."""
    import numpy as np

    cv2 = load_cv2()
    stone = np.array(_STONES[int(random.integers(len(_STONES)))], np.float32)
    drift = random.normal(0, 0.025, (4, 5, 1)) * np.array([1.0, 0.2, -1.0])
    small = np.clip(stone * (1 + drift), 0, 255).astype(np.uint8)
    tint: Plane = cv2.resize(small, (WALL_WIDTH_PX, WALL_HEIGHT_PX), interpolation=cv2.INTER_CUBIC)
    return tint


def _clouds(random: np.random.Generator, cells: int, strength: float) -> Levels:
    """Return smooth noise about 1 with ``cells`` lumps across the wall."""
    import numpy as np

    cv2 = load_cv2()
    small = random.normal(1.0, strength, (max(2, cells * 3 // 4), cells)).astype(np.float32)
    clouds: Levels = cv2.resize(small, (WALL_WIDTH_PX, WALL_HEIGHT_PX), interpolation=cv2.INTER_CUBIC)
    return clouds


def _draw_blocks(random: np.random.Generator) -> Levels:
    import numpy as np

    cv2 = load_cv2()
    tone = np.ones((WALL_HEIGHT_PX, WALL_WIDTH_PX), np.float32)
    edges = np.linspace(0, WALL_HEIGHT_PX, int(random.choice(_COURSES)) + 1).astype(int)
    for top, bottom in pairwise(edges):
        left = -int(random.integers(0, 400))
        while left < WALL_WIDTH_PX:
            right = left + int(random.integers(420, 900))
            tone[top:bottom, max(0, left) : right] *= random.normal(1.0, 0.07)
            _draw_joint(tone, left, right, top, bottom)
            left = right
    soft: Levels = cv2.GaussianBlur(tone, (0, 0), 2.2)
    return soft


def _draw_joint(tone: Levels, left: int, right: int, top: int, bottom: int) -> None:
    """A dark joint below and beside a block, and the light caught by the edge beneath it."""
    tone[bottom - _JOINT_PX : bottom, max(0, left) : right] *= 0.55
    tone[top : top + 4, max(0, left) : right] *= 1.12
    if right > 0:
        tone[top:bottom, right - _JOINT_PX : right] *= 0.6
