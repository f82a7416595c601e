"""What an enrolled device does at its hub besides delivering facts."""

from __future__ import annotations

import queue
import random
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from kiosk.model.device_status import DeviceStatus, ShownPack
from kiosk.seals.paper_keys import PaperKeys, PassKey, load_paper_keys
from kiosk.spoken.shelf import SpokenShelf
from kiosk.sync.client import SyncClient
from kiosk.sync.enrol import Invitation, enrol
from kiosk.sync.errand import Errand
from kiosk.sync.hub_door import HubDoor
from kiosk.sync.last_tries import TriesKeeper, read_last_tries
from kiosk.sync.open_exchange import open_exchange
from kiosk.sync.outbox import Outbox
from kiosk.sync.outcome import Outcome
from kiosk.sync.recording_errand import RecordingErrand
from kiosk.sync.state import RATE, SyncState
from kiosk.sync.status_errand import STATUS_EVERY_S, StatusErrand
from kiosk.sync.ticket_errand import TicketErrand
from kiosk.tickets.book import TicketBook
from tests.fakes.closed_hub import ClosedHub
from tests.fakes.made_facts import make_lines
from tests.sync.conftest import DEVICE

PATIENCE_S = 20
MARK = "ab" * 13 + "ff00" + "01"
OTHER_MARK = "cd" * 13 + "ff00" + "01"


@pytest.fixture
def closed_hub() -> Iterator[ClosedHub]:
    with ClosedHub() as hub:
        yield hub


@pytest.fixture
def data(tmp_path: Path, closed_hub: ClosedHub) -> Path:
    enrol(tmp_path, DEVICE, Invitation(closed_hub.url, "ABCD-EFGH-JKMN"), name="Tablet", version="0")
    closed_hub.requests.clear()
    return tmp_path


@pytest.fixture
def book(tmp_path: Path) -> Iterator[TicketBook]:
    with closing(TicketBook(tmp_path)) as opened:
        yield opened


def make_status(data: Path) -> DeviceStatus:
    version = load_paper_keys(data).version
    return DeviceStatus(1, "1.0", (ShownPack("mill", 3),), paper_keys_version=version)


def run_errand(data: Path, errand: Errand, now_s: float = 0.0) -> Outcome:
    exchange = open_exchange(data, "")
    assert exchange is not None
    return errand.run(exchange, now_s).outcome


def test_the_hub_is_told_how_the_device_is_every_quarter_of_an_hour(
    data: Path, closed_hub: ClosedHub
) -> None:
    errand = StatusErrand(data, lambda: make_status(data))
    assert errand.is_due(0.0)
    assert run_errand(data, errand) is Outcome.ACKNOWLEDGED
    assert closed_hub.statuses == [make_status(data)]
    assert not errand.is_due(STATUS_EVERY_S - 1) and errand.is_due(STATUS_EVERY_S)


def test_paper_keys_are_fetched_when_the_hub_has_others(data: Path, closed_hub: ClosedHub) -> None:
    told: list[bool] = []
    errand = StatusErrand(data, lambda: make_status(data), lambda: told.append(True))
    run_errand(data, errand)
    assert not told
    closed_hub.paper_keys = PaperKeys(3, passes=(PassKey(1, b"p" * 32),))
    run_errand(data, errand)
    assert load_paper_keys(data) == closed_hub.paper_keys and told == [True]
    run_errand(data, errand)
    assert told == [True]


def test_used_tickets_are_told_once_and_others_are_learnt(
    data: Path, closed_hub: ClosedHub, book: TicketBook
) -> None:
    book.add(MARK, desk_knows=True)
    closed_hub.used.append(OTHER_MARK)
    errand = TicketErrand(book)
    assert run_errand(data, errand) is Outcome.ACKNOWLEDGED
    assert closed_hub.used == [OTHER_MARK, MARK]
    assert book.list_untold("hub", 10) == [] and book.is_used(OTHER_MARK)
    assert errand.is_due(0.0), "there was news, and may be more"
    run_errand(data, errand)
    assert not errand.is_due(0.0)
    assert closed_hub.used == [OTHER_MARK, MARK]


def test_a_lost_answer_is_asked_for_again(data: Path, closed_hub: ClosedHub, book: TicketBook) -> None:
    book.add(MARK, desk_knows=True)
    closed_hub.loses_answers = 1
    assert run_errand(data, TicketErrand(book)) is Outcome.UNREACHABLE
    assert book.list_untold("hub", 10) == [MARK]
    assert run_errand(data, TicketErrand(book)) is Outcome.ACKNOWLEDGED
    assert closed_hub.used == [MARK]


def test_recordings_go_one_by_one_and_only_the_hub_s_word_removes_them(
    data: Path, closed_hub: ClosedHub
) -> None:
    shelf = put_recordings(data, b"OggS one", b"OggS two")
    errand = RecordingErrand(shelf)
    closed_hub.loses_answers = 1
    assert run_errand(data, errand) is Outcome.UNREACHABLE
    assert len(shelf.list_waiting()) == 2 and not errand.is_due(0.0)
    assert [run_errand(data, errand) for _ in range(2)] == [Outcome.ACKNOWLEDGED] * 2
    assert sorted(closed_hub.recordings.values()) == [b"OggS one", b"OggS two"]
    assert shelf.list_waiting() == () and not errand.is_due(1e9)


