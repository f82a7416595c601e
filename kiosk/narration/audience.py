"""Everybody who wants to know what the narrator does, spoken to as one."""

from __future__ import annotations

from kiosk.model.errors import KioskError
from kiosk.narration.choose import Narration
from kiosk.narration.cues import Cue
from kiosk.narration.listening import EndReason, NarrationListener, NarrationState


class Audience(NarrationListener):
    """Passes on what it is told, in the order in which the listeners came."""

    def __init__(self) -> None:
        self._listeners: list[NarrationListener] = []

    def add(self, listener: NarrationListener) -> None:
        """Tell ``listener`` everything from now on."""
        self._listeners.append(listener)

    def remove(self, listener: NarrationListener) -> None:
        """Tell ``listener`` no more."""
        self._listeners.remove(listener)

    def narration_state(self, state: NarrationState) -> None:
        """See NarrationListener."""
        for listener in self._listeners:
            listener.narration_state(state)

    def narration_told(self, narration: Narration) -> None:
        """See NarrationListener."""
        for listener in self._listeners:
            listener.narration_told(narration)

    def narration_moved(self, position_ms: int, duration_ms: int) -> None:
        """See NarrationListener."""
        for listener in self._listeners:
            listener.narration_moved(position_ms, duration_ms)

    def narration_caption(self, cue: int, word: int) -> None:
        """See NarrationListener."""
        for listener in self._listeners:
            listener.narration_caption(cue, word)

    def narration_cues(self, cues: tuple[Cue, ...]) -> None:
        """See NarrationListener."""
        for listener in self._listeners:
            listener.narration_cues(cues)

    def narration_ended(self, reason: EndReason, heard_ms: int) -> None:
        """See NarrationListener."""
        for listener in self._listeners:
            listener.narration_ended(reason, heard_ms)

    def narration_incident(self, error: KioskError) -> None:
        """See NarrationListener."""
        for listener in self._listeners:
            listener.narration_incident(error)

    def narration_failed(self, error: KioskError) -> None:
        """See NarrationListener."""
        for listener in self._listeners:
            listener.narration_failed(error)

    def narration_no_sound(self) -> None:
        """See NarrationListener."""
        for listener in self._listeners:
            listener.narration_no_sound()

    def narration_sound_back(self) -> None:
        """See NarrationListener."""
        for listener in self._listeners:
            listener.narration_sound_back()

    def narration_output_lost(self) -> None:
        """See NarrationListener."""
        for listener in self._listeners:
            listener.narration_output_lost()
