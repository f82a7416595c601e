"""How often each span of a figure is met: columns side by side over one axis."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kiosk.charts.axis import Axis, draw_up
from kiosk.charts.svg import CHARACTER_WIDTH, draw, hover, tag, text

WIDTH: Final = 640.0
HEIGHT: Final = 260.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 56.0, 620.0, 32.0, 212.0


@dataclass(frozen=True, slots=True)
class Column:
    """One span, named (``0-5 min``); ``count`` None: hidden, drawn as an empty outline."""

    name: str
    count: int | None


def draw_histogram(title: str, description: str, columns: Sequence[Column], axis_name: str) -> str:
    """Return the columns in the order given; ``axis_name`` says what they are spans of.

    Where there is no room for all names, every second, third, ... column is named.
    """
    up = Axis("", is_count=True)
    ticks = up.find_ticks(float(max((column.count or 0 for column in columns), default=0)))
    width = (_RIGHT - _LEFT) / max(1, len(columns))
    widest = max((len(column.name) for column in columns), default=0) * CHARACTER_WIDTH + 6
    named = math.ceil(widest / width)
    marks = [draw_up(up, ticks, _LEFT, _RIGHT, _TOP, _BOTTOM)]
    for number, column in enumerate(columns):
        left = _LEFT + width * number
        height = (_BOTTOM - _TOP) * (column.count or 0) / ticks[-1]
        marks.append(_draw_column(column, left, width, height))
        if number % named == 0:
            marks.append(text(left + width / 2, _BOTTOM + 16, column.name, "axis", "middle"))
    marks.append(text((_LEFT + _RIGHT) / 2, _BOTTOM + 38, axis_name, "axis", "middle"))
    return draw(title, description, WIDTH, HEIGHT, marks)


def _draw_column(column: Column, left: float, width: float, height: float) -> str:
    hidden = column.count is None
    box = {
        "x": left + 2,
        "y": _BOTTOM - (14.0 if hidden else height),
        "width": max(1.0, width - 4),
        "height": 14.0 if hidden else height,
        "class": "hidden" if hidden else "mark",
    }
    words = f"{column.name}: {'hidden' if hidden else column.count}"
    return tag("rect", box, hover(words))
