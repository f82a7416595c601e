from __future__ import annotations

import json
import socket
import threading
from contextlib import closing

import pytest

from kiosk.model.batch import Batch, chain_all, start_hash
from kiosk.sync.answers import MAX_ANSWER_BYTES, read_answer
from kiosk.sync.exchange import Exchange
from kiosk.sync.hub_address import parse_hub_address
from kiosk.sync.outcome import Answer, Outcome
from tests.fakes.fake_hub import PORTAL, FakeHub, Reply, free_port, make_reply
from tests.fakes.made_facts import make_lines
from tests.sync.conftest import DEVICE

INCARNATION = "1" * 32
BATCH = Batch(DEVICE, INCARNATION, 1, start_hash(DEVICE, INCARNATION), tuple(make_lines(3)))
GOOD = json.loads(make_reply(200, 3, chain_all(BATCH)[-1])[1])


def send(hub: FakeHub) -> Answer:
    return Exchange(parse_hub_address(hub.url), time_out_s=5).send(BATCH)


def test_the_hub_s_word_is_taken(hub: FakeHub) -> None:
    answer = send(hub)
    assert (answer.outcome, answer.through) == (Outcome.ACKNOWLEDGED, 3)
    assert answer.head_hash == chain_all(BATCH)[-1]
    assert answer.server_ms == 1_795_262_400_000
    assert hub.batches == [BATCH]


def reply(status: int, content: bytes = b"", **headers: str) -> Reply:
    return status, content, headers


LIES = [
    ("captive portal", reply(200, PORTAL), Outcome.NOT_THE_HUB),
    ("empty", reply(200), Outcome.NOT_THE_HUB),
    ("truncated JSON", reply(200, json.dumps(GOOD).encode()[:40]), Outcome.NOT_THE_HUB),
    ("a list", reply(200, b"[1, 2]"), Outcome.NOT_THE_HUB),
    ("deep nesting", reply(200, b"[" * 60_000), Outcome.NOT_THE_HUB),
    (
        "a number as text",
        reply(200, json.dumps({**GOOD, "acked_through": "3"}).encode()),
        Outcome.NOT_THE_HUB,
    ),
    (
        "true for a number",
        reply(200, json.dumps({**GOOD, "acked_through": True}).encode()),
        Outcome.NOT_THE_HUB,
    ),
    (
        "a negative number",
        reply(200, json.dumps({**GOOD, "acked_through": -1}).encode()),
        Outcome.NOT_THE_HUB,
    ),
    ("no hash", reply(200, json.dumps({**GOOD, "head_hash": None}).encode()), Outcome.NOT_THE_HUB),
    ("too long", reply(200, b" " * (MAX_ANSWER_BYTES + 1) + json.dumps(GOOD).encode()), Outcome.NOT_THE_HUB),
    ("a redirect", reply(302, b"", Location="http://127.0.0.1:1/"), Outcome.NOT_THE_HUB),
    ("204", reply(204), Outcome.REFUSED),
    ("400", reply(400, b"{}"), Outcome.REFUSED),
    ("404", reply(404, PORTAL), Outcome.REFUSED),
    ("409 from a portal", reply(409, PORTAL), Outcome.NOT_THE_HUB),
    ("413", reply(413), Outcome.TOO_LARGE),
    ("429", reply(429), Outcome.BUSY),
    ("500", reply(500, b"Internal Server Error"), Outcome.BUSY),
    ("503", reply(503), Outcome.BUSY),
]


@pytest.mark.parametrize(("told", "outcome"), [row[1:] for row in LIES], ids=[row[0] for row in LIES])
def test_no_other_answer_acknowledges(hub: FakeHub, told: Reply, outcome: Outcome) -> None:
    hub.misbehave = lambda _good: told
    answer = send(hub)
    assert answer.outcome is outcome
    assert answer.detail


def test_a_redirect_is_not_followed(hub: FakeHub) -> None:
    with FakeHub() as other:
        hub.misbehave = lambda _good: (307, b"", {"Location": other.url + "/v1/streams/x/y/batches"})
        assert send(hub).outcome is Outcome.NOT_THE_HUB
        assert other.requests == 0


def test_a_hub_that_is_away_is_told_as_such() -> None:
    answer = Exchange(parse_hub_address(f"http://127.0.0.1:{free_port()}"), time_out_s=5).send(BATCH)
    assert answer.outcome is Outcome.UNREACHABLE
    assert "refused" in answer.detail


def test_a_name_that_does_not_exist_is_told_as_such() -> None:
    answer = Exchange(parse_hub_address("http://hub.invalid"), time_out_s=5).send(BATCH)
    # A machine without any network is told to try again.
    assert answer.outcome in (Outcome.UNREACHABLE, Outcome.NO_NETWORK)


def test_a_hub_that_does_not_answer_is_given_up(hub: FakeHub) -> None:
    hub.silent = True
    answer = Exchange(parse_hub_address(hub.url), time_out_s=0.2).send(BATCH)
    assert answer.outcome is Outcome.UNREACHABLE


def test_not_http_at_all(hub: FakeHub) -> None:
    assert read_answer(200, b"\x00\xff\xfe").outcome is Outcome.NOT_THE_HUB


def test_once_cut_nothing_is_sent(hub: FakeHub) -> None:
    exchange = Exchange(parse_hub_address(hub.url))
    exchange.cut()
    assert exchange.send(BATCH).outcome is Outcome.UNREACHABLE
    assert hub.requests == 0


def test_a_handshake_that_hangs_is_broken_off() -> None:
    """A dead link may fall silent after TCP's own greeting: TLS must not hold up the guide's end."""
    answers: list[Answer] = []
    with closing(socket.create_server(("127.0.0.1", 0))) as dumb:
        hub = parse_hub_address(f"https://127.0.0.1:{dumb.getsockname()[1]}")
        exchange = Exchange(hub, time_out_s=120)
        sending = threading.Thread(target=lambda: answers.append(exchange.send(BATCH)), daemon=True)
        sending.start()
        with closing(dumb.accept()[0]) as connected:
            assert connected.recv(1)  # its hello is here: from now on it waits for ours
            exchange.cut()
            sending.join(30)
            assert not sending.is_alive()
    assert [answer.outcome for answer in answers] == [Outcome.UNREACHABLE]