def test_a_no_for_good_counts_under_the_hub_s_signature_only(data: Path, closed_hub: ClosedHub) -> None:
    shelf = put_recordings(data, b"OggS noise")
    errand = RecordingErrand(shelf)
    closed_hub.refuses_recordings, closed_hub.signs = True, False
    assert run_errand(data, errand) is Outcome.REFUSED
    assert len(shelf.list_waiting()) == 1 and not errand.is_due(3_000.0)
    closed_hub.signs = True
    assert run_errand(data, errand) is Outcome.ACKNOWLEDGED
    assert shelf.list_waiting() == ()


def test_a_hub_without_that_door_does_not_hold_up_facts(data: Path, closed_hub: ClosedHub) -> None:
    shelf = put_recordings(data, b"OggS one")
    closed_hub.devices.clear()
    assert run_errand(data, RecordingErrand(shelf)) is Outcome.NOT_ENROLLED
    assert not RecordingErrand(shelf, lambda: False).is_due(0.0), "facts go first"
    assert len(shelf.list_waiting()) == 1


def test_a_recording_that_rotted_is_not_sent(data: Path, closed_hub: ClosedHub) -> None:
    shelf = put_recordings(data, b"OggS one")
    (path,) = (data / "spoken").glob("*.opus")
    path.write_bytes(b"OggS rot")
    errand = RecordingErrand(shelf)
    assert run_errand(data, errand) is Outcome.ACKNOWLEDGED
    assert closed_hub.recordings == {} and not errand.is_due(1e9)


def put_recordings(data: Path, *contents: bytes) -> SpokenShelf:
    shelf = SpokenShelf(data)
    for content in contents:
        shelf.release(shelf.hold(content))
    return shelf


def test_a_device_that_takes_no_tickets_asks_for_none(book: TicketBook) -> None:
    assert not TicketErrand(book, lambda: False).is_due(0.0)


@contextmanager
def running(
    data: Path, outbox: Outbox, errands: tuple[Errand, ...] = (), rate_kbps: int = 0
) -> Iterator[tuple[SyncClient, Callable[[Callable[[SyncState], bool]], SyncState]]]:
    states: queue.Queue[SyncState] = queue.Queue()
    keeper = TriesKeeper(data)

    def take(state: SyncState) -> None:
        keeper.take(state)
        states.put(state)

    client = SyncClient(
        outbox,
        HubDoor(data),
        make_errands=lambda: errands,
        rate_kbps=rate_kbps,
        listener=take,
        chance=random.Random(1),
    )

    def wait_for(wanted: Callable[[SyncState], bool]) -> SyncState:
        while not wanted(state := states.get(timeout=PATIENCE_S)):
            continue
        return state

    client.start()
    try:
        yield client, wait_for
    finally:
        client.stop()


def test_errands_and_facts_go_on_the_same_thread(data: Path, outbox: Outbox, closed_hub: ClosedHub) -> None:
    outbox.accept("one", make_lines(700))
    status = StatusErrand(data, lambda: make_status(data))
    with running(data, outbox, (status,)) as (_client, wait_for):
        wait_for(lambda state: state.sent == 700)
    assert len(closed_hub.statuses) == 1
    assert closed_hub.facts == make_lines(700)
    assert read_last_tries(data).reached_ms > 0


def test_a_revocation_is_said_and_kept_for_staff(data: Path, outbox: Outbox, closed_hub: ClosedHub) -> None:
    outbox.accept("one", make_lines(3))
    closed_hub.revoked.add(DEVICE)
    with running(data, outbox) as (_client, wait_for):
        state = wait_for(lambda state: state.failures > 0)
    assert (state.reason, state.waiting) == (Outcome.REVOKED, 3)
    assert read_last_tries(data).reason == Outcome.REVOKED


def test_a_slow_pace_is_kept_and_said(data: Path, outbox: Outbox, closed_hub: ClosedHub) -> None:
    outbox.accept("one", make_lines(700))
    with running(data, outbox, rate_kbps=4) as (client, wait_for):
        state = wait_for(lambda state: state.reason == RATE)
        assert "4 kbit/s" in state.why
        client.hurry()
        wait_for(lambda state: state.next_try_ms is not None)
        assert len(closed_hub.facts) == 500
    assert outbox.waiting().facts == 200


def test_a_device_that_is_enrolled_while_it_runs_signs_from_then_on(
    tmp_path: Path, outbox: Outbox, closed_hub: ClosedHub
) -> None:
    outbox.accept("one", make_lines(3))
    with running(tmp_path, outbox) as (client, wait_for):
        wait_for(lambda state: state.reason == "no-hub")
        enrol(tmp_path, DEVICE, Invitation(closed_hub.url, "ABCD-EFGH-JKMN"), name="", version="0")
        client.hurry()
        wait_for(lambda state: state.sent == 3)
    assert closed_hub.facts == make_lines(3)
