"""A command in a process of its own is heard on the interface thread, and its end is told whatever it is."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.app.interface_thread import InterfaceThread
from kiosk.app.staff import task_process
from kiosk.app.staff.task_process import Record, TaskProcess
from tests.fakes.qt_loop import spin, spin_until

pytestmark = pytest.mark.usefixtures("qapp")


class Listener:
    """Starts tasks and notes what they say."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch
        self.interface = InterfaceThread()
        self.progress: list[Record] = []
        self.ends: list[Record | None] = []
        self.threads: set[threading.Thread] = set()

    def run(self, program: str) -> TaskProcess:
        """Run a Python program in the place of ``kiosk``."""
        self._monkeypatch.setattr(
            task_process, "own_command", lambda *words: [sys.executable, "-c", program, *words]
        )
        return TaskProcess(("a", "b"), self.interface.ask, self._note_progress, self._note_end)

    def wait(self) -> Record | None:
        spin_until(lambda: self.ends)
        return self.ends[0]

    def _note_progress(self, record: Record) -> None:
        self.threads.add(threading.current_thread())
        self.progress.append(record)

    def _note_end(self, record: Record | None) -> None:
        self.threads.add(threading.current_thread())
        self.ends.append(record)


@pytest.fixture
def listener(monkeypatch: pytest.MonkeyPatch) -> Iterator[Listener]:
    listener = Listener(monkeypatch)
    yield listener
    listener.interface.close()


def test_progress_and_the_answer_come_on_the_interface_thread(listener: Listener) -> None:
    listener.run(
        'import json, sys; print(json.dumps({"progress": "Copying", "done_bytes": 1}), flush=True);'
        'print(json.dumps({"result": "installed", "words": sys.argv[1:]}))'
    )
    assert listener.wait() == {"result": "installed", "words": ["a", "b", "--json"]}
    assert listener.progress == [{"progress": "Copying", "done_bytes": 1}]
    assert listener.threads == {threading.main_thread()}


def test_progress_faster_than_eyes_follow_is_not_all_told(listener: Listener) -> None:
    listener.run('for n in range(20_000): print(\'{"progress": "Copying", "done_bytes": %d}\' % n)')
    assert listener.wait() is None
    assert 1 <= len(listener.progress) < 200


@pytest.mark.allow_log("kiosk.app.staff.task_process: a task ended with [01] and said")
@pytest.mark.parametrize(
    "program", ["import os; os.kill(os.getpid(), 9)", "raise SystemExit(1)", "1 / 0", "print('[1]')"]
)
def test_an_end_without_an_answer_is_told_as_none(listener: Listener, program: str) -> None:
    listener.run(program)
    assert listener.wait() is None


def test_what_is_killed_ends(listener: Listener) -> None:
    task = listener.run("import time; time.sleep(60)")
    task.kill()
    assert listener.wait() is None


def test_after_closing_nothing_is_heard_and_no_process_is_left(listener: Listener) -> None:
    task = listener.run("import time; print('{\"result\": 1}', flush=True); time.sleep(60)")
    task.close()
    spin(50)
    assert listener.ends == []
    with pytest.raises(ProcessLookupError):
        os.kill(task.pid, 0)


@pytest.mark.skipif(not Path("/usr/bin/nice").exists(), reason="there is no nice here")
def test_the_guide_comes_first(listener: Listener) -> None:
    listener.run("import json, os; print(json.dumps({'nice': os.nice(0)}))")
    answer = listener.wait()
    assert answer is not None and answer["nice"] >= 10


def test_this_very_program_is_found_from_any_folder(
    listener: Listener, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    TaskProcess(
        ("staff", "shelf", "--data", str(tmp_path)),
        listener.interface.ask,
        lambda _: None,
        listener.ends.append,
    )
    assert listener.wait() == {"operator": None, "withdrawn": []}
