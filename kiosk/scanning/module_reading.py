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
_LEAST_FIXED_RIGHT = 0.7
# How much of the difference to its four neighbours a module is given back: blur mixes them.
_UNMIXING = (0.0, 0.15, 0.3)
# Side of the neighbourhood, in modules, that dark and light are told apart in; 0: all of it.
_NEIGHBOURHOODS = (9, 5, 15, 0)
_ROUNDS = 2


def read_brightness(brightness: Numbers) -> ReadModules | None:
    """Return what modules of a mean ``brightness`` (0 to 255 each, a side a version has) say, or None."""
    for dark in _tell_dark(brightness):
        if measure_fixed(dark) < _LEAST_FIXED_RIGHT:
            continue
        found = read_modules(_restore_fixed(dark))
        if found is not None:
            return found
    return None


def measure_fixed(dark: Modules) -> float:
    """Return the share of the fixed modules that are as they should be; half where there is no code."""
    fixed, should_be, _ = make_fixed_modules(len(dark))
    return float((dark[fixed] == should_be[fixed]).mean())


def _restore_fixed(dark: Modules) -> Modules:
    fixed, should_be, _ = make_fixed_modules(len(dark))
    whole: Modules = dark.copy()
    whole[fixed] = should_be[fixed]
    return whole


def _tell_dark(brightness: Numbers) -> Iterator[Modules]:
    """Yield which modules are dark, told in one way after another, the likeliest first."""
    for unmixing in _UNMIXING:
        clear = _unmix(brightness, unmixing)
        for side in _NEIGHBOURHOODS:
            dark: Modules = clear < _find_threshold(clear, side)
            yield dark


def _unmix(brightness: Numbers, share: float) -> Numbers:
    if share == 0:
        return brightness
    cv2 = load_cv2()
    import numpy as np

    cross = np.array([[0, -share, 0], [-share, 1 + 4 * share, -share], [0, -share, 0]], np.float32)
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
