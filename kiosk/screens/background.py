"""The one door off the interface thread, made with Qt's thread pool."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

T = TypeVar("T")


class QtBackground(QObject):
    """Runs work in a pool of threads and brings each outcome back to the thread this object lives in.

    After :meth:`close` nothing is delivered any more: a page that is gone hears nothing.
    """

    _finished = Signal(object, object)

    def __init__(self, threads: int = 2) -> None:
        super().__init__()
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(threads)
        self._closed = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Run ``work`` in the pool, then call ``done`` or ``failed`` on the interface thread.

        Raises:
            RuntimeError: After :meth:`close`; that is a bug of the caller's.
        """
        if self._closed:
            raise RuntimeError("work was handed over after the background was closed")
        self._pool.start(_Work(work, done, failed, self._finished.emit))

    def close(self) -> None:
        """Wait for what is under way, then let nothing through."""
        self._closed = True
        self._pool.waitForDone()

    @Slot(object, object)
    def _deliver(self, receive: Callable[[Any], None], outcome: object) -> None:
        if not self._closed:
            receive(outcome)


class _Work(QRunnable):
    def __init__(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        finish: Callable[[object, object], None],
    ) -> None:
        super().__init__()
        self._work = work
        self._done = done
        self._failed = failed
        self._finish = finish

    def run(self) -> None:
        try:
            outcome = self._work()
        except Exception as error:  # noqa: BLE001 - any failure of the work is its caller's, on the caller's thread
            self._finish(self._failed, error)
        else:
            self._finish(self._done, outcome)
