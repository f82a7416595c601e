from __future__ import annotations

import json
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.hub.ingest import ForkError, Ingest
from kiosk.model.batch import chain_all, start_hash
from tests.fakes.made_batches import DEVICE, INCARNATION, cut_batch
from tests.fakes.made_facts import make_lines

LINES = make_lines(40)


def seqs(database: Path) -> list[int]:
    with closing(sqlite3.connect(database)) as connection:
        return [row[0] for row in connection.execute("SELECT seq FROM facts ORDER BY stream, seq")]


def test_a_batch_is_on_the_disk_when_it_is_acknowledged(ingest: Ingest, database: Path) -> None:
    batch = cut_batch(LINES, 1, 5)
    taken = ingest.take(batch)
    assert (taken.acked_through, taken.head_hash, taken.rejected) == (5, chain_all(batch)[-1], ())
    assert seqs(database) == [1, 2, 3, 4, 5]


def test_a_replay_is_acknowledged_and_not_counted(ingest: Ingest, database: Path) -> None:
    first = ingest.take(cut_batch(LINES, 1, 5))
    ingest.take(cut_batch(LINES, 6, 5))
    assert ingest.take(cut_batch(LINES, 1, 5)) == first
    assert seqs(database) == list(range(1, 11))


def test_an_overlap_adds_only_what_is_new(ingest: Ingest, database: Path) -> None:
    ingest.take(cut_batch(LINES, 1, 5))
    assert ingest.take(cut_batch(LINES, 3, 6)).acked_through == 8
    assert seqs(database) == list(range(1, 9))


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


def test_two_devices_from_one_image_are_told_apart(ingest: Ingest, database: Path) -> None:
    mine, other = LINES[:5], [*LINES[:3], *make_lines(4, 101)]
    ingest.take(cut_batch(mine, 1, 5))
    with pytest.raises(ForkError) as fork:
        ingest.take(cut_batch(other, 1, 7))
    assert (fork.value.reason, fork.value.agreed_through) == ("fork", 3)
    with pytest.raises(ForkError) as later:
        ingest.take(cut_batch(other, 6, 2))
    assert later.value.agreed_through == 0
    assert seqs(database) == [1, 2, 3, 4, 5]


def test_a_fact_that_cannot_be_read_is_kept_raw_and_does_not_block(ingest: Ingest, database: Path) -> None:
    no_text = json.dumps({**json.loads(LINES[0]), "stop": "mill/\ud800"}).encode()
    lines = [no_text, b'{"fact":"emotion","id":"0000000000000001"}', b"\xff\xfe not JSON", LINES[1]]
    taken = ingest.take(cut_batch(lines, 1, 4))
    assert (taken.acked_through, taken.rejected) == (4, (1, 2, 3))
    with closing(sqlite3.connect(database)) as connection:
        raw = connection.execute("SELECT seq, raw FROM quarantine ORDER BY seq").fetchall()
    assert raw == [(1, lines[0]), (2, lines[1]), (3, lines[2])]
    assert ingest.take(cut_batch([*lines, LINES[2]], 4, 2)).acked_through == 5


@pytest.mark.parametrize("seed", range(6))
def test_loss_replay_overlap_and_disorder_make_the_same_totals(
    ingest: Ingest, database: Path, seed: int
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
    assert seqs(database) == list(range(1, len(LINES) + 1))
