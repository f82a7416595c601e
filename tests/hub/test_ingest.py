from __future__ import annotations

import json
import random
import threading

import pytest
from sqlalchemy import delete, select
from sqlalchemy.exc import SQLAlchemyError

from kiosk.hub import ingest as ingest_module
from kiosk.hub.database import HubDatabase
from kiosk.hub.database.stream_tables import facts, quarantine
from kiosk.hub.ingest import ForkError, Ingest
from kiosk.model.batch import chain_all, start_hash
from tests.fakes.made_batches import DEVICE, INCARNATION, cut_batch
from tests.fakes.made_facts import make_lines

LINES = make_lines(40)


def seqs(database: HubDatabase) -> list[int]:
    with database.reading() as connection:
        return list(connection.scalars(select(facts.c.seq).order_by(facts.c.incarnation, facts.c.seq)))


def test_a_batch_is_on_the_disk_when_it_is_acknowledged(ingest: Ingest, hub_database: HubDatabase) -> None:
    batch = cut_batch(LINES, 1, 5)
    taken = ingest.take(batch)
    assert (taken.acked_through, taken.head_hash, taken.rejected) == (5, chain_all(batch)[-1], ())
    assert seqs(hub_database) == [1, 2, 3, 4, 5]


def test_a_replay_is_acknowledged_and_not_counted(ingest: Ingest, hub_database: HubDatabase) -> None:
    first = ingest.take(cut_batch(LINES, 1, 5))
    ingest.take(cut_batch(LINES, 6, 5))
    assert ingest.take(cut_batch(LINES, 1, 5)) == first
    assert seqs(hub_database) == list(range(1, 11))


def test_an_overlap_adds_only_what_is_new(ingest: Ingest, hub_database: HubDatabase) -> None:
    ingest.take(cut_batch(LINES, 1, 5))
    assert ingest.take(cut_batch(LINES, 3, 6)).acked_through == 8
    assert seqs(hub_database) == list(range(1, 9))


def test_a_batch_out_of_turn_is_sent_back_with_where_to_go_on(ingest: Ingest) -> None:
    ingest.take(cut_batch(LINES, 1, 5))
    with pytest.raises(ForkError) as fork:
        ingest.take(cut_batch(LINES, 8, 5))
    assert (fork.value.reason, fork.value.agreed_through) == ("gap", 5)
    assert fork.value.head_hash == chain_all(cut_batch(LINES, 1, 5))[-1]


def test_the_first_batch_must_begin_the_stream(ingest: Ingest) -> None:
    with pytest.raises(ForkError) as fork:
        ingest.take(cut_batch(LINES, 4, 5))
    assert (fork.value.agreed_through, fork.value.head_hash) == (0, start_hash(DEVICE, INCARNATION))


def test_two_devices_from_one_image_are_told_apart(ingest: Ingest, hub_database: HubDatabase) -> None:
    mine, other = LINES[:5], [*LINES[:3], *make_lines(4, 101)]
    ingest.take(cut_batch(mine, 1, 5))
    with pytest.raises(ForkError) as fork:
        ingest.take(cut_batch(other, 1, 7))
    assert (fork.value.reason, fork.value.agreed_through) == ("fork", 3)
    with pytest.raises(ForkError) as later:
        ingest.take(cut_batch(other, 6, 2))
    assert later.value.agreed_through == 0
    assert seqs(hub_database) == [1, 2, 3, 4, 5]


def test_a_fact_that_cannot_be_read_is_kept_raw_and_does_not_block(
    ingest: Ingest, hub_database: HubDatabase
) -> None:
    no_text = json.dumps({**json.loads(LINES[0]), "stop": "mill/\ud800"}).encode()
    lines = [no_text, b'{"fact":"emotion","id":"0000000000000001"}', b"\xff\xfe not JSON", LINES[1]]
    taken = ingest.take(cut_batch(lines, 1, 4))
    assert (taken.acked_through, taken.rejected) == (4, (1, 2, 3))
    with hub_database.reading() as connection:
        kept = connection.execute(select(quarantine.c.seq, quarantine.c.raw).order_by(quarantine.c.seq))
        assert [(seq, bytes(raw)) for seq, raw in kept] == [(1, lines[0]), (2, lines[1]), (3, lines[2])]
    assert ingest.take(cut_batch(lines, 1, 4)) == taken
    assert ingest.take(cut_batch([*lines, LINES[2]], 4, 2)).acked_through == 5


@pytest.mark.parametrize("seed", range(6))
def test_loss_replay_overlap_and_disorder_make_the_same_totals(
    ingest: Ingest, hub_database: HubDatabase, seed: int
) -> None:
    chance, acked = random.Random(seed), 0
    while acked < len(LINES):
        first = chance.randint(1, min(len(LINES), acked + 3))
        batch = cut_batch(LINES, first, chance.randint(1, 12))
        if first <= acked + 1:
            acked = max(acked, ingest.take(batch).acked_through)
        else:
            with pytest.raises(ForkError, match="gap"):
                ingest.take(batch)
    assert seqs(hub_database) == list(range(1, len(LINES) + 1))


