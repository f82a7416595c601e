"""Points in a plane, named where there is room; every one tells its name and figures to a resting pointer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kiosk.charts.axis import Axis, draw_across, draw_up
from kiosk.charts.svg import CHARACTER_WIDTH, draw, hover, tag, text

WIDTH: Final = 640.0
HEIGHT: Final = 420.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 56.0, 620.0, 32.0, 372.0
_RADIUS: Final = 6.0
_TEXT_HEIGHT: Final = 14.0

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Point:
    """One thing with two figures, both 0 or more."""

    name: str
    x: float
    y: float


def draw_scatter(title: str, description: str, points: Sequence[Point], across: Axis, up: Axis) -> str:
    """Return the points over two axes that begin at 0."""
    x_ticks = across.find_ticks(max((point.x for point in points), default=0.0))
    y_ticks = up.find_ticks(max((point.y for point in points), default=0.0))
    edges = (_LEFT, _RIGHT, _TOP, _BOTTOM)
    placed = [
        (
            point,
            _LEFT + (_RIGHT - _LEFT) * point.x / x_ticks[-1],
            _BOTTOM - (_BOTTOM - _TOP) * point.y / y_ticks[-1],
        )
        for point in points
    ]
    marks = [draw_across(across, x_ticks, *edges), draw_up(up, y_ticks, *edges)]
    for point, x, y in placed:
        words = f"{point.name}: {across.name} {across.write(point.x)}, {up.name} {up.write(point.y)}"
        marks.append(tag("circle", {"cx": x, "cy": y, "r": _RADIUS, "class": "mark spot"}, hover(words)))
    marks += _name_points(placed)
    return draw(title, description, WIDTH, HEIGHT, marks)


def _name_points(placed: Sequence[tuple[Point, float, float]]) -> list[str]:
    """Return the names that find a free place: right, left, above or below their point."""
    taken = [(x - _RADIUS, y - _RADIUS, x + _RADIUS, y + _RADIUS) for _point, x, y in placed]
    names = []
    for point, x, y in placed:
        for name_x, baseline, anchor in (
            (x + 10, y + 4, "start"),
            (x - 10, y + 4, "end"),
            (x, y - 11, "middle"),
            (x, y + 20, "middle"),
        ):
            box = _box(point.name, name_x, baseline, anchor)
            if box[0] >= 0 and box[2] <= WIDTH and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                names.append(text(name_x, baseline, point.name, "label", anchor))
                break
    return names


def _box(words: str, x: float, baseline: float, anchor: str) -> Box:
    width = len(words) * CHARACTER_WIDTH
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    return left, baseline - _TEXT_HEIGHT + 3, left + width, baseline + 3


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
