"""A fact that comes again under another incarnation of its device is counted once."""

from __future__ import annotations

import threading

import pytest
from sqlalchemy import func, select

from kiosk.hub import repeats as keeping
from kiosk.hub.database import HubDatabase
from kiosk.hub.database.repeat_tables import fact_ids, restarted_devices
from kiosk.hub.database.stream_tables import facts
from kiosk.hub.ingest import Ingest
from kiosk.hub.stream_heads import hold
from kiosk.model.batch import Batch, chain_all, start_hash
from tests.fakes.made_batches import DEVICE, cut_batch
from tests.fakes.made_facts import make_lines

LINES = make_lines(20)
OTHER = "2" * 32


def count(database: HubDatabase) -> int:
    with database.reading() as connection:
        rows = connection.scalars(select(facts.c.body).where(facts.c.body != "")).all()
    assert len(rows) == len(set(rows)), "a fact is there twice"
    return len(rows)


def repeats(database: HubDatabase) -> int:
    with database.reading() as connection:
        return connection.scalar(select(func.sum(restarted_devices.c.repeats))) or 0


def test_facts_sent_anew_under_another_incarnation_count_once(
    ingest: Ingest, hub_database: HubDatabase
) -> None:
    ingest.take(cut_batch(LINES, 1, 10))
    taken = ingest.take(cut_batch(LINES[5:], 1, 10, OTHER))
    assert taken.acked_through == 10
    assert (count(hub_database), repeats(hub_database)) == (15, 5)


def test_the_old_incarnation_may_come_later_still(ingest: Ingest, hub_database: HubDatabase) -> None:
    """By a stick that was on its way while the device went on over the network."""
    ingest.take(cut_batch(LINES, 1, 4))
    ingest.take(cut_batch(LINES[4:], 1, 8, OTHER))
    ingest.take(cut_batch(LINES, 5, 16))
    assert (count(hub_database), repeats(hub_database)) == (20, 8)


def test_a_replay_of_what_repeated_is_acknowledged_as_ever(ingest: Ingest, hub_database: HubDatabase) -> None:
    ingest.take(cut_batch(LINES, 1, 10))
    batch = cut_batch(LINES, 1, 10, OTHER)
    for _ in range(3):
        taken = ingest.take(batch)
        assert (taken.acked_through, taken.head_hash) == (10, chain_all(batch)[-1])
    assert (count(hub_database), repeats(hub_database)) == (10, 10)


def test_a_device_of_one_stream_costs_no_ids(ingest: Ingest, hub_database: HubDatabase) -> None:
    ingest.take(cut_batch(LINES, 1, 10))
    ingest.take(cut_batch(LINES, 11, 10))
    other = cut_batch(LINES, 1, 10)
    ingest.take(Batch("e" * 32, OTHER, 1, cut_batch_start("e" * 32), other.facts))
    with hub_database.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(fact_ids)) == 0


def test_other_devices_facts_are_their_own(ingest: Ingest, hub_database: HubDatabase) -> None:
    for incarnation in ("1" * 32, OTHER):
        batch = cut_batch(LINES, 1, 10, incarnation)
        ingest.take(batch)
    ingest.take(Batch("e" * 32, OTHER, 1, cut_batch_start("e" * 32), tuple(LINES[:10])))
    with hub_database.reading() as connection:
        kept = select(func.count()).select_from(facts).where(facts.c.body != "")
        assert connection.scalar(kept.where(facts.c.device == DEVICE)) == 10
        assert connection.scalar(kept.where(facts.c.device == "e" * 32)) == 10


def test_many_incarnations_at_once_count_each_fact_once(ingest: Ingest, hub_database: HubDatabase) -> None:
    hubs = [ingest, Ingest(hub_database)]

    def send(number: int) -> None:
        hubs[number % 2].take(cut_batch(LINES, 1, 20, f"{number:032x}"))

    threads = [threading.Thread(target=send, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (count(hub_database), repeats(hub_database)) == (20, 140)


def test_an_id_that_a_device_sent_twice_in_its_first_stream_does_not_bar_its_second(
    ingest: Ingest, hub_database: HubDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "_LISTED_AT_ONCE", 4)
    ingest.take(cut_batch([*LINES[:6], LINES[0]], 1, 7))
    assert ingest.take(cut_batch(LINES, 1, 8, OTHER)).acked_through == 8
    assert repeats(hub_database) == 6


def test_a_device_of_many_streams_is_asked_only_for_those_that_it_sends(
    ingest: Ingest, hub_database: HubDatabase
) -> None:
    for number in range(3):
        ingest.take(cut_batch(LINES, 1, 4, f"{number:032x}"))
    stream = (DEVICE, f"{1:032x}")
    with hub_database.writing() as connection:
        held = hold(connection, [stream, (DEVICE, "f" * 32)])
    assert (list(held.heads), set(held.restarted)) == ([stream], {DEVICE})


def cut_batch_start(device: str) -> str:

    return start_hash(device, OTHER)
