"""Axes: round steps, lines and numbers."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from kiosk.charts.svg import tag, text

_ROUND_STEPS: Final = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis: its name with the unit, and how a number on it is written. It begins at 0.

    ``top`` is where it ends at least; None: at the largest value. ``is_count`` keeps it to whole numbers.
    """

    name: str
    write: Callable[[float], str] = "{:g}".format
    top: float | None = None
    is_count: bool = False

    def find_ticks(self, largest: float, most: int = 5) -> list[float]:
        """Return round numbers from 0 to the first that is not under ``largest``."""
        end = max(largest, self.top or 0.0)
        step = round_step(end / most) if end > 0 else 1.0
        if self.is_count and step != int(step):
            step = 1.0 if step < 1 else step * 2
        return [step * number for number in range(max(1, math.ceil(round(end / step, 9))) + 1)]


def round_step(least: float) -> float:
    """Return the smallest of 1, 2, 2.5, 5 times a power of ten that is not under ``least`` (above 0)."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(power * step for step in _ROUND_STEPS if power * step >= least * (1 - 1e-9))


def draw_across(axis: Axis, ticks: list[float], left: float, right: float, top: float, bottom: float) -> str:
    """Return the axis along the bottom: a thin line up from each tick, its number below, the name below that."""
    marks = [text((left + right) / 2, bottom + 34, axis.name, "axis", "middle")]
    for tick in ticks:
        x = left + (right - left) * tick / ticks[-1]
        marks.append(tag("line", {"x1": x, "y1": top, "x2": x, "y2": bottom, "class": "grid"}))
        marks.append(text(x, bottom + 16, axis.write(tick), "axis", "middle"))
    return "".join(marks)


def draw_up(axis: Axis, ticks: list[float], left: float, right: float, top: float, bottom: float) -> str:
    """Return the axis up the left side: a thin line across from each tick, its number left of it, the name on top."""
    marks = [text(left, top - 10, axis.name, "axis")]
    for tick in ticks:
        y = bottom - (bottom - top) * tick / ticks[-1]
        marks.append(tag("line", {"x1": left, "y1": y, "x2": right, "y2": y, "class": "grid"}))
        marks.append(text(left - 6, y + 4, axis.write(tick), "axis", "end"))
    return "".join(marks)
