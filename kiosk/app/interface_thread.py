"""The way from a room's own thread back to the interface's, where the log is written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot


class InterfaceThread(QObject):
    """Does what other threads ask on the thread it was made on, in the order it was asked."""

    _asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._is_open = True
        self._asked.connect(self._do, Qt.ConnectionType.QueuedConnection)

    def ask(self, act: Callable[[], None]) -> None:
        """Have ``act`` called soon; from any thread, and at once back."""
        self._asked.emit(act)

    def close(self) -> None:
        """Do nothing any more; what is still on its way is dropped."""
        self._is_open = False

    @Slot(object)
    def _do(self, act: Callable[[], None]) -> None:
        if self._is_open:
            act()
