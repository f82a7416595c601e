"""The watch over real mounts and the desk tests' fake tell the same of drives that come and go."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Protocol

import pytest

from kiosk.packs.drives.drive import Drive, DriveWatch
from kiosk.packs.drives.mount_table import MountTable
from kiosk.packs.drives.watch import MountWatch
from tests.fakes.fake_drives import FakeDrives
from tests.fakes.sticks import Sticks, why_not

PATIENCE_S = 3.0


class Hands(Protocol):
    """Whoever plugs sticks in and pulls them out."""

    watch: DriveWatch

    def plug(self, name: str, *, read_only: bool = False) -> str: ...
    def pull(self, path: str) -> None: ...
    def close(self) -> None: ...


class FakeHands:
    def __init__(self, folder: Path) -> None:
        self._drives = FakeDrives()
        self.watch: DriveWatch = self._drives
        self._folder = folder

    def plug(self, name: str, *, read_only: bool = False) -> str:
        return self._drives.plug(self._folder / name, read_only=read_only)

    def pull(self, path: str) -> None:
        self._drives.pull(path)

    def close(self) -> None:
        self.watch.close()


class RealHands:
    def __init__(self, folder: Path) -> None:
        self._sticks = Sticks(folder)
        self.watch: DriveWatch = MountWatch(MountTable(roots=((str(self._sticks.folder), 1),)))

    def plug(self, name: str, *, read_only: bool = False) -> str:
        return str(self._sticks.plug(name, read_only=read_only))

    def pull(self, path: str) -> None:
        self._sticks.pull(Path(path))

    def close(self) -> None:
        self.watch.close()
        self._sticks.close()


class PolledHands:
    """The real watch over a table that is a plain file: nobody tells of changes, it has to look."""

    def __init__(self, folder: Path) -> None:
        self._table = folder / "mountinfo"
        self._lines: dict[str, str] = {}
        self._numbers = count(40)
        self._write()
        self.watch: DriveWatch = MountWatch(
            MountTable(self._table, roots=(("/media", 1),)), look_every_s=0.05
        )

    def plug(self, name: str, *, read_only: bool = False) -> str:
        path, number = f"/media/{name}", next(self._numbers)
        mode = "ro" if read_only else "rw"
        self._lines[path] = f"{number} 27 0:{number} / {path} {mode},nosuid - vfat /dev/absent rw\n"
        self._write()
        return path

    def pull(self, path: str) -> None:
        del self._lines[path]
        self._write()

    def close(self) -> None:
        self.watch.close()

    def _write(self) -> None:
        fresh = self._table.with_suffix(".new")
        fresh.write_text("".join(self._lines.values()), "ascii")
        fresh.replace(self._table)


@pytest.fixture(params=["fake", "polled", "real"])
def hands(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Hands]:
    if request.param == "real" and (reason := why_not()):
        pytest.skip(reason)
    kinds: dict[str, type[FakeHands | PolledHands | RealHands]] = {
        "fake": FakeHands,
        "polled": PolledHands,
        "real": RealHands,
    }
    hands = kinds[request.param](tmp_path)
    yield hands
    hands.close()


class Ear:
    """Hears what the watch tells."""

    def __init__(self) -> None:
        self.told: list[tuple[Drive, ...]] = []
        self._has_news = threading.Condition()

    def hear(self, drives: tuple[Drive, ...]) -> None:
        with self._has_news:
            self.told.append(drives)
            self._has_news.notify()

    def wait_for(self, names: list[str]) -> tuple[Drive, ...]:
        with self._has_news:
            is_told = self._has_news.wait_for(
                lambda: self.told and [drive.name for drive in self.told[-1]] == names, PATIENCE_S
            )
            assert is_told, f"{names} was not told, {self.told} was"
            return self.told[-1]


def test_what_is_there_is_told_at_the_start_even_if_it_is_nothing(hands: Hands) -> None:
    ear = Ear()
    hands.watch.start(ear.hear)
    assert ear.wait_for([]) == ()


def test_a_stick_that_was_there_before_is_told(hands: Hands) -> None:
    path = hands.plug("MILL")
    ear = Ear()
    hands.watch.start(ear.hear)
    (drive,) = ear.wait_for(["MILL"])
    assert (drive.path, drive.read_only) == (path, False)


def test_sticks_come_and_go_in_their_order(hands: Hands) -> None:
    ear = Ear()
    hands.watch.start(ear.hear)
    ear.wait_for([])
    first = hands.plug("MILL")
    ear.wait_for(["MILL"])
    hands.plug("ABBEY", read_only=True)
    drives = ear.wait_for(["MILL", "ABBEY"])
    assert [drive.read_only for drive in drives] == [False, True]
    hands.pull(first)
    ear.wait_for(["ABBEY"])


def test_a_stick_plugged_in_again_is_another_one(hands: Hands) -> None:
    ear = Ear()
    hands.watch.start(ear.hear)
    path = hands.plug("MILL")
    (before,) = ear.wait_for(["MILL"])
    hands.plug("OTHER")
    ear.wait_for(["MILL", "OTHER"])
    hands.pull(path)
    ear.wait_for(["OTHER"])
    hands.plug("MILL")
    after = ear.wait_for(["OTHER", "MILL"])[-1]
    assert after.path == before.path and after.mounted != before.mounted


def test_after_the_end_nothing_is_told(hands: Hands) -> None:
    ear = Ear()
    hands.watch.start(ear.hear)
    ear.wait_for([])
    hands.watch.close()
    hands.watch.close()
    told = len(ear.told)
    hands.plug("MILL")
    time.sleep(0.1)
    assert len(ear.told) == told
