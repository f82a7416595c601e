"""The hub's numbers are not ours: two tablets from one image, a restored device, a restored hub."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from kiosk.model.batch import Batch, chain_all, start_hash
from kiosk.model.errors import KioskError
from kiosk.sync.outbox import Outbox
from tests.fakes.made_facts import make_lines
from tests.sync.conftest import DEVICE


def send(outbox: Outbox, max_facts: int = 500) -> Batch:
    batch = outbox.next_batch(max_facts)
    assert batch is not None
    return batch


def test_a_fork_goes_on_under_a_new_incarnation(outbox: Outbox) -> None:
    outbox.accept("one", make_lines(4))
    batch = send(outbox)
    outbox.reconcile(batch, 0, start_hash(DEVICE, batch.incarnation))
    again = send(outbox)
    assert again.incarnation != batch.incarnation
    assert (again.first_seq, again.facts) == (1, batch.facts)
    assert again.previous_hash == start_hash(DEVICE, again.incarnation)


def test_what_the_hub_agrees_on_is_not_sent_again(outbox: Outbox) -> None:
    outbox.accept("one", make_lines(4))
    batch = send(outbox)
    outbox.reconcile(batch, 3, chain_all(batch)[2])
    assert send(outbox).facts == batch.facts[3:]
    assert len(list(outbox.read_facts())) == 4


def test_a_hub_restored_from_a_backup_gets_the_lost_facts_again(outbox: Outbox) -> None:
    outbox.accept("one", make_lines(6))
    first = send(outbox, 4)
    hashes = chain_all(first)
    outbox.acknowledge(first, 4, hashes[3])
    second = send(outbox)
    outbox.reconcile(second, 2, hashes[1])
    again = send(outbox)
    assert (again.incarnation, again.first_seq) == (first.incarnation, 3)
    assert again.facts == tuple(make_lines(4, 3))
    assert outbox.acknowledge(again, 6, chain_all(again)[-1]) == 4


def test_where_copies_are_gone_what_is_left_of_them_follows_what_waits(tmp_path: Path) -> None:
    with closing(Outbox(tmp_path / "outbox.db", DEVICE, max_kept=1)) as outbox:
        outbox.accept("one", make_lines(6))
        first = send(outbox, 4)
        outbox.acknowledge(first, 4, chain_all(first)[3])
        outbox.reconcile(send(outbox), 0, start_hash(DEVICE, first.incarnation))
        again = send(outbox)
        assert again.incarnation != first.incarnation
        assert again.facts == (*make_lines(2, 5), *make_lines(1, 4))


def test_a_fork_with_a_hash_that_is_not_ours_changes_nothing(outbox: Outbox) -> None:
    outbox.accept("one", make_lines(4))
    batch = send(outbox)
    with pytest.raises(KioskError, match=r"sync\.wrong-acknowledgement"):
        outbox.reconcile(batch, 2, "0" * 64)
    assert send(outbox) == batch


def test_a_late_answer_about_an_old_incarnation_changes_nothing(outbox: Outbox) -> None:
    outbox.accept("one", make_lines(4))
    batch = send(outbox)
    outbox.reconcile(batch, 0, start_hash(DEVICE, batch.incarnation))
    now = send(outbox)
    outbox.reconcile(batch, 0, start_hash(DEVICE, batch.incarnation))
    assert outbox.acknowledge(batch, 4, chain_all(batch)[-1]) == 0
    assert send(outbox) == now


def test_a_hub_that_lost_all_gets_the_copies_of_earlier_incarnations_too(outbox: Outbox) -> None:
    outbox.accept("one", make_lines(3))
    first = send(outbox)
    outbox.acknowledge(first, 3, chain_all(first)[-1])
    outbox.accept("two", make_lines(2, 10))
    outbox.reconcile(send(outbox), 3, chain_all(first)[-1])  # a fork: on under a new incarnation
    second = send(outbox)
    outbox.acknowledge(second, 2, chain_all(second)[-1])
    outbox.accept("three", make_lines(1, 20))
    outbox.reconcile(send(outbox), 0, start_hash(DEVICE, second.incarnation))
    again = send(outbox)
    assert (again.incarnation, again.first_seq) == (second.incarnation, 1)
    assert again.facts == (*make_lines(2, 10), *make_lines(1, 20), *make_lines(3))
