"""What the narrator is doing now, told to everybody when it changes."""

from __future__ import annotations

from kiosk.narration.listening import NarrationListener, NarrationState


class Status:
    """One state at a time, over all stories. Interface thread only."""

    def __init__(self, audience: NarrationListener) -> None:
        """Be idle.

        Args:
            audience: Is told each change.
        """
        self._audience = audience
        self._state = NarrationState.IDLE

    @property
    def state(self) -> NarrationState:
        """Return what the narrator is doing."""
        return self._state

    @property
    def is_going(self) -> bool:
        """Tell whether something is told, or will be as soon as it is there."""
        return self._state in (NarrationState.PLAYING, NarrationState.PREPARING)

    @property
    def is_over(self) -> bool:
        """Tell whether a story was told to its end, or cannot be told at all."""
        return self._state in (NarrationState.ENDED, NarrationState.FAILED)

    def change(self, state: NarrationState) -> None:
        """Be in a state from now on; the same once more is told to nobody."""
        if state is not self._state:
            self._state = state
            self._audience.narration_state(state)
