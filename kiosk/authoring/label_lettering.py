"""How a text on a label is set, and what sets it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Protocol

from kiosk.authoring.label_box import Box

_NO_BREAK_MM = 10_000.0


class Side(Enum):
    """Where the lines of a text stand, whatever its language: all the words of a label share one edge."""

    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Lettering:
    """How a text is set: ``size_mm`` is the font's size (its em), ``grey`` 0 black to 255 white."""

    size_mm: float
    language: str = ""
    is_bold: bool = False
    grey: int = 0
    side: Side = Side.MIDDLE


class Setter(Protocol):
    """What texts are set with; :class:`~kiosk.authoring.label_pdf.PdfCanvas` is one."""

    def measure(self, text: str, width_mm: float, lettering: Lettering) -> tuple[float, float]:
        """Return the width and height of ``text`` in lines of ``width_mm``; a long word may be wider."""
        ...

    def write(self, text: str, box: Box, lettering: Lettering) -> None:
        """Write ``text`` into ``box``, in the middle of its height."""
        ...


def write_line(setter: Setter, box: Box, text: str, lettering: Lettering) -> None:
    """Write ``text`` on one line, smaller where it would be wider than the box."""
    width, _ = setter.measure(text, _NO_BREAK_MM, lettering)
    if width > box.width:
        lettering = replace(lettering, size_mm=lettering.size_mm * box.width / width * 0.99)
    setter.write(text, box, lettering)
