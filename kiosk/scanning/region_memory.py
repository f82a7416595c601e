"""Where the last code was: the next frame shows it nearby, read or not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from kiosk.scanning.reader import Code

Region: TypeAlias = tuple[int, int, int, int]

# So many frames without it, and the hand has moved on (at 15 a second, half a second).
_REMEMBERED_FRAMES = 8
# Of the code's larger side, added all round: how far a hand moves it from frame to frame.
_MARGIN_SHARE = 0.6
_SMALLEST_PX = 48
# Of the picture's width and height: where it fills more, the whole picture is as good.
_LARGEST_SHARE = 0.75


class RegionMemory:
    """Remembers where a code was located or read in the last few pictures."""

    def __init__(self) -> None:
        self._region: Region | None = None
        self._shape: tuple[int, ...] = ()
        self._frames_ago = 0

    def note(self, codes: Sequence[Code], shape: tuple[int, ...]) -> None:
        """Take in the codes of a picture of ``shape`` (height, width)."""
        if codes:
            self._region, self._shape, self._frames_ago = _surround(codes[0], shape), shape, 0
            return
        self._frames_ago += 1
        if self._frames_ago >= _REMEMBERED_FRAMES:
            self._region = None

    def find_region(self, shape: tuple[int, ...]) -> Region | None:
        """Return (left, top, right, bottom) in pixels of a picture of ``shape``, or None where nothing is remembered."""
        return self._region if shape == self._shape else None


def _surround(code: Code, shape: tuple[int, ...]) -> Region | None:
    height_px, width_px = shape
    across, down = zip(*code.corners, strict=True)
    side_px = max(max(across) - min(across), max(down) - min(down), _SMALLEST_PX)
    margin_px = _MARGIN_SHARE * side_px
    left, right = (min(max(at, 0), width_px) for at in (min(across) - margin_px, max(across) + margin_px))
    top, bottom = (min(max(at, 0), height_px) for at in (min(down) - margin_px, max(down) + margin_px))
    if min(right - left, bottom - top) < _SMALLEST_PX:
        return None
    if right - left > _LARGEST_SHARE * width_px and bottom - top > _LARGEST_SHARE * height_px:
        return None
    return int(left), int(top), int(right), int(bottom)
