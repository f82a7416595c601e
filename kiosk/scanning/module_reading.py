"""Dark or light, module by module, and what the modules say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kiosk.scanning.opencv import load_cv2
from kiosk.scanning.symbol_layout import make_fixed_modules
from kiosk.scanning.zxing_reader import ReadModules, read_modules

if TYPE_CHECKING:
    from kiosk.scanning.finder_patterns import Numbers
    from kiosk.scanning.symbol_layout import Modules

# Of the fixed modules: less than this and the grid is not on a code at all.
_LEAST_FIXED_RIGHT = 0.66
_LEAST_LIKELY = 0.62
# How much of the difference to its four neighbours a module is given back: blur mixes them.
# Across and down apart: a hand shakes one way, and what leans is blurred one way.
_PLAIN, _SLIGHT, _STRONG, _ACROSS, _DOWN = (0.0, 0.0), (0.15, 0.15), (0.3, 0.3), (0.4, 0.0), (0.0, 0.4)
# Side of the neighbourhood, in modules, that dark and light are told apart in; 0: all of it.
_USUAL, _CLOSE, _WIDE, _WHOLE = 9, 5, 15, 0
# Ways to tell dark from light: likeliest first, so that a first try can do with a few.
_WAYS = (
    (_PLAIN, _USUAL),
    (_STRONG, _USUAL),
    (_PLAIN, _CLOSE),
    (_SLIGHT, _WIDE),
    (_STRONG, _CLOSE),
    (_ACROSS, _USUAL),
    (_DOWN, _USUAL),
    (_PLAIN, _WHOLE),
    (_SLIGHT, _USUAL),
    (_SLIGHT, _CLOSE),
    (_STRONG, _WIDE),
    (_STRONG, _WHOLE),
    (_ACROSS, _CLOSE),
    (_DOWN, _CLOSE),
    (_PLAIN, _WIDE),
)
_ROUNDS = 2


def read_brightness(brightness: Numbers, ways: int = len(_WAYS)) -> ReadModules | None:
    """Return what modules of a mean ``brightness`` (0 to 255 each, a side a version has) say, or None.

    ``ways`` is how many ways of telling dark from light are tried at most.
    """
    tried: set[bytes] = set()
    for dark in _tell_dark(brightness, ways):
        if measure_fixed(dark) < _LEAST_FIXED_RIGHT:
            continue
        whole = _restore_fixed(dark)
        if (key := whole.tobytes()) in tried:
            continue
        tried.add(key)
        found = read_modules(whole)
        if found is not None:
            return found
    return None


def is_likely(brightness: Numbers) -> bool:
    """Tell whether these may be the modules of a code at all, by those that are the same in every code."""
    return measure_fixed(brightness < _find_threshold(brightness, _USUAL)) >= _LEAST_LIKELY


def measure_fixed(dark: Modules) -> float:
    """Return the share of the fixed modules between the finders that are right; about half where the size is wrong."""
    _, should_be, outside = make_fixed_modules(len(dark))
    return float((dark[outside] == should_be[outside]).mean())


def _restore_fixed(dark: Modules) -> Modules:
    fixed, should_be, _ = make_fixed_modules(len(dark))
    whole: Modules = dark.copy()
    whole[fixed] = should_be[fixed]
    return whole


def _tell_dark(brightness: Numbers, ways: int) -> Iterator[Modules]:
    for (across, down), side in _WAYS[:ways]:
        clear = _unmix(brightness, across, down)
        dark: Modules = clear < _find_threshold(clear, side)
        yield dark


def _unmix(brightness: Numbers, across: float, down: float) -> Numbers:
    if across == down == 0:
        return brightness
    cv2 = load_cv2()
    import numpy as np

    middle = 1 + 2 * across + 2 * down
    cross = np.array([[0, -down, 0], [-across, middle, -across], [0, -down, 0]], np.float32)
    clear: Numbers = cv2.filter2D(brightness, -1, cross, borderType=cv2.BORDER_REFLECT)
    return clear


def _find_threshold(brightness: Numbers, side: int) -> Numbers:
    """Return the middle between the mean dark and the mean light, of each module's neighbourhood."""
    cv2 = load_cv2()
    import numpy as np

    def average(values: Numbers) -> Numbers:
        if side == 0:
            return np.full_like(values, values.mean())
        averaged: Numbers = cv2.blur(values, (side, side), borderType=cv2.BORDER_REFLECT)
        return averaged

    threshold = average(brightness)
    for _ in range(_ROUNDS):
        is_light = (brightness > threshold).astype(np.float32)
        light_share = average(is_light)
        light = average(brightness * is_light) / np.maximum(light_share, 0.02)
        dark = average(brightness * (1 - is_light)) / np.maximum(1 - light_share, 0.02)
        # Where nearly all is dark, or light, there is nothing to tell apart.
        is_mixed = (light_share > 0.05) & (light_share < 0.95)
        threshold = np.where(is_mixed, (light + dark) / 2, threshold)
    return threshold
