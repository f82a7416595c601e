"""Contrast between two colours, and how far a colour must move to be read on another.

Formulas: WCAG 2.2, "relative luminance" and "contrast ratio". Colours are "#rrggbb".
"""

from __future__ import annotations

import re

READABLE = 4.5
"""The least contrast of text on its surface."""

SURFACES = {"gallery": "#15130f", "outdoors": "#fbf8f2", "contrast": "#000000"}
"""What everything is drawn on in each light that a visitor can choose."""

ACCENT_STANDS_OUT = 2.0
"""A colour with less contrast than this has to be changed beyond recognition to be read."""

_COLOUR = re.compile(r"#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})")
_STEPS = 32


def contrast_ratio(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 (the same) to 21 (black on white)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def make_readable(colour: str, surface: str, wanted: float = READABLE) -> str:
    """Return ``colour``, moved towards white or black until it stands out ``wanted`` to 1 from ``surface``."""
    towards = (255, 255, 255) if _luminance(surface) < 0.18 else (0, 0, 0)
    start = _channels(colour)
    for step in range(_STEPS + 1):
        moved = "#" + "".join(
            f"{round(a + (b - a) * step / _STEPS):02x}" for a, b in zip(start, towards, strict=True)
        )
        if contrast_ratio(moved, surface) >= wanted:
            return moved
    return moved


def is_colour(text: str) -> bool:
    """Tell whether ``text`` is a colour in the form ``#rrggbb``."""
    return _COLOUR.fullmatch(text) is not None


def ink_on(surface: str) -> str:
    """Return the ink that is read best on ``surface``: a warm near black or near white, a pure one where it must be."""
    for inks in (("#14120f", "#fffdf8"), ("#000000", "#ffffff")):
        best = max(inks, key=lambda ink: contrast_ratio(ink, surface))
        if contrast_ratio(best, surface) >= READABLE:
            return best
    return best


def _channels(colour: str) -> tuple[int, int, int]:
    match = _COLOUR.fullmatch(colour)
    if match is None:
        raise ValueError(f"not a colour: {colour!r}")
    red, green, blue = (int(part, 16) for part in match.groups())
    return red, green, blue


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in _channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
