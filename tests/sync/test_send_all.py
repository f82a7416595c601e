from __future__ import annotations

from kiosk.sync.exchange import Exchange
from kiosk.sync.hub_address import parse_hub_address
from kiosk.sync.outbox import Outbox
from kiosk.sync.send_all import MAX_FORKS, send_all
from tests.fakes.fake_hub import PORTAL, FakeHub, fork_at, make_reply
from tests.fakes.made_facts import make_lines


def test_everything_goes_in_batches(outbox: Outbox, hub: FakeHub) -> None:
    outbox.accept("one", make_lines(1_200))
    sent = send_all(outbox, Exchange(parse_hub_address(hub.url)))
    assert (sent.facts, sent.waiting, sent.why) == (1_200, 0, "")
    assert [len(batch.facts) for batch in hub.batches] == [500, 500, 200]


def test_the_first_failure_ends_it_with_its_reason(outbox: Outbox, hub: FakeHub) -> None:
    outbox.accept("one", make_lines(700))
    hub.misbehave = lambda good: good if len(hub.batches) == 1 else (200, PORTAL, {})
    sent = send_all(outbox, Exchange(parse_hub_address(hub.url)))
    assert (sent.facts, sent.waiting) == (500, 200)
    assert "log-in page" in sent.why


def test_an_acknowledgement_with_another_hash_is_not_the_hub_s(outbox: Outbox, hub: FakeHub) -> None:
    outbox.accept("one", make_lines(3))
    hub.misbehave = lambda _good: make_reply(200, 3, "0" * 64)
    assert send_all(outbox, Exchange(parse_hub_address(hub.url))).waiting == 3


def test_a_hub_that_forks_for_ever_is_given_up(outbox: Outbox, hub: FakeHub) -> None:
    outbox.accept("one", make_lines(3))
    hub.misbehave = lambda _good: fork_at(hub.batches[-1], 0)
    assert send_all(outbox, Exchange(parse_hub_address(hub.url))).waiting == 3
    assert hub.requests == MAX_FORKS + 1
