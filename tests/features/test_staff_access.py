"""Who comes to the staff pages, how, and what happens when they go away. The real pages, off screen, over a desk without drives."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest

from tests.fakes.fake_staff import FakeDesk, list_calls, make_drive, make_offer, make_release
from tests.screens.conftest import OpenShell, open_guide, settle, translations
from tests.screens.volunteer import Device, press

__all__ = ["open_guide", "settle", "translations"]

Settle = Callable[[], None]


@pytest.fixture
def device(open_guide: OpenShell, settle: Settle) -> Device:
    desk = FakeDesk(shelf=(make_release(6, shown=True), make_release(5)))
    shell, rooms = open_guide(staff=desk)
    return Device(shell, rooms, desk, settle)


def test_the_pages_close_and_lock_when_i_go_away(device: Device) -> None:
    device.desk.plug(make_drive(make_offer(7)))
    device.come_in()
    assert device.shell.staff is not None
    device.rooms.clock.step(119_000)
    device.shell.staff.pages.tick()
    assert device.has("install")
    device.rooms.clock.step(1_000)
    device.shell.staff.pages.tick()
    assert device.has("attract-sentence") and not device.has("staff")
    device.touch("staff-corner")
    assert device.shell.page == "language", "a short touch of the corner begins a visit like any other"


def test_a_touch_keeps_the_pages_open(device: Device) -> None:
    device.desk.plug(make_drive(make_offer(7)))
    device.come_in()
    assert device.shell.staff is not None
    device.rooms.clock.step(100_000)
    device.touch("tab-shelf")
    device.rooms.clock.step(100_000)
    device.shell.staff.pages.tick()
    assert device.has("shelf-leave")


def test_wrong_pins_make_me_wait(device: Device) -> None:
    device.ask()
    for _ in range(5):
        device.come_in("1357")
    assert device.sees("pin-complaint") == "Too many wrong tries. The next one in 30 s."
    device.come_in("2468")
    assert device.has("pin-title")
    device.desk.pass_wait()
    assert device.shell.staff is not None
    device.shell.staff.pages.tick()
    device.come_in()
    assert device.has("tab-shelf")


def test_a_visitor_who_finds_the_corner_cannot_choose_the_first_pin(device: Device) -> None:
    device.desk.pin = ""
    device.hold_corner()
    assert device.sees("pin-title") == "This device has no PIN yet"
    assert not device.has("digit-1")
    device.desk.plug(make_drive(make_offer(7)))
    device.come_in("8642")
    assert device.sees("pin-title") == "Type the new PIN once more"
    device.come_in("8641")
    assert device.sees("pin-complaint") == "The two were not the same. Choose once more."
    device.come_in("8642")
    device.come_in("8642")
    assert device.desk.pin == "8642"
    assert device.has("install")


def test_i_choose_another_pin_inside(device: Device) -> None:
    device.desk.plug(make_drive())
    device.come_in()
    device.touch("tab-shelf", "change-pin")
    device.come_in("97531")
    device.come_in("97531")
    assert device.desk.pin == "97531"
    assert device.has("change-pin")


def test_i_do_everything_with_the_keyboard(device: Device) -> None:
    device.desk.plug(make_drive(make_offer(7)))
    window = device.shell.window
    QTest.keyClick(
        window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    device.rest()
    for digit in "24680":
        QTest.keyClick(window, Qt.Key(ord(digit)))
    QTest.keyClick(window, Qt.Key.Key_Backspace)
    QTest.keyClick(window, Qt.Key.Key_Return)
    device.rest()
    press(device, Qt.Key.Key_Tab, "install")
    QTest.keyClick(window, Qt.Key.Key_Return)
    device.rest()
    assert len(list_calls(device.desk, "install")) == 1
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert device.has("attract-sentence")


def test_what_the_keys_lead_to_is_scrolled_into_view(device: Device) -> None:
    device.desk.plug(make_drive(make_offer(7)))
    device.come_in()
    device.shell.models.look.choose_text_scale(2.0)
    device.rest()
    press(device, Qt.Key.Key_Tab, "part-video")
    part, area = device.shell.find("part-video"), device.shell.find("staff-words")
    assert part is not None and area is not None
    place = part.mapRectToItem(area, QRectF(0, 0, part.width(), part.height()))
    assert place.top() >= 0 and place.bottom() <= area.height()


def test_a_question_is_answered_by_keys_and_nothing_below_it_is_reached(device: Device) -> None:
    device.come_in()
    device.touch("tab-shelf", "remove-se.norrby.mill-5")
    with pytest.raises(AssertionError, match="do not lead to"):
        press(device, Qt.Key.Key_Tab, "staff-leave", limit=12)
    QTest.keyClick(device.shell.window, Qt.Key.Key_Escape)
    assert not device.has("change-yes") and device.has("tab-shelf")
    device.touch("remove-se.norrby.mill-5")
    press(device, Qt.Key.Key_Tab, "change-no")
    QTest.keyClick(device.shell.window, Qt.Key.Key_Return)
    assert not device.has("change-yes")
    assert device.desk.asked == []


def test_staff_at_work_are_no_visit(device: Device) -> None:
    device.desk.plug(make_drive(make_offer(7)))
    device.come_in()
    device.touch("staff-text-size", "staff-language", "install")
    device.desk.end("installed")
    device.touch("job-leave")
    written = device.rooms.log.submit(
        lambda database: database.execute("SELECT count(*) FROM events").fetchone()
    )
    assert written.result(timeout=5) == (0,)
    assert device.shell.models.look.property("language") == "en"
    assert device.shell.models.look.property("text_scale") == 1.0


def test_a_visit_is_never_interrupted_by_staff(device: Device) -> None:
    device.touch("attract", "language-en")
    device.desk.plug(make_drive(make_offer(7)))
    assert not device.has("staff-notice") and not device.has("staff-corner")
    device.shell.models.door.ask()
    assert not device.has("staff")
    device.shell.models.flow.end()
    assert device.has("staff-notice")


def test_a_device_with_no_desk_shows_no_way_in(open_guide: OpenShell, settle: Settle) -> None:
    shell, rooms = open_guide()
    device = Device(shell, rooms, FakeDesk(), settle)
    assert not device.has("staff-corner")
    shell.models.door.ask()
    assert not device.has("staff")


def test_letting_go_too_early_begins_a_visit_and_nothing_else(device: Device) -> None:
    corner = device.shell.find("staff-corner")
    assert corner is not None
    place = corner.mapToScene(QPointF(corner.width() / 2, corner.height() / 2))
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        held = Qt.MouseButton.LeftButton if kind == QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
        event = QMouseEvent(
            kind, place, device.shell.window.mapToGlobal(place), Qt.MouseButton.LeftButton, held, Qt.KeyboardModifier.NoModifier
        )  # fmt: skip
        device.shell.window.event(event)
        QTest.qWait(50)
    device.rest()
    assert not device.has("staff")
    assert device.shell.page == "language"
