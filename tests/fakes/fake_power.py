"""A screen and a charger that a test switches."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.visits.power import PowerSigns


@dataclass
class FakePower:
    """Tells what it is set to."""

    is_lit: bool = True
    is_charging: bool = False

    def read(self) -> PowerSigns:
        return PowerSigns(self.is_lit, self.is_charging)
