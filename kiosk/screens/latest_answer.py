"""Asks the guide off the interface thread: only the answer to the question asked last is ever taken."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.model.background import Background

T = TypeVar("T")

SLOW_MS = 300
"""From so long a wait on, a page says what it waits for."""


class LatestAnswer(QObject):
    """One page's questions. An answer that another question, or the end of the visit, has overtaken is dropped.

    ``is_slow`` becomes true where an answer takes longer than people wait without a word.
    """

    changed = Signal()
    """It became slow, or is no longer."""

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._asked = 0
        self._is_waiting = False
        self._is_slow = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SLOW_MS)
        self._timer.timeout.connect(self._grow_slow)

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is still to come."""
        return self._is_waiting

    @property
    def is_slow(self) -> bool:
        """Whether it is late."""
        return self._is_slow

    def ask(
        self, work: Callable[[], T], take: Callable[[T], None], fail: Callable[[Exception], None]
    ) -> None:
        """Have ``work`` done in the background; ``take`` or ``fail`` is called here, unless something is asked meanwhile."""
        self.drop()
        self._asked += 1
        number = self._asked
        self._is_waiting = True
        self._timer.start()

        def deliver(answer: T) -> None:
            if self._settle(number):
                take(answer)

        def fall(error: Exception) -> None:
            if self._settle(number):
                fail(error)

        self._background.submit(work, deliver, fall)

    def drop(self) -> None:
        """Want no answer any more to what was asked."""
        self._asked += 1
        self._rest()

    def _settle(self, number: int) -> bool:
        if number != self._asked:
            return False
        self._rest()
        return True

    def _rest(self) -> None:
        self._timer.stop()
        was_slow, self._is_waiting, self._is_slow = self._is_slow, False, False
        if was_slow:
            self.changed.emit()

    def _grow_slow(self) -> None:
        self._is_slow = True
        self.changed.emit()
