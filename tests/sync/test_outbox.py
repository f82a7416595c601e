from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from kiosk.model.batch import MAX_BATCH_BYTES, Batch, chain_all, format_batch, start_hash
from kiosk.model.errors import KioskError
from kiosk.model.facts import Fact, format_fact
from kiosk.sync.outbox import Outbox
from tests.fakes.made_facts import make_lines
from tests.sync.conftest import DEVICE


def next_batch(outbox: Outbox, max_facts: int = 500) -> Batch:
    batch = outbox.next_batch(max_facts)
    assert batch is not None
    return batch


def acknowledge(outbox: Outbox, batch: Batch, facts: int | None = None) -> int:
    count = len(batch.facts) if facts is None else facts
    return outbox.acknowledge(batch, batch.first_seq + count - 1, chain_all(batch)[count - 1])


def ids(outbox: Outbox) -> list[int]:
    return [int(fact.values["id"], 16) for fact in outbox.read_facts()]


def test_a_new_outbox_has_nothing_to_send(outbox: Outbox) -> None:
    assert outbox.next_batch() is None
    assert (outbox.waiting().facts, outbox.waiting().since_ms) == (0, None)


def test_facts_are_numbered_and_chained_from_the_stream_s_beginning(outbox: Outbox) -> None:
    lines = make_lines(3)
    outbox.accept("one", lines)
    batch = next_batch(outbox)
    assert (batch.device, batch.first_seq, batch.facts) == (DEVICE, 1, tuple(lines))
    assert batch.previous_hash == start_hash(DEVICE, batch.incarnation)


def test_a_batch_has_at_most_500_facts_and_256_kb(outbox: Outbox) -> None:
    outbox.accept("one", make_lines(1_100))
    assert len(next_batch(outbox).facts) == 500
    outbox.accept("two", [b"{" + b" " * 4_000 + b"}"] * 200)
    for _ in range(3):
        batch = next_batch(outbox)
        assert len(format_batch(batch)) <= MAX_BATCH_BYTES + 1_024
        acknowledge(outbox, batch)


def test_what_is_not_acknowledged_is_sent_again(outbox: Outbox) -> None:
    outbox.accept("one", make_lines(3))
    assert next_batch(outbox) == next_batch(outbox)


def test_an_acknowledged_fact_waits_no_longer_and_stays_as_a_copy(outbox: Outbox) -> None:
    outbox.accept("one", make_lines(5))
    assert acknowledge(outbox, next_batch(outbox), facts=3) == 3
    assert outbox.waiting().facts == 2
    assert ids(outbox) == [1, 2, 3, 4, 5]
    assert next_batch(outbox).first_seq == 4


def test_nothing_of_what_a_visitor_said_stays_when_the_hub_has_it(tmp_path: Path) -> None:
    values = {"id": "0" * 16, "site": "mill", "kind": "comment", "text": "Ada was here", "language": "en"}
    other = {**values, "id": "1" * 16, "text": 'she said "fact":"message" twice'}
    with closing(Outbox(tmp_path / "outbox.db", DEVICE)) as outbox:
        messages = [format_fact(Fact("message", one)) for one in (values, other)]
        outbox.accept("one", [*make_lines(3), *messages])
        batch = outbox.next_batch()
        assert batch is not None
        outbox.acknowledge(batch, batch.last_seq, chain_all(batch)[-1])
        assert outbox.waiting().facts == 0
        assert [fact.name for fact in outbox.read_facts()] == ["dwell"] * 3
        left = b"".join(path.read_bytes() for path in tmp_path.glob("outbox.db*"))
        assert b"Ada was here" not in left and b"she said" not in left


def test_copies_are_bounded(tmp_path: Path) -> None:
    with closing(Outbox(tmp_path / "outbox.db", DEVICE, max_kept=4)) as outbox:
        outbox.accept("one", make_lines(10))
        acknowledge(outbox, next_batch(outbox))
        assert ids(outbox) == [7, 8, 9, 10]


def test_an_acknowledgement_is_taken_once(outbox: Outbox) -> None:
    outbox.accept("one", make_lines(3))
    batch = next_batch(outbox)
    assert acknowledge(outbox, batch) == 3
    assert acknowledge(outbox, batch) == 0


@pytest.mark.parametrize(("through", "head"), [(3, "0" * 64), (4, None), (0, None), (10**9, None)])
def test_a_wrong_acknowledgement_deletes_nothing(outbox: Outbox, through: int, head: str | None) -> None:
    outbox.accept("one", make_lines(5))
    batch = next_batch(outbox, 3)
    with pytest.raises(KioskError, match="another"):
        outbox.acknowledge(batch, through, head or chain_all(batch)[-1])
    assert outbox.waiting().facts == 5


def test_everything_is_there_after_a_new_start(tmp_path: Path) -> None:
    with closing(Outbox(tmp_path / "outbox.db", DEVICE)) as before:
        before.accept("one", make_lines(3))
        acknowledge(before, next_batch(before), facts=1)
        stream = before.stream()
    with closing(Outbox(tmp_path / "outbox.db", DEVICE)) as after:
        assert after.stream() == stream
        assert next_batch(after).first_seq == 2


def test_two_processes_may_share_it(tmp_path: Path) -> None:
    path = tmp_path / "outbox.db"
    with closing(Outbox(path, DEVICE)) as app, closing(Outbox(path, DEVICE)) as command:
        app.accept("one", make_lines(3))
        in_app, in_command = next_batch(app), next_batch(command)
        assert in_app == in_command
        assert acknowledge(command, in_command) == 3
        assert acknowledge(app, in_app) == 0


def test_a_device_that_never_meets_its_hub_drops_moves_first_and_says_so(tmp_path: Path) -> None:
    with closing(Outbox(tmp_path / "outbox.db", DEVICE, max_waiting=10)) as outbox:
        outbox.accept("one", [*make_lines(4), *make_lines(4, 5, "move")])
        outbox.accept("two", make_lines(6, 9))
        facts = list(outbox.read_facts())
        assert outbox.waiting().facts == 10
        assert (facts[0].name, facts[0].values["facts"]) == ("gap", 5)
        assert [int(fact.values["id"], 16) for fact in facts[1:]] == [2, 3, 4, 9, 10, 11, 12, 13, 14]
        batch = next_batch(outbox)
        assert acknowledge(outbox, batch) == 10


def test_what_may_be_at_the_hub_is_never_numbered_anew(tmp_path: Path) -> None:
    with closing(Outbox(tmp_path / "outbox.db", DEVICE, max_waiting=6)) as outbox:
        outbox.accept("one", make_lines(4))
        sent = next_batch(outbox, 2)
        outbox.accept("two", make_lines(5, 5))
        assert next_batch(outbox).facts[:2] == sent.facts
        assert acknowledge(outbox, sent) == 2


def test_a_damaged_outbox_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "outbox.db").write_bytes(b"this is no database" * 1_000)
    with pytest.raises(KioskError, match="outbox was not opened"):
        Outbox(tmp_path / "outbox.db", DEVICE)
