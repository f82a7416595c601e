"""The one door off the interface thread: outcomes come back on it, and nothing comes after the close."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from kiosk.screens.background import QtBackground
from tests.screens.conftest import wait_until


def test_an_outcome_comes_back_on_the_interface_thread(qapp: QGuiApplication) -> None:
    background = QtBackground()
    came: list[tuple[int, int]] = []
    background.submit(threading.get_ident, lambda there: came.append((there, threading.get_ident())), _refuse)
    wait_until(lambda: bool(came))
    there, here = came[0]
    assert there != here == threading.get_ident()
    background.close()


def test_a_failure_is_handed_to_its_caller(qapp: QGuiApplication) -> None:
    background = QtBackground()
    failures: list[Exception] = []

    def fail() -> None:
        raise OSError("the stick is gone")

    background.submit(fail, _refuse, failures.append)
    wait_until(lambda: bool(failures))
    assert str(failures[0]) == "the stick is gone"
    background.close()


def test_nothing_is_heard_after_the_close(qapp: QGuiApplication) -> None:
    background = QtBackground()
    came: list[int] = []
    background.submit(lambda: 1, came.append, _refuse)
    background.close()
    QCoreApplication.processEvents()
    assert came == []
    with pytest.raises(RuntimeError):
        background.submit(lambda: 1, came.append, _refuse)


def _refuse(outcome: object) -> None:
    raise AssertionError(outcome)
