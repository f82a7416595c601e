"""Where codes are in the camera's picture, as the viewfinder draws them: in shares of the picture, mirrored if it is."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import TypeAlias

from kiosk.scanning.reader import Code

MOST_OUTLINES = 12

Outline: TypeAlias = dict[str, object]
"""``corners``: four of ``x`` and ``y``, each a share of the picture's side; ``read``: whether the code was read."""


def make_outlines(codes: Iterable[Code], width_px: int, height_px: int, *, mirrored: bool) -> list[Outline]:
    """Return the outlines of ``codes`` (the first 12), whose corners are in a frame of this size."""
    return [
        {
            "corners": [
                {"x": _turn(x / width_px, mirrored=mirrored), "y": y / height_px} for x, y in code.corners
            ],
            "read": code.is_read,
        }
        for code in islice(codes, MOST_OUTLINES)
    ]


def find_place(code: Code, width_px: int, height_px: int, *, mirrored: bool) -> dict[str, float]:
    """Return the upright rectangle around a code, in shares of the picture, with the picture's proportions."""
    across = [_turn(x / width_px, mirrored=mirrored) for x, _ in code.corners]
    down = [y / height_px for _, y in code.corners]
    return {
        "x": min(across),
        "y": min(down),
        "width": max(across) - min(across),
        "height": max(down) - min(down),
        "ratio": width_px / height_px,
    }


def _turn(share: float, *, mirrored: bool) -> float:
    return 1 - share if mirrored else share
