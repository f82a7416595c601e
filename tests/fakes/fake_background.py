"""Background work that waits until the test lets it run."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


class QueuedBackground:
    """A :class:`kiosk.model.background.Background` on the test's own thread, in order."""

    def __init__(self) -> None:
        self._waiting: deque[Callable[[], None]] = deque()

    def submit(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        self._waiting.append(lambda: _run(work, done, failed))

    def run_one(self) -> bool:
        """Run the oldest piece of work; False where there is none."""
        if not self._waiting:
            return False
        self._waiting.popleft()()
        return True

    def run_all(self) -> None:
        """Run everything, with what it hands in meanwhile."""
        while self.run_one():
            pass


def _run(work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
    try:
        outcome = work()
    except Exception as error:  # noqa: BLE001  every failure of the work belongs to its caller
        failed(error)
    else:
        done(outcome)
