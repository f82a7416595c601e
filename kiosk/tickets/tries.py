"""Guessing made slow: the fifth wrong code in a row begins a wait, and no wait is longer than a minute.

The wait outlives a restart. A quiet minute forgives all, so that one visitor's game is not the next one's trouble.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

FREE_TRIES: Final = 5
FIRST_WAIT_S: Final = 10.0
LONGEST_WAIT_S: Final = 60.0
FORGIVEN_AFTER_S: Final = 60.0


class WrongTries:
    """Counts the wrong codes of one device.

    Args:
        now_s: A clock that only goes forward, in seconds.
        read: Returns the count that was kept before; called once, when it is first needed.
        keep: Keeps a count.
        started_s: When the program began, on the same clock: what was kept before counts as a wrong one then.
    """

    def __init__(
        self,
        now_s: Callable[[], float],
        read: Callable[[], int],
        keep: Callable[[int], object],
        started_s: float,
    ) -> None:
        self._now_s = now_s
        self._read = read
        self._keep = keep
        self._wrong: int | None = None
        # The wait begins anew with the program: a restart must not be a way round it.
        self._quiet_since_s = started_s

    @property
    def wait_s(self) -> float:
        """How long no code is looked at, in seconds, at most 60; 0 where one may try."""
        return max(0.0, self._quiet_since_s + _wait_s(self._known()) - self._now_s())

    def count_wrong(self) -> None:
        """Count a wrong code."""
        before, now_s = self._known(), self._now_s()
        if now_s - self._quiet_since_s > _wait_s(before) + FORGIVEN_AFTER_S:
            before = 0
        self._set(before + 1)

    def clear(self) -> None:
        """Forget the wrong ones: a right one came, or staff."""
        if self._known():
            self._set(0)

    def _known(self) -> int:
        if self._wrong is None:
            self._wrong = max(0, self._read())
        return self._wrong

    def _set(self, wrong: int) -> None:
        self._wrong, self._quiet_since_s = wrong, self._now_s()
        self._keep(wrong)


def _wait_s(wrong: int) -> float:
    over = wrong - FREE_TRIES
    return 0.0 if over < 0 else min(LONGEST_WAIT_S, FIRST_WAIT_S * 2.0 ** min(over, 10))
