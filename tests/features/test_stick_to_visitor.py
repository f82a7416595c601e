"""From the stick to the visitor's page: the real pages, desk, processes, signatures and store; only the drive is a folder."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.packs.drives.drive import DriveWatch
from tests.fakes.composed_guide import DIARY, ComposedGuide
from tests.fakes.fake_drives import FakeDrives
from tests.fakes.qt_loop import spin_until
from tests.fakes.signed_packs import ThrowAwayOperator
from tests.fakes.staff_hands import SignedSticks

pytestmark = [pytest.mark.allow_log(DIARY), pytest.mark.allow_qt_message("No audio device detected|pipewire")]
PIN = "975310"


@pytest.fixture(scope="module")
def sticks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A stick with the mill's first version, and one with its second."""
    made = SignedSticks(tmp_path_factory.mktemp("sticks"), ThrowAwayOperator())
    return made.make(1), made.make(2)


class Desk:
    """A guide with nothing on it, and the volunteer before it."""

    def __init__(self, data: Path) -> None:
        self.drives = FakeDrives()
        watch: DriveWatch = self.drives
        self.guide = ComposedGuide(data, has_camera=False, watch_drives=lambda: watch)
        self.guide.device.start_desk()

    def tap(self, *names: str) -> None:
        for name in names:
            spin_until(partial(self.guide.can_touch, name), patience_s=40)
            self.guide.tap(name)

    def type_pin(self) -> None:
        self.tap(*(f"digit-{digit}" for digit in PIN), "pin-go")

    def read(self, name: str, words: str) -> None:
        """Wait until these words can be read there."""
        spin_until(lambda: self.guide.shows(name) and words in self.guide.words(name), patience_s=40)

    def versions(self) -> set[int]:
        return {version for _, version in self.guide.device.content.shown}


@pytest.fixture
def desk(qapp: QGuiApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    # A program that brings no demonstration: the device has nothing to show.
    monkeypatch.setattr("kiosk.app.embedded_packs.find_embedded_packs", tuple)
    desk = Desk(tmp_path / "data")
    yield desk
    desk.guide.close()


def test_a_volunteer_brings_new_content_and_takes_it_back(desk: Desk, sticks: tuple[Path, Path]) -> None:
    guide = desk.guide
    assert guide.page == "empty"
    first = desk.drives.plug(sticks[0])
    desk.read("staff-notice", "STICK-1")
    desk.tap("staff-notice")
    desk.type_pin()
    desk.type_pin()
    desk.tap("compare", "trust-yes")
    desk.read("trust", "Yes.")
    desk.tap("install")
    desk.read("job-outcome", "Visitors see it now.")
    desk.drives.pull(first)
    desk.tap("job-leave")
    assert guide.page == "attract"
    guide.begin()
    guide.tap("browse", "browse")
    guide.tap("back", "home")
    guide.tap("end-visit", "attract")

    desk.drives.plug(sticks[1])
    desk.tap("staff-notice")
    desk.type_pin()
    desk.read("change", "Once it is installed they see version 2.")
    desk.tap("install")
    desk.read("job-outcome", "Visitors see it now.")
    assert desk.versions() == {2}
    desk.tap("go-back", "change-yes")
    guide.wait(lambda: desk.versions() == {1})
    desk.tap("shelf-leave")
    assert guide.page == "attract"
