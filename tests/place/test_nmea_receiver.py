from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.place import nmea_receiver
from kiosk.place.events import Fix, ReceiverEvent, Silent, Troubled
from kiosk.place.nmea_receiver import NmeaReceiver
from kiosk.place.walk import Pause, format_walk


def wait_for(is_met: Callable[[], bool]) -> bool:
    until = time.monotonic() + 10
    while not is_met() and time.monotonic() < until:
        time.sleep(0.005)
    return is_met()


def write_walk(path: Path, seconds: int = 5) -> Path:
    path.write_text("\n".join(format_walk([Pause(28.5, 77.2, seconds)])))
    return path


def test_a_recording_is_shown_to_its_end_and_then_there_is_no_sky(tmp_path: Path) -> None:
    events: list[ReceiverEvent] = []
    receiver = NmeaReceiver(write_walk(tmp_path / "walk.nmea"), pace=500)
    receiver.start(events.append)
    assert wait_for(lambda: any(isinstance(event, Silent) for event in events))
    receiver.stop()
    assert [type(event) for event in events] == [Fix] * 5 + [Silent]


def test_a_recording_goes_at_its_own_pace(tmp_path: Path) -> None:
    events: list[ReceiverEvent] = []
    receiver = NmeaReceiver(write_walk(tmp_path / "walk.nmea"), pace=10)
    began = time.monotonic()
    receiver.start(events.append)
    assert wait_for(lambda: len(events) == 5)
    receiver.stop()
    assert time.monotonic() - began >= 0.4


def test_stopping_does_not_wait_for_the_next_position(tmp_path: Path) -> None:
    receiver = NmeaReceiver(write_walk(tmp_path / "walk.nmea"), pace=0.01)
    events: list[ReceiverEvent] = []
    receiver.start(events.append)
    time.sleep(0.05)
    began = time.monotonic()
    receiver.stop()
    assert time.monotonic() - began < 1


def test_a_receiver_that_is_pulled_out_is_told_once_and_found_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nmea_receiver, "RETRY_S", 0.02)
    path, events = tmp_path / "receiver", list[ReceiverEvent]()
    receiver = NmeaReceiver(path)
    receiver.start(events.append)
    assert wait_for(lambda: len(events) == 1)
    time.sleep(0.1)
    assert [type(event) for event in events] == [Troubled], "each look finds nothing, and says so once"
    os.mkfifo(path)
    writer = os.open(path, os.O_RDWR)
    for line in format_walk([Pause(28.5, 77.2, 3)]):
        os.write(writer, f"{line}\n".encode())
    assert wait_for(lambda: isinstance(events[-1], Fix))
    receiver.stop()
    os.close(writer)


def test_a_port_that_goes_away_is_trouble_for_staff(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nmea_receiver, "RETRY_S", 0.02)
    ours, theirs = os.openpty()
    events: list[ReceiverEvent] = []
    receiver = NmeaReceiver(Path(os.ttyname(theirs)))
    receiver.start(events.append)
    time.sleep(0.1)
    os.write(ours, ("\r\n".join(format_walk([Pause(28.5, 77.2, 3)])) + "\r\n").encode())
    assert wait_for(lambda: any(isinstance(event, Fix) for event in events))
    os.close(theirs)
    os.close(ours)
    assert wait_for(lambda: isinstance(events[-1], Troubled))
    receiver.stop()
    trouble = events[-1]
    assert isinstance(trouble, Troubled)
    assert trouble.error.code in ("place.receiver-lost", "place.no-receiver") and trouble.error.remedy


def test_a_flood_of_rubbish_costs_little_and_ends_when_told(tmp_path: Path) -> None:
    path = tmp_path / "receiver"
    os.mkfifo(path)
    writer = os.open(path, os.O_RDWR | os.O_NONBLOCK)
    events: list[ReceiverEvent] = []
    receiver = NmeaReceiver(path)
    receiver.start(events.append)
    began, busy = time.monotonic(), time.process_time()
    while time.monotonic() - began < 0.5:
        try:
            os.write(writer, os.urandom(4096))
        except BlockingIOError:
            time.sleep(0.01)
    busy = time.process_time() - busy
    receiver.stop()
    os.close(writer)
    assert events == [] and busy < 0.4
