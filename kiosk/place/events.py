"""What a receiver of positions tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from kiosk.model.errors import KioskError


@dataclass(frozen=True, slots=True)
class Fix:
    """One position.

    Attributes:
        lat: WGS 84 degrees, -90 to 90.
        lon: WGS 84 degrees, -180 to 180.
        accuracy_m: Radius of the circle that two in three positions lie in (68 %), above 0.
        at_ms: When it was found, on a clock of the receiver's own that only goes forward; any beginning.
        course_deg: Where one is heading, clockwise from true north, 0 to 360; None where nobody measured it.
        speed_m_s: How fast, over the ground; None where nobody measured it.
    """

    lat: float
    lon: float
    accuracy_m: float
    at_ms: int
    course_deg: float | None = None
    speed_m_s: float | None = None


@dataclass(frozen=True, slots=True)
class Silent:
    """No position has been found for a while (10 s): a tunnel, a hall, a receiver without a sky. Said once until one is."""


@dataclass(frozen=True, slots=True)
class Troubled:
    """The receiver itself does not work, for staff to mend. It goes on trying where that makes sense."""

    error: KioskError


ReceiverEvent: TypeAlias = Fix | Silent | Troubled

SILENCE_MS = 10_000
"""Receivers find a position each second; who misses ten of them has lost the sky."""
