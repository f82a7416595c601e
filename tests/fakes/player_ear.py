"""A listener of the player's that writes down what it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.model.errors import KioskError


class Ear:
    """Writes down what the player tells; see PlayerListener."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def sound_ended(self) -> None:
        self.told.append("ended")

    def sound_failed(self, error: KioskError) -> None:
        self.told.append(error.code)

    def sound_output_lost(self) -> None:
        self.told.append("output lost")

    def sound_output_back(self) -> None:
        self.told.append("output back")
