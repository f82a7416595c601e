"""Lets a sound die away: a story that is broken off in the middle of a word startles."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.narration.sound import Ticker

_STEP_MS = 10


class Fade:
    """Turns a loudness down to nothing over a short time, by the clock. Interface thread only."""

    def __init__(
        self, ticker: Ticker, set_share: Callable[[float], None], on_end: Callable[[], None]
    ) -> None:
        """Make it; nothing fades yet.

        Args:
            ticker: A clock of its own.
            set_share: Takes what is left of the loudness as it is felt, 1 to 0.
            on_end: Is called when nothing is left.
        """
        self._ticker = ticker
        self._set_share = set_share
        self._on_end = on_end
        self._began_ms = 0
        self._length_ms = 0

    @property
    def is_under_way(self) -> bool:
        """Whether something dies away now."""
        return self._length_ms > 0

    def begin(self, length_ms: int) -> None:
        """Fade out over ``length_ms``, more than 0."""
        self._began_ms, self._length_ms = self._ticker.now_ms(), length_ms
        self._ticker.start(_STEP_MS, self._step)

    def cancel(self) -> None:
        """Fade no more; ``on_end`` is not called."""
        self._length_ms = 0
        self._ticker.stop()

    def _step(self) -> None:
        left = 1 - (self._ticker.now_ms() - self._began_ms) / self._length_ms
        if left > 0:
            self._set_share(left)
        else:
            self.cancel()
            self._on_end()
