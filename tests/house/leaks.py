"""Finds what a test left behind: threads, timers, players, windows, connections, sockets, processes.

Before a test everything that exists is frozen (``gc.freeze``), so that afterwards the collector lists
only what came into being meanwhile: a look costs well under a millisecond.
"""

from __future__ import annotations

import gc
import sqlite3
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

PATIENCE_S = 2.0  # how long a thread or a process that was told to stop may take
ENDING = "is still running"

Judge = Callable[[Any], bool]


def _is_open(connection: sqlite3.Connection) -> bool:
    try:
        connection.total_changes  # noqa: B018  the cheapest question that a closed connection refuses
    except sqlite3.ProgrammingError:
        return False
    return True


def _is_valid(wrapper: Any) -> bool:
    import shiboken6

    return shiboken6.isValid(wrapper)


# Module, class, and whether an object of it is a leak. A module that was never imported has no objects.
WATCHED: tuple[tuple[str, str, Judge], ...] = (
    ("PySide6.QtCore", "QThread", lambda thread: _is_valid(thread) and thread.isRunning()),
    ("PySide6.QtCore", "QTimer", lambda timer: _is_valid(timer) and timer.isActive()),
    ("PySide6.QtCore", "QProcess", lambda process: _is_valid(process) and process.state().value != 0),
    ("PySide6.QtGui", "QWindow", _is_valid),
    ("PySide6.QtMultimedia", "QAudioSink", _is_valid),
    ("PySide6.QtMultimedia", "QCamera", _is_valid),
    ("PySide6.QtMultimedia", "QMediaPlayer", _is_valid),
    ("PySide6.QtQml", "QQmlEngine", _is_valid),
    ("sqlite3", "Connection", _is_open),
    ("socket", "socket", lambda one: one.fileno() != -1),
    ("subprocess", "Popen", lambda process: process.poll() is None),
)


class LeakWatch:
    """What there was before a test, to be compared with what there is after it."""

    def __init__(self) -> None:
        gc.unfreeze()
        gc.freeze()
        self._threads = set(threading.enumerate())

    def finish(self) -> list[str]:
        """Return one line for each thing left behind, after giving it a fair chance to go."""
        leaks = self._look()
        if leaks:
            gc.collect()
            leaks = self._look()
        deadline = time.monotonic() + PATIENCE_S
        while any(ENDING in leak for leak in leaks) and time.monotonic() < deadline:
            time.sleep(0.02)
            leaks = self._look()
        return leaks

    def _look(self) -> list[str]:
        _deliver_deferred_deletes()
        return [*self._list_threads(), *_list_objects()]

    def _list_threads(self) -> Iterator[str]:
        for thread in threading.enumerate():
            if thread not in self._threads and not isinstance(thread, threading._DummyThread):
                yield f"thread {thread.name!r} {ENDING}"


def _deliver_deferred_deletes() -> None:
    if "PySide6.QtCore" not in sys.modules:
        return
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QCoreApplication.processEvents()


def _list_objects() -> list[str]:
    judges = [
        (kind, judge)
        for module, name, judge in WATCHED
        if (kind := getattr(sys.modules.get(module), name, None)) is not None
    ]
    verdicts: dict[type, tuple[type, Judge] | None] = {}
    leaks = []
    for thing in gc.get_objects():
        kind = type(thing)
        if kind not in verdicts:
            verdicts[kind] = next((pair for pair in judges if issubclass(kind, pair[0])), None)
        verdict = verdicts[kind]
        if verdict is not None and verdict[1](thing):
            state = ENDING if verdict[0].__name__ in ("QThread", "QProcess", "Popen") else "was left behind"
            leaks.append(f"{kind.__module__}.{kind.__qualname__} {state}: {thing!r}")
    return leaks
