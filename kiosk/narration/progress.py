"""What of one narration has really been heard, over everything it was told with."""

from __future__ import annotations

from kiosk.model.heard import HeardSpans


class Progress:
    """Counts distinct media time that advanced by itself: never the leap of a seek, never twice.

    Another medium takes other times for the same story: of what was heard with the one before, its share in the
    whole is kept.
    """

    def __init__(self) -> None:
        self._share_before = 0.0
        self._spans = HeardSpans()
        self._last_ms: int | None = None

    def find_heard_ms(self, duration_ms: int) -> int:
        """Return the distinct milliseconds heard, never more than the whole.

        Args:
            duration_ms: The length of the medium it is told with, or was told with last.
        """
        return min(duration_ms, round(self._share_before * duration_ms) + self._spans.total_ms)

    def advance_to(self, position_ms: int) -> None:
        """Note that playing has come to a position since the last note."""
        if self._last_ms is not None:
            self._spans.add(self._last_ms, position_ms)
        self._last_ms = position_ms

    def leap_to(self, position_ms: int) -> None:
        """Note that playing goes on from here, and what lies between was not heard."""
        self._last_ms = position_ms

    def stand_still(self) -> None:
        """Note that whatever comes next was not reached by playing."""
        self._last_ms = None

    def change_medium(self, duration_ms: int) -> None:
        """Note that what follows is another medium with its own time.

        Args:
            duration_ms: The length of the one before; 0 where it was never known, and nothing of it was heard.
        """
        if duration_ms:
            self._share_before = self.find_heard_ms(duration_ms) / duration_ms
        self._spans = HeardSpans()
        self._last_ms = None
