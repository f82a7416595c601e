"""What every receiver of positions keeps to: files, pipes, serial ports, the system's service through Qt, and the fake."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QFile, QIODevice, QObject
from PySide6.QtPositioning import QGeoPositionInfoSource, QNmeaPositionInfoSource

from kiosk.place.events import Fix, ReceiverEvent
from kiosk.place.nmea_receiver import NmeaReceiver
from kiosk.place.qt_position import QtPosition
from kiosk.place.receiver import Receiver, Tell
from kiosk.place.walk import Pause, format_walk
from tests.fakes.fake_place import FakeReceiver

PATIENCE_S = 20.0
START = (28.5245, 77.1855)
WALK = [Pause(*START, 3), Pause(28.5250, 77.1855, 60)]


class Listener:
    """Keeps what a receiver tells, and on which threads; its waiting lets the interface run."""

    def __init__(self) -> None:
        self.events: list[ReceiverEvent] = []
        self.threads: set[threading.Thread] = set()

    def tell(self, event: ReceiverEvent) -> None:
        self.events.append(event)
        self.threads.add(threading.current_thread())

    @property
    def fixes(self) -> list[Fix]:
        return [event for event in self.events if isinstance(event, Fix)]

    def wait_for(self, is_met: Callable[[], bool]) -> bool:
        until = time.monotonic() + PATIENCE_S
        while not is_met() and time.monotonic() < until:
            QCoreApplication.processEvents()
            time.sleep(0.005)
        return is_met()

    def wait_for_fixes(self, count: int) -> bool:
        return self.wait_for(lambda: len(self.fixes) >= count)


class PushedReceiver:
    """The fake, with a thread of its own that gives fixes."""

    def __init__(self) -> None:
        self._fake = FakeReceiver()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, tell: Tell) -> None:
        self.stop()
        self._stopping.clear()
        self._fake.start(tell)
        self._thread = threading.Thread(target=self._push)
        self._thread.start()

    def stop(self) -> None:
        self._fake.stop()
        self._stopping.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _push(self) -> None:
        while not self._stopping.wait(0.02):
            self._fake.give(Fix(*START, 5.0, time.monotonic_ns() // 1_000_000))


class Writer:
    """Writes a walk into a pipe or a terminal, quickly, until it is closed."""

    def __init__(self, handle: int) -> None:
        self._handle = handle
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._write)
        self._thread.start()

    def close(self) -> None:
        self._stopping.set()
        self._thread.join()
        os.close(self._handle)

    def _write(self) -> None:
        while not self._stopping.is_set():
            for line in format_walk(WALK):
                if self._stopping.wait(0.01):
                    return
                os.write(self._handle, f"{line}\r\n".encode())


@pytest.fixture(params=["fake", "recording", "pipe", "port", "qt"])
def receiver(request: pytest.FixtureRequest, tmp_path: Path, qapp: QCoreApplication) -> Iterator[Receiver]:
    if request.param == "fake":
        made: Receiver = PushedReceiver()
        yield made
    elif request.param == "recording":
        made = NmeaReceiver(write_walk(tmp_path), pace=25)
        yield made
    elif request.param == "qt":
        made = QtPosition(lambda parent: make_source(parent, write_walk(tmp_path)))
        yield made
    else:
        path, writer = open_live(request.param, tmp_path)
        made = NmeaReceiver(path)
        yield made
        made.stop()
        writer.close()
    made.stop()


def write_walk(folder: Path) -> Path:
    path = folder / "walk.nmea"
    path.write_text("".join(f"{line}\r\n" for line in format_walk(WALK)))
    return path


def open_live(kind: str, folder: Path) -> tuple[Path, Writer]:
    if kind == "pipe":
        path = folder / "receiver"
        os.mkfifo(path)
        return path, Writer(os.open(path, os.O_RDWR))
    ours, theirs = os.openpty()
    path = Path(os.ttyname(theirs))
    return path, _TerminalWriter(ours, theirs)


class _TerminalWriter(Writer):
    def __init__(self, ours: int, theirs: int) -> None:
        self._theirs = theirs
        super().__init__(ours)

    def close(self) -> None:
        super().close()
        os.close(self._theirs)


def make_source(parent: QObject, path: Path) -> QGeoPositionInfoSource:
    """Return a source of Qt's own that shows a recording: what stands in for a service where there is none."""
    source = QNmeaPositionInfoSource(QNmeaPositionInfoSource.UpdateMode.SimulationMode, parent)
    file = QFile(str(path), source)
    assert file.open(QIODevice.OpenModeFlag.ReadOnly)
    source.setDevice(file)
    return source


def test_fixes_come_in_order_and_are_where_the_walk_goes(receiver: Receiver) -> None:
    heard = Listener()
    receiver.start(heard.tell)
    assert heard.wait_for_fixes(2)
    receiver.stop()
    assert [event for event in heard.events if not isinstance(event, Fix)] == []
    times = [fix.at_ms for fix in heard.fixes]
    assert times == sorted(times)
    assert all(abs(fix.lat - START[0]) < 0.01 and abs(fix.lon - START[1]) < 0.01 for fix in heard.fixes)
    assert all(0 < fix.accuracy_m < 100 for fix in heard.fixes)


def test_everything_is_told_on_one_thread(receiver: Receiver) -> None:
    heard = Listener()
    receiver.start(heard.tell)
    assert heard.wait_for_fixes(2)
    receiver.stop()
    assert len(heard.threads) == 1


def test_after_stop_nothing_is_told(receiver: Receiver) -> None:
    heard = Listener()
    receiver.start(heard.tell)
    assert heard.wait_for_fixes(1)
    receiver.stop()
    count = len(heard.events)
    time.sleep(0.1)
    QCoreApplication.processEvents()
    assert len(heard.events) == count


def test_it_starts_anew_after_a_stop_and_over_itself(receiver: Receiver) -> None:
    first, second, third = Listener(), Listener(), Listener()
    receiver.start(first.tell)
    receiver.start(second.tell)
    assert second.wait_for_fixes(1)
    receiver.stop()
    receiver.start(third.tell)
    assert third.wait_for_fixes(1)


def test_stopping_at_once_twice_or_before_the_start_is_harmless(receiver: Receiver) -> None:
    receiver.stop()
    heard: list[Any] = []
    receiver.start(heard.append)
    receiver.stop()
    receiver.stop()
