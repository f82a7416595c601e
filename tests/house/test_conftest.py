"""The detectors detect: one planted stray or leak of each kind fails its test, and clean tests pass."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[[str], pytest.RunResult]

# Little patience, because here most of what is waited for never ends.
CONFTEST = """
from tests.conftest import *
from tests.conftest import _watch_leaks
from tests.house import leaks

leaks.PATIENCE_S = 0.7
"""

PLANTED = '''
import logging, socket, sqlite3, subprocess, sys, threading, time
import pytest
from PySide6.QtCore import QObject, QThread, QTimer, qWarning
from PySide6.QtGui import QWindow

kept = []

def connect(path):
    return sqlite3.connect(path, check_same_thread=False)

def test_clean(qapp, tmp_path):
    connection = sqlite3.connect(tmp_path / "a.db")
    connection.close()
    timer = QTimer()
    timer.start(5)
    timer.stop()
    thread = threading.Thread(target=lambda: None)
    thread.start()
    thread.join()
    logging.getLogger("kiosk").info("all is well")

def test_stray_log():
    logging.getLogger("kiosk.packs").warning("something is odd")

@pytest.mark.allow_log(r"kiosk\\.packs: something")
def test_clean_allowed_log():
    logging.getLogger("kiosk.packs").warning("something is odd")

def test_stray_qt_message():
    qWarning("Cannot read property of null")

@pytest.mark.allow_qt_message("Cannot read")
def test_clean_allowed_qt_message():
    qWarning("Cannot read property of null")

def test_stray_python_warning():
    import warnings
    warnings.warn("old ways")

def test_leaked_thread():
    stop = threading.Event()
    kept.append(stop)
    threading.Thread(target=stop.wait, args=(20,), daemon=True).start()

def test_clean_thread_that_ends_soon():
    threading.Thread(target=time.sleep, args=(0.2,)).start()

def test_leaked_timer(qapp):
    timer = QTimer()
    timer.start(1000)
    kept.append(timer)

def test_leaked_timer_in_a_parent(qapp):
    parent = QObject()
    timer = QTimer(parent)
    timer.start(1000)
    kept.append((parent, timer))

def test_leaked_qthread(qapp):
    thread = QThread()
    thread.start()
    kept.append(thread)

def test_leaked_player(qapp):
    from PySide6.QtMultimedia import QMediaPlayer
    kept.append(QMediaPlayer())

def test_leaked_camera(qapp):
    from PySide6.QtMultimedia import QCamera
    kept.append(QCamera())

def test_leaked_window(qapp):
    kept.append(QWindow())

def test_clean_window_deleted_later(qapp):
    window = QWindow()
    window.deleteLater()
    kept.append(window)

def test_leaked_connection(tmp_path):
    kept.append(sqlite3.connect(tmp_path / "a.db"))

def test_leaked_connection_of_another_thread(tmp_path):
    thread = threading.Thread(target=lambda: kept.append(connect(tmp_path / "a.db")))
    thread.start()
    thread.join()

def test_leaked_socket():
    kept.append(socket.socket())

def test_leaked_process():
    kept.append(subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE))

@pytest.mark.allow_leak("told so")
def test_clean_allowed_leak():
    kept.append(socket.socket())

@pytest.fixture
def connection(tmp_path):
    connection = sqlite3.connect(tmp_path / "a.db")
    yield connection
    connection.close()

def test_clean_fixture(connection):
    connection.execute("select 1")

@pytest.fixture
def forgotten(tmp_path):
    yield sqlite3.connect(tmp_path / "a.db")

def test_clean_garbage(forgotten):
    """Nobody holds it any more: the garbage collector has closed it."""

@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    connection = sqlite3.connect(tmp_path_factory.mktemp("shared") / "a.db")
    yield connection
    connection.close()

def test_clean_wider_fixture(shared):
    shared.execute("select 1")

def test_clean_end():
    for thing in kept:
        if isinstance(thing, QThread):
            thread = thing
            thread.quit()
            thread.wait()
        if isinstance(thing, threading.Event):
            thing.set()
        if isinstance(thing, subprocess.Popen):
            thing.communicate()
        if isinstance(thing, (socket.socket, sqlite3.Connection)):
            thing.close()
    kept.clear()
'''


@pytest.fixture
def run_planted(pytester: pytest.Pytester, house: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs tests under the house's own settings and conftest, in a process of their own."""
    monkeypatch.setenv("PYTHONPATH", str(house))
    pytester.makeconftest(CONFTEST)

    def run(text: str) -> pytest.RunResult:
        module = pytester.makepyfile(text)
        settings = ["-c", str(house / "pyproject.toml"), "--rootdir", str(pytester.path)]
        return pytester.runpytest_subprocess(*settings, "-p", "no:cacheprovider", "-rA", str(module))

    return run


def test_each_planted_fault_fails_and_each_clean_test_passes(run_planted: Run) -> None:
    output = run_planted(PLANTED).stdout.str()
    planted = re.findall(r"^def (test_\w+)", PLANTED, re.MULTILINE)
    noticed = set(re.findall(r"^(?:ERROR|FAILED) \S+::(test_\w+)", output, re.MULTILINE))
    assert noticed == {name for name in planted if not name.startswith("test_clean")}, output


def test_a_failing_test_is_not_blamed_twice(run_planted: Run) -> None:
    result = run_planted(
        "from threading import Event, Thread\n\ndef test_fails():\n"
        "    Thread(target=Event().wait, args=(20,), daemon=True).start()\n    assert False\n"
    )
    result.assert_outcomes(failed=1, errors=0)