def test_what_devices_wrote_is_kept_letter_by_letter(ingest: Ingest, hub_database: HubDatabase) -> None:
    place = "qutb/" + json.dumps('\\ Ḥauḍ\t"N"'.replace("\t", " "))[1:-1]
    lines = [
        LINES[0].replace(b"qutb/minar", place.encode()),
        b" {\t" + LINES[1][1:] + b"\r",
        LINES[2].replace(b"qutb/minar", "सीरी/फोर्ट".encode()),
    ]
    assert ingest.take(cut_batch(lines, 1, 3)).rejected == ()
    with hub_database.reading() as connection:
        kept = connection.execute(select(facts.c.body, facts.c.site).order_by(facts.c.seq)).all()
    assert [body.encode() for body, _ in kept] == lines
    assert [site for _, site in kept] == ["qutb", "qutb", "सीरी"]


def test_batches_of_many_devices_at_once_are_all_taken(ingest: Ingest, hub_database: HubDatabase) -> None:
    taken: list[int] = []

    def send(incarnation: str) -> None:
        for first in (1, 11, 21, 31):
            taken.append(ingest.take(cut_batch(LINES, first, 10, incarnation)).acked_through)

    threads = [threading.Thread(target=send, args=(f"{number:032x}",)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == sorted([10, 20, 30, 40] * 12)
    assert seqs(hub_database) == list(range(1, 41)) * 12


def test_whoever_has_a_turn_and_finds_all_chosen_by_another_is_answered_all_the_same(
    ingest: Ingest, hub_database: HubDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    both_there, choose = threading.Barrier(2, timeout=30), Ingest._choose

    def choose_together(one: Ingest) -> list[ingest_module._Waiting]:
        both_there.wait()
        return choose(one)

    monkeypatch.setattr(Ingest, "_choose", choose_together)
    monkeypatch.setattr(ingest, "_turn", threading.Semaphore(2))
    answers: list[int] = []

    def send(incarnation: str) -> None:
        answers.append(ingest.take(cut_batch(LINES, 1, 5, incarnation)).acked_through)

    threads = [threading.Thread(target=send, args=(f"{number:032x}",)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [5, 5]


def test_two_hubs_on_one_database_take_the_same_stream_once(hub_database: HubDatabase) -> None:
    hubs = [Ingest(hub_database), Ingest(hub_database)]

    def send(hub: Ingest) -> None:
        for first in range(1, 41, 4):
            hub.take(cut_batch(LINES, first, 4))

    threads = [threading.Thread(target=send, args=(hub,)) for hub in hubs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seqs(hub_database) == list(range(1, 41))


def test_facts_of_a_month_that_was_put_away_are_taken_as_those_that_come_again(
    ingest: Ingest, hub_database: HubDatabase
) -> None:
    ingest.take(cut_batch(LINES, 1, 20))
    with hub_database.writing() as connection:
        connection.execute(delete(facts).where(facts.c.seq <= 15))
    assert ingest.take(cut_batch(LINES, 3, 10)).acked_through == 12
    assert ingest.take(cut_batch(LINES, 10, 15)).acked_through == 24
    other = [*LINES[:17], *make_lines(9, 101)]
    with pytest.raises(ForkError) as fork:
        ingest.take(cut_batch(other, 12, 9))
    assert (fork.value.reason, fork.value.agreed_through) == ("fork", 17)
    assert seqs(hub_database) == list(range(16, 25))


@pytest.mark.parametrize("broken", ["prepare", "hold"])
def test_nobody_waits_for_one_whose_batch_met_what_nobody_foresaw(
    hub_database: HubDatabase, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    """Memory that runs out, a signal: whoever met it gets it, who was written with it is told, the next is taken."""
    hub, works, told = Ingest(hub_database), getattr(ingest_module, broken), list[BaseException | int]()
    all_there, streams = threading.Barrier(6), [f"{number:032x}" for number in range(6)]
    left = [MemoryError(), KeyboardInterrupt()]

    def fail(*given: object) -> object:
        if left:
            raise left.pop()
        return works(*given)

    def send(stream: str) -> None:
        all_there.wait()
        try:
            told.append(hub.take(cut_batch(LINES, 1, 10, stream)).acked_through)
        except (MemoryError, KeyboardInterrupt, SQLAlchemyError) as error:
            told.append(error)

    monkeypatch.setattr(ingest_module, broken, fail)
    threads = [threading.Thread(target=send, args=(stream,)) for stream in streams]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(told) == 6
    assert sum(isinstance(one, MemoryError | KeyboardInterrupt) for one in told) == 2
    assert {hub.take(cut_batch(LINES, 1, 10, stream)).acked_through for stream in streams} == {10}
    assert seqs(hub_database) == list(range(1, 11)) * 6
