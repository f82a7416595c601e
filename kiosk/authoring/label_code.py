"""The QR code of a label: how large its modules must be for a distance, and how much it forgives."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import ceil, floor

# Three pixels a module are read though a hand shakes and the lens is a little out of focus (a blur of 1.1 pixels: 36 of
# 36 drawn looks; two pixels: none of 36 at 0.8 pixels of blur). A 1080p camera, held upright or not, sees three quarters
# of its distance across 1,920 pixels. So 1 m takes 2.1 mm. docs/adr/0106 has the table.
MODULE_PX = 3.0
CAMERA_PX_PER_MM_AT_1_M = 0.75 * 1920 / 1000
QUIET_MODULES = 4
# Whole dots of a 600 dpi printer: one that has to round modules makes them uneven.
DOT_MM = 25.4 / 600
# Nearer than this, cameras with a fixed focus show nothing sharp.
NEAREST_M = 0.25


@dataclass(frozen=True, slots=True)
class LabelCode:
    """A code's modules, True for dark, without the quiet zone; ``correction`` is M, Q or H."""

    modules: tuple[tuple[bool, ...], ...]
    version: int
    correction: str

    @property
    def across(self) -> int:
        """How many modules wide it is with its quiet zone."""
        return len(self.modules) + 2 * QUIET_MODULES


def make_label_code(text: str, level: str = "") -> LabelCode:
    """Return the QR code for ``text``, a label's: upper case, digits and ``:/.-``.

    ``level`` is the correction, ``m``, ``q`` or ``h``; without it Q where that takes no higher version than M, else M: on a
    label of a given size a version costs a ninth of the reach.
    """
    import segno

    code = segno.make_qr(text, error=level or _choose_level(len(text)), boost_error=False)
    modules = tuple(tuple(bool(module) for module in row) for row in code.matrix)
    return LabelCode(modules, int(code.version), str(code.error))


@cache
def _choose_level(length: int) -> str:
    """Return q or m for a text of ``length`` characters; known once for all labels of a site, whose texts are as long."""
    import segno

    strong, medium = (segno.make_qr("A" * length, error=level, boost_error=False) for level in ("q", "m"))
    return "q" if int(strong.version) <= int(medium.version) else "m"


def find_module_mm(distance_m: float) -> float:
    """Return the smallest module that is read from ``distance_m``, in whole dots."""
    needed_mm = distance_m * MODULE_PX / CAMERA_PX_PER_MM_AT_1_M
    return ceil(needed_mm / DOT_MM - 1e-6) * DOT_MM


def fit_module_mm(side_mm: float, across: int) -> float:
    """Return the largest module with which a code of ``across`` modules is at most ``side_mm`` wide, in whole dots."""
    return floor(side_mm / across / DOT_MM + 1e-6) * DOT_MM


def find_reach_m(module_mm: float) -> float:
    """Return how far away a module of this size is read."""
    return module_mm * CAMERA_PX_PER_MM_AT_1_M / MODULE_PX
