"""A rectangle on a page, in millimetres from its top left corner."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """Where something stands: ``left``, ``top``, ``width``, ``height`` in millimetres."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    def shrink(self, edge_mm: float) -> Box:
        """Return the box without ``edge_mm`` on each side."""
        return Box(
            self.left + edge_mm, self.top + edge_mm, self.width - 2 * edge_mm, self.height - 2 * edge_mm
        )

    def moved(self, right_mm: float, down_mm: float) -> Box:
        """Return the same box elsewhere."""
        return Box(self.left + right_mm, self.top + down_mm, self.width, self.height)

    def mirrored_in(self, width_mm: float) -> Box:
        """Return the box as it stands where left and right of a label ``width_mm`` wide are exchanged."""
        return Box(width_mm - self.right, self.top, self.width, self.height)

    def contains(self, other: Box) -> bool:
        """Tell whether ``other`` lies within; a micrometre is forgiven."""
        slack = 1e-3
        return (
            self.left <= other.left + slack
            and self.top <= other.top + slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )
