"""Points in a plane, named where there is room; every one tells its name and figures to a resting pointer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kiosk.charts.axis import Axis, draw_across, draw_up
from kiosk.charts.spot_names import RADIUS, name_spots
from kiosk.charts.svg import draw, hover, tag

WIDTH: Final = 640.0
HEIGHT: Final = 420.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 56.0, 620.0, 32.0, 372.0


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
        marks.append(tag("circle", {"cx": x, "cy": y, "r": RADIUS, "class": "mark spot"}, hover(words)))
    marks += name_spots([(point.name, x, y) for point, x, y in placed], WIDTH, HEIGHT)
    return draw(title, description, WIDTH, HEIGHT, marks)
