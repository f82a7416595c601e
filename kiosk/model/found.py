"""What a search of a site finds: stops, ready-made tours and sites near by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kiosk.model.content import NearbySite, StopCard, Tour


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, the likeliest first.

    ``is_near``: nothing is found by exactly what was typed, and this is what comes near it.
    """

    stops: tuple[StopCard, ...] = ()
    tours: tuple[Tour, ...] = ()
    nearby: tuple[NearbySite, ...] = ()
    is_near: bool = False

    @property
    def is_empty(self) -> bool:
        """Nothing at all was found."""
        return not (self.stops or self.tours or self.nearby)


NOTHING_FOUND: Final = Found()
