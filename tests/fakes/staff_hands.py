"""Whoever stands at the staff's desk in the contract suite: before the real one with its processes, or the fake."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from kiosk.app.interface_thread import InterfaceThread
from kiosk.app.staff.desk import Desk
from kiosk.app.staff.live_content import LiveContent
from kiosk.model.errors import KioskError
from kiosk.model.pack_offer import OfferState, Publisher
from kiosk.packs.source import read_source
from kiosk.packs.store import PackStore
from kiosk.screens.background import QtBackground
from kiosk.screens.staff_rooms import StaffDesk
from tests.fakes.fake_drives import FakeDrives
from tests.fakes.fake_staff import MILL, FakeDesk, make_drive, make_offer
from tests.fakes.qt_loop import spin_until
from tests.fakes.signed_packs import ThrowAwayOperator
from tests.packs.small_source import write_small_source


class StaffHands(Protocol):
    """What a test does at a desk and around it. ``pack_id`` is the pack that sticks bring."""

    desk: StaffDesk
    pack_id: str

    def plug(self, version: int, *, trusted: bool = True) -> str:
        """Plug in a stick with this version; wait until it was read; return its path."""
        ...

    def pull(self, path: str) -> None: ...
    def finish(self, result: str, code: str = "") -> None:
        """Wait until the task under way has ended, and see that it ended so."""
        ...

    def enter(self) -> None:
        """Let a visit begin."""
        ...

    def leave(self) -> None:
        """Let the visit end."""
        ...

    def wait(self, is_so: Callable[[], object]) -> None: ...
    def close(self) -> None: ...


class FakeHands:
    """At the fake: the test's own words are what happens."""

    pack_id = "se.norrby.mill"

    def __init__(self, *, pin: str = "") -> None:
        self._fake = FakeDesk(pin=pin, operator=None)
        self.desk: StaffDesk = self._fake

    def plug(self, version: int, *, trusted: bool = True) -> str:
        here = max((one.version for one in self._fake.shelf), default=0)
        state = OfferState.NEWER if here else OfferState.NEW
        publisher = MILL if trusted else replace(MILL, trusted=False)
        if trusted:
            self._fake.operator = publisher
        drive = make_drive(make_offer(version, state, installed_version=here), publisher=publisher)
        self._fake.plug(replace(drive, looking=True, offers=(), publisher=None))
        self._fake.plug(drive)
        return drive.path

    def pull(self, path: str) -> None:
        self._fake.plug(*(look for look in self._fake.drives if look.path != path))

    def finish(self, result: str, code: str = "") -> None:
        message = f"It was not done · [{code}]" if code else ""
        self._fake.end(result, message, code)

    def enter(self) -> None:
        self._fake.in_visit = True

    def leave(self) -> None:
        self._fake.end_visit()

    def wait(self, is_so: Callable[[], object]) -> None:
        assert is_so()

    def close(self) -> None:
        pass


@dataclass(frozen=True)
class SignedSticks:
    """Sticks of one operator, a folder each, made once for all tests; nobody may change them."""

    folder: Path
    operator: ThrowAwayOperator

    def make(self, version: int) -> Path:
        """Return the stick with this version; lower ones have to be made first, as a publisher would."""
        stick = self.folder / f"STICK-{version}"
        if not stick.exists():
            source = read_source(write_small_source(self.folder / f"source-{version}"))
            hpack = self.operator.build(replace(source, version=version), self.folder / f"{version}.hpack")
            with zipfile.ZipFile(hpack) as archive:
                archive.extractall(stick)
        return stick


class RealHands:
    """At the real desk: processes, signatures and a store as on a device; only the drives are folders."""

    pack_id = "test.mill"

    def __init__(self, folder: Path, sticks: SignedSticks, *, trusting: bool = True) -> None:
        self._sticks = sticks
        data = folder / "device"
        data.mkdir()
        if trusting:
            sticks.operator.trust(data)
        self.problems: list[KioskError] = []
        self.interface = InterfaceThread()
        self.background = QtBackground()
        self.store = PackStore(data)
        self.library = self.store.open_library()
        self.content = LiveContent(
            *(lambda: PackStore(data), self.library, self.background, self._switch, self.problems.append)
        )
        self.drives = FakeDrives()
        self.real = Desk(
            data, self.content, self.drives, self.background, self.interface.ask, self.problems.append
        )
        self.desk: StaffDesk = self.real
        self.real.start()

    def plug(self, version: int, *, trusted: bool = True) -> str:
        path = self.drives.plug(self._sticks.make(version))
        self.wait(lambda: any(look.path == path and not look.looking for look in self.desk.drives))
        return path

    def pull(self, path: str) -> None:
        self.drives.pull(path)
        self.wait(lambda: all(look.path != path for look in self.desk.drives))

    def finish(self, result: str, code: str = "") -> None:
        self.wait(lambda: self.desk.job is not None and self.desk.job.result)
        assert self.desk.job is not None
        assert (self.desk.job.result, self.desk.job.code) == (result, code), self.desk.job.message

    def enter(self) -> None:
        self.content.note_visitor(present=True)

    def leave(self) -> None:
        self.content.note_visitor(present=False)

    def wait(self, is_so: Callable[[], object]) -> None:
        spin_until(is_so, patience_s=40)

    def close(self) -> None:
        self.real.close()
        self.content.close()
        self.interface.close()
        self.background.close()
        self.library.close()
        self.store.close()
        assert self.problems == []

    def _switch(self) -> None:
        self.real.refresh()


def find_publisher(desk: StaffDesk) -> Publisher:
    """Return whose the one stick is that is plugged in."""
    (look,) = desk.drives
    assert look.publisher is not None
    return look.publisher


def copy_stick(stick: Path, to: Path) -> Path:
    """Return a copy of a stick that a test may spoil."""
    return Path(shutil.copytree(stick, to))


def open_shelf(data: Path) -> list[tuple[int, bool]]:
    """Return the versions on a device and which is active, as its store says."""
    with closing(PackStore(data)) as store:
        return [(one.manifest.version, one.active) for one in store.list_releases()]
