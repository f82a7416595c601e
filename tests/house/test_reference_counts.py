"""PySide6 6.12.0 on Python 3.11 lost a reference to None with each void call and one to True with each emit."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QObject, Signal

CALLS = 200
SLACK = 20  # other code in the process may take or give a few


class Bell(QObject):
    rung = Signal(bool)


def test_void_calls_keep_the_references_to_none(qapp: QCoreApplication) -> None:
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        QCoreApplication.processEvents()
    assert abs(sys.getrefcount(None) - before) <= SLACK


def test_signals_keep_the_references_to_true(qapp: QCoreApplication) -> None:
    bell = Bell()
    heard: list[int] = []
    bell.rung.connect(lambda _: heard.append(1))
    before = sys.getrefcount(True)
    for _ in range(CALLS):
        bell.rung.emit(True)
    assert abs(sys.getrefcount(True) - before) <= SLACK
    assert len(heard) == CALLS
