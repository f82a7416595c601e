"""Ways between places: an arrow from each to each, as thick as it is often walked.

Where the places' positions on a plan are known they are drawn there; else around a ring, in the order
given.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kiosk.charts.spot_names import name_spots
from kiosk.charts.svg import draw, hover, tag, text

WIDTH: Final = 640.0
HEIGHT: Final = 480.0
_MARGIN: Final = 72.0
_DOT: Final = 6.0
_THICKEST: Final = 9.0

Position = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Place:
    """A place that is walked between; ``x`` and ``y`` from the plan's left and top, in one unit for both, or None."""

    name: str
    x: float | None = None
    y: float | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """How often somebody went straight from one place (by its name) to another."""

    origin: str
    target: str
    count: int


def draw_flow(title: str, description: str, places: Sequence[Place], ways: Sequence[Way]) -> str:
    """Return the ways between ``places``; those of a place that is not among them are left out."""
    are_known = bool(places) and all(place.x is not None and place.y is not None for place in places)
    positions = _fit(places) if are_known else _place_around(places)
    known = [way for way in ways if way.origin in positions and way.target in positions]
    most = max((way.count for way in known), default=1)
    marks = [_draw_way(way, positions, most) for way in sorted(known, key=lambda way: way.count)]
    for place in places:
        x, y = positions[place.name]
        marks.append(tag("circle", {"cx": x, "cy": y, "r": _DOT, "class": "place"}, hover(place.name)))
        if not are_known:
            marks.append(_name(place.name, x, y))
    if are_known:
        marks += name_spots([(name, *position) for name, position in positions.items()], WIDTH, HEIGHT)
    return draw(title, description, WIDTH, HEIGHT, marks)


def _fit(places: Sequence[Place]) -> Mapping[str, Position]:
    """Return the places as they stand to each other, as large as there is room for them."""
    xs, ys = [place.x or 0.0 for place in places], [place.y or 0.0 for place in places]
    across, down = max(xs) - min(xs), max(ys) - min(ys)
    scale = min((WIDTH - 2 * _MARGIN) / (across or 1e-9), (HEIGHT - _MARGIN) / (down or 1e-9))
    middle_x, middle_y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    if not across and not down:
        scale = 0.0
    return {
        place.name: (WIDTH / 2 + (x - middle_x) * scale, HEIGHT / 2 + (y - middle_y) * scale)
        for place, x, y in zip(places, xs, ys, strict=True)
    }


def _place_around(places: Sequence[Place]) -> Mapping[str, Position]:
    turn = 2 * math.pi / max(1, len(places))
    return {
        place.name: (
            WIDTH / 2 + (WIDTH / 2 - 2 * _MARGIN) * math.sin(turn * number),
            HEIGHT / 2 - (HEIGHT / 2 - _MARGIN) * math.cos(turn * number),
        )
        for number, place in enumerate(places)
    }


def _draw_way(way: Way, positions: Mapping[str, Position], most: int) -> str:
    (x1, y1), (x2, y2) = positions[way.origin], positions[way.target]
    length = math.hypot(x2 - x1, y2 - y1)
    if length < 1:
        return ""
    along, aside = ((x2 - x1) / length, (y2 - y1) / length), ((y1 - y2) / length, (x2 - x1) / length)
    thickness = max(1.0, _THICKEST * way.count / most)
    # Bent to one side, so that the way back lies beside it.
    bend = length * 0.12
    middle = ((x1 + x2) / 2 + aside[0] * bend, (y1 + y2) / 2 + aside[1] * bend)
    end = (x2 - along[0] * (_DOT + thickness + 3), y2 - along[1] * (_DOT + thickness + 3))
    path = f"M{x1:.1f} {y1:.1f}Q{middle[0]:.1f} {middle[1]:.1f} {end[0]:.1f} {end[1]:.1f}"
    return tag(
        "g",
        {"class": "way"},
        hover(f"{way.origin} to {way.target}: {way.count}"),
        tag("path", {"d": path, "class": "line", "stroke-width": thickness}),
        _draw_head(middle, end, thickness),
    )


def _draw_head(middle: Position, end: Position, thickness: float) -> str:
    angle = math.atan2(end[1] - middle[1], end[0] - middle[0])
    size = thickness / 2 + 4
    corners = [
        (end[0] + math.cos(angle + turn) * size, end[1] + math.sin(angle + turn) * size)
        for turn in (0.0, 2.3, -2.3)
    ]
    return tag("polygon", {"points": " ".join(f"{x:.1f},{y:.1f}" for x, y in corners), "class": "head"})


def _name(words: str, x: float, y: float) -> str:
    if abs(x - WIDTH / 2) < 1:
        return text(x, y - 12 if y < HEIGHT / 2 else y + 22, words, "label", "middle")
    return text(x + 11, y + 4, words) if x > WIDTH / 2 else text(x - 11, y + 4, words, "label", "end")
