"""What a volunteer may rely on where visit data waits for the hub, in their words. The real pages, off screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.fakes.fake_hub_link import FakeHubLink
from tests.fakes.fake_staff import FakeDesk, make_drive, make_offer, make_release
from tests.screens.conftest import OpenShell, open_guide, settle, translations
from tests.screens.volunteer import Device

__all__ = ["open_guide", "settle", "translations"]

HUB = "https://hub.example.org"
DAY_MS = 86_400_000


@pytest.fixture
def link() -> FakeHubLink:
    return FakeHubLink()


@pytest.fixture
def device(open_guide: OpenShell, settle: Callable[[], None], link: FakeHubLink) -> Device:
    desk = FakeDesk(shelf=(make_release(6, shown=True),))
    shell, rooms = open_guide(staff=desk, hub=link)
    made = Device(shell, rooms, desk, settle)
    made.come_in()
    made.touch("tab-hub")
    return made


def test_i_see_that_everything_has_arrived(device: Device, link: FakeHubLink) -> None:
    now_ms = device.rooms.clock.read().wall_ms
    link.know(hub=HUB, enrolled_as="Tablet 7", reached_ms=now_ms - 600_000)
    words = device.reads()
    for expected in ("Everything is at the hub", "about 10 minutes ago", HUB, "Tablet 7"):
        assert expected in words
    device.touch("hub-try")
    assert ("try_now",) in link.asked


@pytest.mark.parametrize(
    ("reason", "why", "remedy"),
    [
        ("no-network", "This device has no network.", "write to a stick"),
        ("unreachable", "the hub does not answer", "whether the hub is running"),
        ("not-the-hub", "Somebody else answers", "who runs the network"),
        ("clock", "date or time of this device is wrong", "Set the date"),
        ("not-enrolled", "does not know this device", "Ask the operator for a code"),
        ("revoked", "it was shut out", "new code"),
        ("rate-limit", "slowly on purpose", ""),
        ("disk", "disk of this device", "kiosk doctor"),
        ("no-hub", "does not know where to send", "Ask the operator for a code"),
    ],
)
def test_i_read_what_waits_since_when_why_and_what_to_do(
    device: Device, link: FakeHubLink, reason: str, why: str, remedy: str
) -> None:
    since_ms = device.rooms.clock.read().wall_ms - 3 * DAY_MS
    link.know(hub=HUB, waiting=412, waiting_since_ms=since_ms, reason=reason, why="[Errno 101]")
    words = device.reads()
    assert "412 entries wait for the hub" in words
    assert "about 3 days" in words
    assert why in device.sees("hub-reason")
    assert not remedy or remedy in device.sees("hub-remedy")
    assert "Nothing is lost" in words


def test_i_write_to_the_stick_and_am_told_how_much(device: Device, link: FakeHubLink) -> None:
    link.know(hub=HUB, enrolled_as="Tablet 7", waiting=412)
    assert not device.has("hub-carry-MUSEUM")
    device.desk.plug(make_drive(make_offer(7)))
    device.rest()
    device.touch("hub-carry-MUSEUM")
    assert link.asked[-1] == ("carry", "/media/kiosk/MUSEUM")
    assert "leave it plugged in" in device.reads()
    link.end("done", written=412, acknowledged=100)
    words = device.reads()
    assert "The stick is ready: take it to the hub" in words
    assert "412 are on the stick for the hub. It had acknowledged 100." in words


def test_a_stick_that_cannot_be_written_says_why(device: Device, link: FakeHubLink) -> None:
    link.know(hub=HUB, enrolled_as="Tablet 7", waiting=412)
    device.desk.plug(make_drive())
    device.rest()
    device.touch("hub-carry-MUSEUM")
    link.end("refused", message="The stick was not used · it is full", code="seals.stick-full")
    assert "The stick was not used · it is full [seals.stick-full]" in device.reads()


def test_i_type_the_operators_code(device: Device, link: FakeHubLink) -> None:
    link.know(hub=HUB)
    device.touch(*(f"letter-{sign}" for sign in "ABCD23456789"))
    assert "ABCD23456789" in device.sees("hub-typed")
    device.touch("hub-erase", "letter-8", "hub-enrol")
    assert link.asked[-1] == ("enrol", "ABCD23456788")
    link.end("done", enrolled_as="Tablet 7")
    assert "The device is enrolled" in device.reads()


def test_i_scan_the_operators_code_where_no_address_is_set(device: Device, link: FakeHubLink) -> None:
    assert not device.has("letter-A")
    device.touch("hub-scan")
    scanner = device.rooms.scanner
    assert scanner is not None
    scanner.show("https://example.org/elsewhere")
    device.rest()
    assert device.sees("hub-camera-words") == "This is not the hub's code."
    scanner.show(f"kiosk-enrol:{HUB}#ABCD-EFGH-JKMN")
    device.rest()
    assert link.asked[-1] == ("enrol", f"kiosk-enrol:{HUB}#ABCD-EFGH-JKMN")


def test_the_camera_is_off_when_i_leave_the_page(device: Device) -> None:
    device.touch("hub-scan")
    assert device.rooms.scanner is not None
    device.touch("tab-drive")
    assert device.rooms.scanner.calls[-1] == "stop"


def test_a_stick_that_can_only_be_read_is_told_before_i_try(device: Device, link: FakeHubLink) -> None:
    link.know(hub=HUB, enrolled_as="Tablet 7", waiting=412)
    device.desk.plug(make_drive(read_only=True))
    device.touch("hub-carry-MUSEUM")
    assert ("carry", "/media/kiosk/MUSEUM") not in link.asked
    assert "can only be read" in device.sees("hub-read-only")
