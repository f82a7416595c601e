"""The way to the hub as staff come to see it: stages of the staff's walk."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kiosk.model.hub_look import HubLook
from kiosk.screens.shell import Shell
from tests.fakes.fake_rooms import FakeRooms
from tests.fakes.fake_staff import make_drive

ADDRESS = "https://visit-data.heritage-of-the-upper-valley.example.org:8443/hub"
DAY_MS = 86_400_000


def walk_hub(shell: Shell, fakes: FakeRooms, settle: Callable[[], None]) -> Iterator[str]:
    """Lead staff, who are behind the PIN, through what they can meet on the page of the hub."""
    link, desk = fakes.hub, fakes.staff
    assert link is not None and desk is not None
    now_ms = fakes.clock.read().wall_ms
    drives = desk.drives
    link.look = HubLook(reason="no-hub")
    shell.tap("tab-hub")
    settle()
    yield "hub-none"
    link.know(hub=ADDRESS, waiting=18_204, waiting_since_ms=now_ms - 9 * DAY_MS, reason="not-enrolled")
    settle()
    yield "hub-not-enrolled"
    # The longest of the reasons, and the longest of the remedies.
    link.know(enrolled_as="Tablet 12, upper gate", reached_ms=now_ms - 9 * DAY_MS)
    link.know(reason="not-the-hub", why="200 without the hub's own body (a log-in page of the network?)")
    settle()
    yield "hub-away"
    desk.plug(make_drive())
    settle()
    shell.tap("hub-carry-MUSEUM")
    link.end("done", written=18_204, acknowledged=7_003, stick_written_ms=now_ms - 60_000)
    settle()
    yield "hub-written"
    shell.tap("hub-carry-MUSEUM")
    link.end("refused", message="The stick was not used · /media/kiosk/MUSEUM · found it is full · make room there", code="seals.stick-full")  # fmt: skip
    link.know(waiting=0, waiting_since_ms=None, reason="", why="")
    shell.tap("hub-enrol-open")
    shell.tap("hub-scan")
    settle()
    yield "hub-refused"
    desk.plug(*drives)
    shell.tap("tab-shelf")
    settle()
