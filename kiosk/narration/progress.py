"""What of one narration has really been heard, over everything it was told with."""

from __future__ import annotations

from kiosk.model.heard import HeardSpans


class Progress:
    """Counts distinct media time that advanced by itself: never the leap of a seek, never twice."""

    def __init__(self) -> None:
        self._before_ms = 0
        self._spans = HeardSpans()
        self._last_ms: int | None = None

    @property
    def heard_ms(self) -> int:
        """Return the distinct milliseconds heard."""
        return self._before_ms + self._spans.total_ms

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

    def change_medium(self) -> None:
        """Keep the sum; what follows is another medium with its own time."""
        self._before_ms = self.heard_ms
        self._spans = HeardSpans()
        self._last_ms = None
