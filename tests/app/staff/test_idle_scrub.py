"""Installed files are read again while nobody needs the device, and staff hear of what has rotted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.app.interface_thread import InterfaceThread
from kiosk.app.staff.idle_scrub import EVERY_S, FIRST_AFTER_S, IdleScrub
from kiosk.model.errors import KioskError
from kiosk.packs.store import PackStore
from tests.fakes.qt_loop import spin_until
from tests.fakes.signed_packs import ThrowAwayOperator
from tests.fakes.staff_hands import SignedSticks

pytestmark = pytest.mark.usefixtures("qapp")


class Night:
    """A device with a pack, and a clock that the test moves."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "device"
        self.now_s = 0.0
        self.problems: list[KioskError] = []
        sticks = SignedSticks(folder, ThrowAwayOperator())
        sticks.operator.trust(self.data)
        with closing(PackStore(self.data)) as store:
            assert store.install(sticks.make(1)).result == "installed"
            self.files = [sha256 for sha256, _ in store.list_releases()[0].manifest.files()]
        self.interface = InterfaceThread()
        self.scrub = IdleScrub(self.data, self.interface.ask, self.problems.append, lambda: self.now_s)

    def is_reading(self) -> bool:
        return self.scrub.is_under_way

    def wait(self) -> None:
        spin_until(lambda: not self.scrub.is_under_way, patience_s=40)


@pytest.fixture
def night(tmp_path: Path) -> Iterator[Night]:
    night = Night(tmp_path)
    yield night
    night.scrub.stop()
    night.interface.close()


def test_once_a_day_and_not_in_the_first_hour(night: Night) -> None:
    night.scrub.begin_if_due()
    assert not night.is_reading()
    night.now_s = FIRST_AFTER_S
    night.scrub.begin_if_due()
    assert night.is_reading()
    night.wait()
    assert night.problems == []
    night.scrub.begin_if_due()
    assert not night.is_reading()
    night.now_s += EVERY_S
    night.scrub.begin_if_due()
    assert night.is_reading()
    night.scrub.stop()
    assert not night.is_reading()
    night.now_s += FIRST_AFTER_S
    night.scrub.begin_if_due()
    assert night.is_reading()


def test_what_has_rotted_is_told_to_staff(night: Night) -> None:
    rotten = night.files[-1]
    path = night.data / "packs" / "blobs" / rotten[:2] / rotten
    path.write_bytes(b"x" + path.read_bytes()[1:])
    night.now_s = FIRST_AFTER_S
    night.scrub.begin_if_due()
    night.wait()
    (problem,) = night.problems
    assert problem.code == "app.file-rotten" and rotten[:12] in problem.thing and "test.mill" in problem.found
    assert not path.exists()
