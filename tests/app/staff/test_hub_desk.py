"""The staff's real desk for the hub: real commands in processes, a hub that takes signed requests only."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from kiosk.app.interface_thread import InterfaceThread
from kiosk.app.sending import Sending
from kiosk.app.staff.hub_desk import HubDesk
from kiosk.model.hub_look import CARRY, ENROL
from kiosk.screens.background import QtBackground
from kiosk.screens.staff_rooms import HubLink
from kiosk.visits.identity import load_device
from tests.fakes.closed_hub import ClosedHub
from tests.fakes.made_facts import make_lines
from tests.fakes.qt_loop import spin_until

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def hub() -> Iterator[ClosedHub]:
    with ClosedHub() as running:
        yield running


@pytest.fixture
def sending(tmp_path: Path) -> Iterator[Sending]:
    with closing(Sending(tmp_path, load_device(tmp_path), "", lambda _ms: None)) as made:
        yield made


@pytest.fixture
def link(tmp_path: Path, sending: Sending) -> Iterator[HubLink]:
    with ExitStack() as parts:
        interface, background = InterfaceThread(), QtBackground()
        parts.callback(background.close)
        parts.callback(interface.close)
        desk = HubDesk(tmp_path, "", (sending, sending.start), background, interface.ask)
        parts.callback(desk.close)
        yield desk


def test_staff_enrol_send_and_carry(link: HubLink, sending: Sending, hub: ClosedHub, tmp_path: Path) -> None:
    sending.accept("one", make_lines(5))
    link.refresh()
    spin_until(lambda: link.look.waiting == 5, patience_s=20)
    assert (link.look.reason, link.look.hub) == ("no-hub", "")
    link.enrol(f"kiosk-enrol:{hub.url}#ABCD-EFGH-JKMN")
    assert (link.look.task, link.look.result) == (ENROL, "")
    link.carry("/media/nowhere")
    assert link.look.task == ENROL, "one thing is done at a time"
    spin_until(lambda: link.look.result == "done", patience_s=60)
    spin_until(lambda: sending.state is not None and sending.state.sent == 5, patience_s=30)
    assert hub.facts == make_lines(5)
    (tmp_path / "STICK").mkdir()
    link.carry(str(tmp_path / "STICK"))
    spin_until(lambda: link.look.task == CARRY and link.look.result == "done", patience_s=60)
    spin_until(lambda: link.look.stick_written_ms > 0 and link.look.reached_ms > 0, patience_s=20)
    link.forget()
    assert link.look.task == ""


def test_what_is_refused_says_why(link: HubLink, tmp_path: Path) -> None:
    link.carry(str(tmp_path / "gone"))
    spin_until(lambda: link.look.result == "refused", patience_s=60)
    assert link.look.code == "sync.not-enrolled"
    assert "kiosk sync enrol" in link.look.message
