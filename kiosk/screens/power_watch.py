"""Follows the screen and the charger during a visit: a dark screen holds nobody, a device on its charger has been given back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kiosk.screens.rooms import Rooms
    from kiosk.screens.visit_flow import VisitFlow

# A plug that is wriggled in touches and lets go: on the charger is what stays so.
_FIRM_TICKS: Final = 2


class PowerWatch:
    """Looks once a tick; begins anew with each visit.

    A device that is on its charger all along (on a wall) is never put on it.
    """

    def __init__(self, rooms: Rooms, flow: VisitFlow) -> None:
        self._rooms = rooms
        self._flow = flow
        self.begin()

    def begin(self) -> None:
        """Take what is so at the beginning of a visit as usual."""
        self._is_lit = True
        self._was_off_charger = False
        self._ticks_on_charger = 0

    def tick(self) -> bool:
        """Look; tells whether the visit has ended because the device was put on its charger."""
        if self._rooms.power is None:
            return False
        signs = self._rooms.power.read()
        if signs.is_lit != self._is_lit:
            self._is_lit = signs.is_lit
            note = self._rooms.visit.screen_on if signs.is_lit else self._rooms.visit.screen_off
            note()
        self._was_off_charger |= not signs.is_charging
        self._ticks_on_charger = self._ticks_on_charger + 1 if signs.is_charging else 0
        if not self._was_off_charger or self._ticks_on_charger < _FIRM_TICKS:
            return False
        self._flow.end("charger")
        return True
