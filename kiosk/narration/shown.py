"""What is shown of a story while it is told: how far it is, and the word that is spoken."""

from __future__ import annotations

from kiosk.narration.listening import NarrationListener
from kiosk.narration.performance import Performance

NO_CAPTION = (-1, -1)


class Shown:
    """Follows one story over everything it is told with. Interface thread only."""

    def __init__(self, audience: NarrationListener) -> None:
        """Show nothing yet.

        Args:
            audience: Is told the place whenever it is looked at, and the word when it is another one.
        """
        self._audience = audience
        self._caption = NO_CAPTION

    @property
    def caption(self) -> tuple[int, int]:
        """Return (cue, word within it) being spoken; -1 where there is none."""
        return self._caption

    def show(self, performance: Performance) -> None:
        """Show where a performance is now."""
        position_ms = performance.position_ms
        self._audience.narration_moved(position_ms, performance.duration_ms)
        caption = performance.track.find_word(position_ms)
        if caption != self._caption:
            self._caption = caption
            self._audience.narration_caption(*caption)

    def find_character(self, performance: Performance) -> int:
        """Return the first character of the sentence that is being told, 0 before any."""
        # A player that failed no longer knows its position: the caption that was shown last tells it.
        cues = performance.track.cues
        cue = max(self._caption[0], performance.track.find_cue(performance.position_ms))
        return cues[cue].start if 0 <= cue < len(cues) else 0
