"""Bars across, one a row, with the name before and the figure behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kiosk.charts.svg import CHARACTER_WIDTH, draw, hover, shorten, tag, text

WIDTH: Final = 640.0
_ROW: Final = 24.0
_BAR: Final = 14.0
_MOST_NAME: Final = 200.0
_FIGURE: Final = 92.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One row. ``value`` None: hidden or unknown; ``words`` stand behind the bar in any case."""

    name: str
    value: float | None
    words: str


def draw_bars(title: str, description: str, bars: Sequence[Bar], whole: float | None = None) -> str:
    """Return bars; the longest reaches ``whole`` (1.0 for shares), or the largest value where None."""
    name_width = min(_MOST_NAME, max((len(bar.name) for bar in bars), default=1) * CHARACTER_WIDTH + 12)
    room = WIDTH - name_width - _FIGURE
    largest = whole or max((bar.value or 0.0 for bar in bars), default=0.0) or 1.0
    marks = [
        _draw_row(bar, _ROW * row, name_width, room * min(1.0, (bar.value or 0.0) / largest))
        for row, bar in enumerate(bars)
    ]
    return draw(title, description, WIDTH, max(1, len(bars)) * _ROW, marks)


def _draw_row(bar: Bar, top: float, left: float, length: float) -> str:
    baseline = top + _BAR + 2
    marks = [hover(f"{bar.name}: {bar.words}"), text(0, baseline, shorten(bar.name, left - 12))]
    if bar.value is not None:
        box = {"x": left, "y": top + 5, "width": max(length, 1.0), "height": _BAR, "class": "mark"}
        marks.append(tag("rect", box))
    marks.append(text(left + length + 8, baseline, bar.words, "value"))
    return tag("g", {}, *marks)
