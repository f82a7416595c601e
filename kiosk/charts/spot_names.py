"""Names beside spots, where they cover neither a spot nor another name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kiosk.charts.svg import CHARACTER_WIDTH, text

RADIUS: Final = 6.0
_TEXT_HEIGHT: Final = 14.0
_LONGEST: Final = 30

Box = tuple[float, float, float, float]
Spot = tuple[str, float, float]


def name_spots(spots: Sequence[Spot], width: float, height: float) -> list[str]:
    """Return the names that find a free place within ``width`` and ``height``: beside, above or below their spot, or aslant.

    A spot is a name, and where it is drawn (x, y). Where all is taken, the name is left out.
    """
    taken = [(x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS) for _name, x, y in spots]
    names = []
    for name, x, y in spots:
        words = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
        for name_x, baseline, anchor in _list_places(x, y):
            box = _box(words, name_x, baseline, anchor)
            is_inside = box[0] >= 0 and box[2] <= width and box[1] >= 0 and box[3] <= height
            if is_inside and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                names.append(text(name_x, baseline, words, "label", anchor))
                break
    return names


def _list_places(x: float, y: float) -> Iterator[tuple[float, float, str]]:
    yield x + 10, y + 4, "start"
    yield x - 10, y + 4, "end"
    yield x, y - 11, "middle"
    yield x, y + 20, "middle"
    for down in (-9.0, 17.0):
        yield x + 8, y + down, "start"
        yield x - 8, y + down, "end"


def _box(words: str, x: float, baseline: float, anchor: str) -> Box:
    width = len(words) * CHARACTER_WIDTH
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    return left, baseline - _TEXT_HEIGHT + 3, left + width, baseline + 3


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
