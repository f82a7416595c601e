"""The story that stands still for something else a visitor watches or listens to, and goes on after it."""

from __future__ import annotations

from kiosk.screens.narration_bar import NarrationBar


class WaitingStory:
    """Knows whether the story waits for a film or a sound, of which there is one of these each."""

    def __init__(self, bar: NarrationBar) -> None:
        """Let nothing wait yet.

        Args:
            bar: Tells the story.
        """
        self._bar = bar
        self._is_waiting = False

    @property
    def is_heard(self) -> bool:
        """Whether the story is being told now, and would have to wait."""
        return self._bar.is_heard

    @property
    def is_waiting(self) -> bool:
        """Whether it was interrupted and has not gone on since."""
        return self._is_waiting

    def interrupt(self, was_heard: bool) -> None:
        """Note that something else is heard; a story that :attr:`is_heard` before waits for its end, as one that waits already."""
        self._is_waiting |= was_heard

    def forget(self) -> None:
        """Let it wait no more: it went on by itself, or is not to be woken."""
        self._is_waiting = False

    def go_on(self) -> None:
        """Let it go on where it waits and still stands still."""
        waits, self._is_waiting = self._is_waiting, False
        if waits and self._bar.is_paused:
            self._bar.toggle()
