"""The guide's way to the hub: begun when there is one, by the settings or by being enrolled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.app.sending import Sending
from kiosk.model.errors import KioskError
from kiosk.sync.enrol import Invitation, enrol
from tests.fakes.closed_hub import ClosedHub
from tests.fakes.made_facts import make_lines
from tests.fakes.qt_loop import spin_until

DEVICE = "d" * 32


@pytest.fixture
def hub() -> Iterator[ClosedHub]:
    with ClosedHub() as running:
        yield running


def wait(is_so: Callable[[], object]) -> None:
    spin_until(is_so, patience_s=20)


@pytest.mark.usefixtures("qapp")
def test_it_begins_by_itself_once_the_device_is_enrolled(tmp_path: Path, hub: ClosedHub) -> None:
    with closing(Sending(tmp_path, DEVICE, "", lambda _ms: None)) as sending:
        sending.accept("one", make_lines(5))
        sending.start()
        assert sending.state is None
        enrol(tmp_path, DEVICE, Invitation(hub.url, "ABCD-EFGH-JKMN"), name="", version="0")
        sending.start()
        wait(lambda: sending.state is not None and sending.state.sent == 5)
        wait(lambda: hub.statuses)
    assert hub.facts == make_lines(5)


@pytest.mark.usefixtures("qapp")
def test_a_device_that_the_hub_refused_tries_at_once_when_it_was_enrolled(
    tmp_path: Path, hub: ClosedHub
) -> None:
    with closing(Sending(tmp_path, DEVICE, hub.url, lambda _ms: None)) as sending:
        sending.accept("one", make_lines(5))
        sending.start()
        wait(lambda: sending.state is not None and sending.state.failures >= 1)
        enrol(tmp_path, DEVICE, Invitation(hub.url, "ABCD-EFGH-JKMN"), name="", version="0")
        sending.start()  # as the guide does every minute
        wait(lambda: sending.state is not None and sending.state.sent == 5)


def test_a_wrong_address_is_told_once(tmp_path: Path) -> None:
    with closing(Sending(tmp_path, DEVICE, "hub.example", lambda _ms: None)) as sending:
        with pytest.raises(KioskError, match=r"sync\.hub-address"):
            sending.start()
        sending.start()
        assert sending.state is None
