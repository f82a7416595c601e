from __future__ import annotations

import queue
import random
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

import pytest

from kiosk.sync.client import SyncClient
from kiosk.sync.exchange import Exchange
from kiosk.sync.hub_address import parse_hub_address
from kiosk.sync.outbox import Outbox
from kiosk.sync.state import SyncState
from tests.fakes.fake_hub import PORTAL, FakeHub, fork_at, free_port
from tests.fakes.made_facts import make_lines

PATIENCE_S = 20


class FixedDoor:
    """Always the same way to the hub."""

    def __init__(self, url: str) -> None:
        self._exchange = Exchange(parse_hub_address(url))

    def find_exchange(self) -> Exchange:
        return self._exchange

    def cut(self) -> None:
        self._exchange.cut()


class Running:
    """A client that runs, and its states as they come."""

    def __init__(self, outbox: Outbox, url: str) -> None:
        self.states: queue.Queue[SyncState] = queue.Queue()
        self.server_times: list[int] = []
        self.client = SyncClient(
            outbox,
            FixedDoor(url),
            listener=self.states.put,
            correct_clock=self.server_times.append,
            chance=random.Random(1),
        )

    def wait_for(self, wanted: Callable[[SyncState], bool]) -> SyncState:
        """Return the first state from now on that is wanted."""
        while not wanted(state := self.states.get(timeout=PATIENCE_S)):
            continue
        return state

    def hurry_until(self, wanted: Callable[[SyncState], bool]) -> SyncState:
        """Hurry after each failure, so that no test waits for the back-off."""
        while not wanted(state := self.states.get(timeout=PATIENCE_S)):
            if state.next_try_ms is not None:
                self.client.hurry()
        return state


@contextmanager
def running(outbox: Outbox, url: str) -> Iterator[Running]:
    made = Running(outbox, url)
    made.client.start()
    try:
        yield made
    finally:
        made.client.stop()


def test_what_waits_is_sent_by_itself(outbox: Outbox, hub: FakeHub) -> None:
    outbox.accept("one", make_lines(1_200))
    with running(outbox, hub.url) as sync:
        state = sync.wait_for(lambda state: state.sent == 1_200)
    assert (state.waiting, state.why, state.failures) == (0, "", 0)
    assert state.last_success_ms is not None
    assert hub.facts == make_lines(1_200)
    assert sync.server_times == [1_795_262_400_000] * 3


def test_facts_that_join_later_are_sent_when_told(outbox: Outbox, hub: FakeHub) -> None:
    with running(outbox, hub.url) as sync:
        sync.wait_for(lambda state: state.next_try_ms is not None)
        outbox.accept("one", make_lines(3))
        sync.client.hurry()
        sync.wait_for(lambda state: state.sent == 3)
    assert hub.facts == make_lines(3)


def test_a_hub_that_is_away_costs_nothing_and_says_why(outbox: Outbox) -> None:
    outbox.accept("one", make_lines(3))
    with running(outbox, f"http://127.0.0.1:{free_port()}") as sync:
        state = sync.wait_for(lambda state: state.failures > 0)
    assert "refused" in state.why
    assert state.waiting == 3
    assert state.waiting_since_ms is not None


@pytest.mark.parametrize("status", [500, 503, 429, 400])
def test_after_a_failure_it_comes_back(outbox: Outbox, hub: FakeHub, status: int) -> None:
    outbox.accept("one", make_lines(3))
    hub.misbehave = lambda _good: (status, b"no", {})
    with running(outbox, hub.url) as sync:
        state = sync.wait_for(lambda state: state.next_try_ms is not None)
        assert state.waiting == 3 and str(status) in state.why
        hub.misbehave = None
        sync.client.hurry()
        sync.wait_for(lambda state: state.sent == 3)
    assert hub.facts == make_lines(3)


def test_a_captive_portal_acknowledges_nothing(outbox: Outbox, hub: FakeHub) -> None:
    outbox.accept("one", make_lines(3))
    hub.misbehave = lambda _good: (200, PORTAL, {})
    with running(outbox, hub.url) as sync:
        state = sync.wait_for(lambda state: state.failures > 0)
    assert "log-in page" in state.why
    assert outbox.waiting().facts == 3


def test_413_halves_the_batch_until_it_fits(outbox: Outbox, hub: FakeHub) -> None:
    outbox.accept("one", make_lines(500))
    hub.misbehave = lambda good: good if len(hub.batches[-1].facts) <= 100 else (413, b"", {})
    with running(outbox, hub.url) as sync:
        sync.wait_for(lambda state: state.sent == 500)
    taken = [len(batch.facts) for batch in hub.batches]
    assert taken[:3] == [500, 250, 125]
    assert hub.facts == make_lines(500)


def test_a_fork_is_resent_under_a_new_incarnation_at_once(outbox: Outbox, hub: FakeHub) -> None:
    outbox.accept("one", make_lines(5))
    before = outbox.stream().incarnation
    hub.misbehave = lambda good: fork_at(hub.batches[-1], 2) if len(hub.batches) == 1 else good
    with running(outbox, hub.url) as sync:
        sync.wait_for(lambda state: state.sent == 3)
    assert outbox.stream().incarnation != before
    assert hub.batches[1].facts == tuple(make_lines(3, 3))


def test_a_hub_that_forks_for_ever_is_left_alone_after_a_while(outbox: Outbox, hub: FakeHub) -> None:
    outbox.accept("one", make_lines(5))
    hub.misbehave = lambda _good: fork_at(hub.batches[-1], 0)
    with running(outbox, hub.url) as sync:
        state = sync.wait_for(lambda state: state.next_try_ms is not None)
    assert state.failures == 5
    assert outbox.waiting().facts == 5


def test_it_stops_in_the_middle_of_a_request(outbox: Outbox, hub: FakeHub) -> None:
    outbox.accept("one", make_lines(3))
    hub.silent = True
    with running(outbox, hub.url) as sync:
        assert hub.arrived.wait(PATIENCE_S)
        sync.client.stop()  # its time-out is 10 s: this would last as long
        assert not hub.let_go.is_set()
    assert outbox.waiting().facts == 3


def test_it_stops_in_the_middle_of_connecting(outbox: Outbox) -> None:
    outbox.accept("one", make_lines(3))
    with closing(socket.socket()) as full, closing(socket.socket()) as filler:
        full.bind(("127.0.0.1", 0))
        full.listen(0)  # nobody accepts: a further connection hangs as with a hub behind a dead link
        filler.connect(full.getsockname())
        with running(outbox, f"http://127.0.0.1:{full.getsockname()[1]}") as sync:
            threading.Event().wait(0.1)
            sync.client.stop()
    assert outbox.waiting().facts == 3


def test_it_may_be_stopped_before_it_starts(outbox: Outbox, hub: FakeHub) -> None:
    Running(outbox, hub.url).client.stop()
