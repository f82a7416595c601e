"""Whether a visitor has been trying in vain. Pure: times come in as arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.scanning.reader import Code

# Looking away for so long is a new attempt.
_PAUSE_MS = 2500
# Frames further apart than this say nothing about what was between them.
_LONGEST_STEP_MS = 400


class Effort:
    """Adds up the time in which a visitor aims at something and nothing is read.

    To aim is to have a code in view that cannot be read, or to hold the camera towards something with a hand's
    unrest: neither walking (everything moves fast) nor lying on a table (nothing moves).
    """

    def __init__(self, after_ms: int) -> None:
        self._after_ms = after_ms
        self.reset()

    @property
    def tried_ms(self) -> int:
        """For how long it has been tried; 0 while nobody aims."""
        return self._tried_ms

    def reset(self) -> None:
        """Something was read, or the next visitor comes."""
        self._tried_ms = 0
        self._seen_at_ms: int | None = None
        self._aimed_at_ms = 0
        self._is_said = False

    def see(self, is_aimed: bool, at_ms: int) -> bool:
        """Take in a frame; return whether it is time to offer another way, True only once."""
        step_ms = 0 if self._seen_at_ms is None else at_ms - self._seen_at_ms
        self._seen_at_ms = at_ms
        if is_aimed:
            self._tried_ms += max(0, min(step_ms, _LONGEST_STEP_MS))
            self._aimed_at_ms = at_ms
        elif at_ms - self._aimed_at_ms >= _PAUSE_MS:
            self._tried_ms = 0
        if self._is_said or self._tried_ms < self._after_ms:
            return False
        self._is_said = True
        return True


class Stubborn:
    """Notices a code that stays in view and cannot be read; says so once."""

    def __init__(self, after_ms: int, lost_after_ms: int) -> None:
        self._after_ms = after_ms
        self._lost_after_ms = lost_after_ms
        self.reset()

    def reset(self) -> None:
        """Take the next unreadable code for a new one."""
        self._since_ms: int | None = None
        self._seen_at_ms = 0
        self._is_said = False

    def see(self, codes: list[Code], at_ms: int) -> Code | None:
        """Take in a frame's codes; return the one worth a word, or None."""
        if any(code.is_read for code in codes):
            self.reset()
            return None
        if not codes:
            if at_ms - self._seen_at_ms > self._lost_after_ms:
                self.reset()
            return None
        self._seen_at_ms = at_ms
        if self._since_ms is None:
            self._since_ms = at_ms
        if self._is_said or at_ms - self._since_ms < self._after_ms:
            return None
        self._is_said = True
        return codes[0]
