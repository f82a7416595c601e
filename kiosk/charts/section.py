"""A part of a report: words, a chart, and a table of the same figures."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """One chart with its words; ``chart`` and ``table`` are markup, empty where there is nothing to draw."""

    heading: str
    words: str
    chart: str
    table: str
