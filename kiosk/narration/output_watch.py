"""Tells who cannot hear why, and staff once, when the device has no sound; and when it has it again."""

from __future__ import annotations

from kiosk.model.errors import KioskError
from kiosk.narration.choose import Narration
from kiosk.narration.listening import NarrationListener
from kiosk.narration.sound import Player


class OutputWatch:
    """Looks whether there is a device to be heard through, whenever a story begins and while it is told."""

    def __init__(self, player: Player, audience: NarrationListener) -> None:
        self._player = player
        self._audience = audience
        self._is_missed = False
        self._have_staff_heard = False

    def prefer_words(self, narration: Narration) -> Narration:
        """Return how to tell it: words in the visitor's language rather than a recording in another that nobody hears."""
        words = narration
        while words.otherwise is not None:
            words = words.otherwise
        if not narration.is_fallback or words.is_fallback or self._player.has_output:
            return narration
        return words

    def look(self, *, needs_sound: bool) -> None:
        """A story begins or goes on, and needs sound or not."""
        self._is_missed = needs_sound and not self._player.has_output
        if not self._is_missed:
            return
        self._audience.narration_no_sound()
        if not self._have_staff_heard:
            self._have_staff_heard = True
            self._audience.narration_incident(_no_output())

    def look_again(self) -> None:
        """The story is being told still: a device may have been plugged in."""
        if self._is_missed and self._player.has_output:
            self._is_missed = False
            self._audience.narration_sound_back()


def _no_output() -> KioskError:
    return KioskError(
        "The device has no sound",
        code="narration.no-output",
        expected="a sound output",
        found="none; stories run as words only",
        remedy="connect a loudspeaker or headphones; kiosk doctor tells what is there",
    )
