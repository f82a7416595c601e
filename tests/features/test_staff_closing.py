"""What staff may rely on who close a stop or a lift for a while, in their words. The real pages, off screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.app.staff.closings import ClosureFile
from kiosk.guide.closures import ClosedKind, Closure
from kiosk.guide.guide import Guide
from kiosk.guide.moment import Moment
from kiosk.model.content import Way, WayKind
from kiosk.screens.staff.site_choice import SHOWN_AT_FIRST
from tests.fakes.fake_library import FakeLibrary
from tests.screens.conftest import OpenShell, open_guide, settle, translations
from tests.screens.staff_stages import make_desk
from tests.screens.volunteer import Device

__all__ = ["open_guide", "settle", "translations"]

PILLAR = "qutb/iron-pillar"


@pytest.fixture
def device(open_guide: OpenShell, settle: Callable[[], None]) -> Device:
    desk = make_desk()
    shell, rooms = open_guide(staff=desk, closes=True)
    return Device(shell, rooms, desk, settle)


def suggested(device: Device) -> set[str]:
    """Return what a visitor on this device is led to."""
    guide = Guide(device.rooms.library, device.rooms.closings.find)
    return {one.stop.id for one in guide.suggest(Moment("qutb", "en"), 20)}


def test_i_close_a_stop_for_today_and_nobody_is_led_there(device: Device) -> None:
    assert PILLAR in suggested(device)
    device.come_in()
    device.touch("tab-closing")
    assert "Nothing is closed" in device.reads()
    device.touch(f"close-today-stop-{PILLAR}")
    assert "Closed now: 1" in device.reads() and "Closed until the end of" in device.reads()
    assert PILLAR not in suggested(device)
    device.rooms.clock.step(36 * 3_600_000)
    assert PILLAR in suggested(device), "the day is over"


def test_i_take_back_what_i_touched_by_mistake(device: Device) -> None:
    device.come_in()
    device.touch("tab-closing", f"close-stop-{PILLAR}", "closing-undo")
    assert "Nothing is closed" in device.reads() and not device.has("closing-undo")
    device.touch(f"close-stop-{PILLAR}", f"open-stop-{PILLAR}")
    assert PILLAR in suggested(device)
    device.touch("closing-undo")
    assert PILLAR not in suggested(device)


def test_what_somebody_closes_by_a_command_stands_on_the_page_i_am_reading(device: Device) -> None:
    device.come_in()
    device.touch("tab-closing")
    ClosureFile(device.rooms.folder).close(Closure("qutb", ClosedKind.STOP, PILLAR))
    device.rooms.closings.look()
    assert "Closed now: 1" in device.reads()


def test_a_lift_with_a_name_stands_there_with_where_it_leads(
    device: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    ways = (
        Way("lift-a", PILLAR, "qutb/qutb-minar", 8.0, WayKind.LIFT, False, "Lift A"),
        Way("path", PILLAR, "qutb/qutb-minar", 8.0, WayKind.WALK, False, ""),
    )
    monkeypatch.setattr(FakeLibrary, "ways", lambda _self, _site: ways)
    device.come_in()
    device.touch("tab-closing")
    assert "Lift between The iron pillar and Qutb Minar" in device.reads()
    assert not device.has("close-way-path"), "a path without a name is nothing that staff speak of"
    device.touch("close-way-lift-a")
    assert device.rooms.closings.find("qutb").ways == {"lift-a"}


def test_why_nothing_was_closed_is_said_where_i_look(device: Device) -> None:
    (device.rooms.folder / "closures.json").write_text("no", "ascii")
    device.come_in()
    device.touch("tab-closing", f"close-stop-{PILLAR}")
    assert "[guide.closures-unreadable]" in device.reads()
    assert {problem.code for problem in device.rooms.problems} == {"guide.closures-unreadable"}


def test_nothing_of_it_is_behind_no_pin(device: Device) -> None:
    device.ask()
    assert device.shell.staff is not None
    device.shell.staff.pages.show("closing")
    assert device.has("pin-title") and not device.has("closing-summary")


def test_many_stops_come_a_page_at_a_time(device: Device, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.screens.staff.site_choice.SHOWN_AT_FIRST", 4)
    assert SHOWN_AT_FIRST > 4
    device.come_in()
    assert device.shell.staff is not None
    device.shell.staff.closing.forget()
    device.touch("tab-closing", "closing-more")
    assert len(device.shell.staff.closing.property("open")) == 8
