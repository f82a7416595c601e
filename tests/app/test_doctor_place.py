"""``kiosk doctor`` on where the device is: needed only where a stop stands outdoors."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from kiosk.app.doctor.finding import Status
from kiosk.app.doctor.place import BUS, SERVICE, check_place, count_outdoors
from kiosk.packs.store import PackStore
from tests.fakes.composed_guide import data, pack

__all__ = ["data", "pack"]


def test_the_stops_with_a_place_are_counted(data: Path) -> None:
    with closing(PackStore(data)) as store, closing(store.open_library()) as library:
        assert count_outdoors(library) == 1


def test_indoors_nothing_is_needed() -> None:
    finding = check_place("auto", 0)
    assert (finding.status, finding.remedy) == (Status.OK, "")
    assert "not needed" in finding.found


def test_a_service_that_is_there_and_one_that_is_not(tmp_path: Path) -> None:
    absent = check_place("auto", 3, tmp_path)
    assert absent.status is Status.WARN and "geoclue-2.0" in absent.remedy
    for path in (SERVICE, BUS):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).touch()
    there = check_place("auto", 1, tmp_path)
    assert there.status is Status.OK and "1 outdoor stop " in there.found


def test_a_choice_is_no_fault() -> None:
    finding = check_place("none", 3)
    assert finding.status is Status.OK and "switched off; 3 outdoor stops" in finding.found


def test_a_receiver_that_is_there_and_one_that_is_not(tmp_path: Path) -> None:
    absent = check_place(str(tmp_path / "ttyUSB0"), 3)
    assert absent.status is Status.WARN and absent.remedy
    (tmp_path / "walk.nmea").touch()
    assert check_place(str(tmp_path / "walk.nmea"), 3).status is Status.OK
