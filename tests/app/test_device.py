"""The rooms of one guide, joined and closed together."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.app.data_folder import hold_data_folder
from kiosk.app.device import Device, Fitting
from kiosk.app.interface_thread import InterfaceThread
from kiosk.app.sync_diary import SyncDiary
from kiosk.model.errors import KioskError
from kiosk.sync.state import SyncState
from kiosk.visits.incidents import read_incidents
from tests.fakes.composed_guide import data, find_dwells, pack
from tests.fakes.qt_loop import spin, spin_until

__all__ = ["data", "pack"]

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_device_without_a_camera_makes_no_scanner(data: Path) -> None:
    with hold_data_folder(data) as folder:
        device = Device(folder, Fitting(open_camera=None))
        try:
            assert device.rooms.make_scanner is None
            assert [site.id for site in device.library.sites("en")] == ["mill"]
        finally:
            device.close()


def test_closing_ends_the_visit_that_is_under_way_and_folds_it(data: Path) -> None:
    with hold_data_folder(data) as folder:
        device = Device(folder, Fitting(open_camera=None, fold_after_visits=1))
        device.visit.start("mill", "en", stops_on_offer=3)
        device.visit.open_stop("mill/wheel", "list")
        device.close()
    assert "mill/wheel" in find_dwells(data)


def test_a_visit_that_has_ended_left_nothing_that_tells_the_order_of_its_stories(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[str] = []
    with hold_data_folder(data) as folder:
        device = Device(folder, Fitting(open_camera=None))
        try:
            monkeypatch.setattr(device.voice, "forget_visit", lambda: ended.append(device.visit.id or "over"))
            device.visit.start("mill", "en", stops_on_offer=3)
            device.visit.end("leave")
        finally:
            device.close()
    assert len(ended) == 1


@pytest.mark.allow_log("kiosk.app.device")
def test_damage_that_is_met_later_is_told_at_the_next_visit_s_end(data: Path) -> None:
    with hold_data_folder(data) as folder:
        device = Device(folder, Fitting(open_camera=None))
        try:
            device.library.problems.append(KioskError("A picture is damaged", code="packs.file-missing"))
            for _ in range(2):
                device.settle()
        finally:
            device.close()  # what is noted beside a visit is on the disk at the latest now
    assert read_incidents(data / "events.db", 0) == {"packs.file-missing": 1}


@pytest.mark.allow_log("kiosk.app.sync_diary")
def test_the_hub_is_noted_when_it_is_lost_and_when_it_is_back() -> None:
    noted: list[tuple[str, int]] = []
    diary = SyncDiary(lambda outcome, facts: noted.append((outcome, facts)))
    for state in (
        SyncState(),
        SyncState(sent=3, last_success_ms=1),
        SyncState(sent=9, last_success_ms=2),
        SyncState(sent=9, last_success_ms=2, failures=1, why="refused"),
        SyncState(sent=9, last_success_ms=2, failures=2, why="refused"),
        SyncState(sent=12, last_success_ms=3),
    ):
        diary.take(state)
    assert noted == [("acknowledged", 3), ("failed", 6), ("acknowledged", 3)]


def test_what_a_thread_asks_is_done_on_the_interface_s_own_until_it_is_closed() -> None:
    import threading

    done: list[threading.Thread] = []
    interface = InterfaceThread()

    def ask() -> None:
        interface.ask(lambda: done.append(threading.current_thread()))

    for _ in range(2):
        asking = threading.Thread(target=ask)
        asking.start()
        asking.join()
        spin_until(lambda: done)
    interface.close()
    ask()
    spin(20)
    assert set(done) == {threading.main_thread()} and len(done) <= 2
