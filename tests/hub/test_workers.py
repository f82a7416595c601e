"""Several processes at one socket: they answer together, live on, and leave nothing behind."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import threading
import time
import urllib.request
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Float, select

from kiosk.app.cli import main
from kiosk.hub.crew import PAUSE_S, Crew
from kiosk.hub.database import HubDatabase, open_database
from kiosk.hub.database.rollup_tables import (
    move_days,
    stop_days,
    suggestion_days,
    tally_days,
    telling_days,
    trial_days,
    visit_days,
)
from kiosk.hub.ingest import Ingest
from kiosk.hub.rollups import Rollups
from kiosk.hub.serve import serve
from kiosk.hub.worker_process import Worker
from kiosk.hub.worker_terms import Order
from kiosk.hub.workers import run_workers
from kiosk.model.batch import Batch
from kiosk.model.errors import KioskError
from tests.benchmarks.hub_load import make_batches
from tests.fakes.hub_process import HubProcess, read_command
from tests.fakes.made_batches import INCARNATION, cut_batch, pack
from tests.fakes.made_facts import make_lines
from tests.fakes.postgres_cluster import PostgresCluster

BATCHES = 3
DEVICES = [f"{number:032x}" for number in range(1, 4)]
ROLLUPS = (move_days, stop_days, suggestion_days, tally_days, telling_days, trial_days, visit_days)


def wait_for(happened: Callable[[], bool], within_s: float = 20.0) -> None:
    deadline = time.monotonic() + within_s
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def post(address: str, batch: Batch) -> dict[str, Any]:
    request = urllib.request.Request(
        f"{address}/v1/streams/{batch.device}/{batch.incarnation}/batches",
        pack(batch),
        {"Content-Encoding": "zstd"},
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        found: dict[str, Any] = json.load(answer)
        return found


def send_all(address: str, batches: Sequence[Batch], acked: dict[str, int]) -> None:
    """Send as a device does: one batch after the other, each again until it is acknowledged."""
    for batch in batches:
        while acked.get(batch.device, 0) < batch.last_seq:
            try:
                acked[batch.device] = post(address, batch)["acked_through"]
            except (OSError, http.client.HTTPException):
                time.sleep(0.02)


def read(address: str, path: str) -> Any:
    with urllib.request.urlopen(address + path, timeout=30) as answer:
        return answer.read().decode()


def read_workers(address: str) -> list[str]:
    """How many answer, and how many died."""
    lines = read(address, "/metrics").splitlines()
    return [line.split()[1] for line in lines if line.startswith("kiosk_hub_workers")]


def read_rollups(database: HubDatabase) -> dict[str, set[tuple[Any, ...]]]:
    """All that was counted, but for sums of shares, which depend on the order they are added in."""
    with database.reading() as connection:
        return {
            table.name: {
                tuple(row)
                for row in connection.execute(
                    select(*(column for column in table.columns if not isinstance(column.type, Float)))
                )
            }
            for table in ROLLUPS
        }


def test_workers_that_are_killed_lose_nothing_and_leave_nothing(
    postgres: PostgresCluster, postgres_template: str, tmp_path: Path
) -> None:
    batches = {device: make_batches(device, BATCHES) for device in DEVICES}
    facts = sum(len(one.facts) for some in batches.values() for one in some)
    acked: dict[str, int] = {}
    database = postgres.make_database(postgres_template)
    with HubProcess(database, workers=2) as hub:
        devices = [
            threading.Thread(target=send_all, args=(hub.address, some, acked)) for some in batches.values()
        ]
        killed = hub.list_workers()[0]
        for device in devices:
            device.start()
        wait_for(lambda: bool(acked))
        os.kill(killed, signal.SIGKILL)
        for device in devices:
            device.join()
        wait_for(lambda: "kiosk_hub_facts_uncounted 0\n" in read(hub.address, "/metrics"))
        assert f"kiosk_hub_facts {facts}\n" in read(hub.address, "/metrics")

        # Another one came for it, and answers.
        wait_for(lambda: read_workers(hub.address) == ["2", "1"])
        assert json.loads(read(hub.address, "/v1/totals"))["facts"] == facts
        workers, port = hub.list_workers(), int(hub.address.rpartition(":")[2])
        hub.process.kill()
        wait_for(lambda: not any(b"spawn_main" in read_command(pid) for pid in workers), 4)
        socket.create_server(("127.0.0.1", port)).close()
        _status, words = hub.end()
        assert words.startswith("a worker is started again")
        assert f"process {killed} ended with status -9\n" in words

    with closing(open_database(database)) as many, closing(open_database(str(tmp_path / "one.db"))) as one:
        for batch in (batch for some in batches.values() for batch in some):
            Ingest(one).take(batch)
        Rollups(one).catch_up(60)
        assert read_rollups(many) == read_rollups(one)


def test_the_end_waits_for_answers_under_way(postgres: PostgresCluster, postgres_template: str) -> None:
    batch = cut_batch(make_lines(40), 1, 40)
    body, answers = pack(batch), list[bytes]()
    head = f"POST /v1/streams/{batch.device}/{INCARNATION}/batches HTTP/1.1\r\nHost: hub\r\nContent-Encoding: zstd\r\n"
    listener = socket.create_server(("127.0.0.1", 0))

    def send_while_it_ends() -> None:
        with socket.create_connection(address, 20) as wire, wire.makefile("rb") as answer:
            wire.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body[:10])
            time.sleep(0.1)
            os.kill(os.getpid(), signal.SIGTERM)
            time.sleep(0.3)
            wire.sendall(body[10:])
            answers.append(answer.read())

    address = listener.getsockname()
    sender = threading.Thread(target=send_while_it_ends)
    run_workers(Order(postgres.make_database(postgres_template), True, 1), listener, sender.start)
    sender.join()
    assert answers[0].startswith(b"HTTP/1.1 200")
    assert b'"acked_through": 40' in answers[0]


def test_a_worker_that_cannot_begin_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.hub.crew.MOST_DEATHS", 1)
    with socket.create_server(("127.0.0.1", 0)) as listener, pytest.raises(KioskError) as raised:
        run_workers(Order("oracle://elsewhere/hub", True, 1), listener, lambda: None)
    assert raised.value.code == "hub.workers-died"
    assert "hub.database-not-known" in raised.value.found


@pytest.mark.allow_log(r"kiosk\.hub\.crew: a worker is started again in \d")
def test_workers_that_die_at_once_are_started_with_longer_and_longer_pauses_and_not_for_ever() -> None:
    tried: list[int] = []

    def start(_seat: int) -> Worker:
        tried.append(pauses)
        raise OSError("no more processes")

    crew = Crew(start, 2)
    for pauses in range(15):
        assert not crew.look(pauses * PAUSE_S)
    pauses = 15
    with pytest.raises(KioskError) as raised:
        crew.look(pauses * PAUSE_S)
    assert tried == [0, 1, 3, 7, 15]
    assert raised.value.code == "hub.workers-died"
    assert "no more processes" in raised.value.found


def test_more_than_one_worker_on_an_sqlite_file_is_refused_in_words(database: Path) -> None:
    with pytest.raises(KioskError) as raised:
        serve(str(database), "127.0.0.1", 0, lambda _address, _people: None, workers=2)
    assert raised.value.code == "hub.one-worker"
    assert "PostgreSQL" in raised.value.expected
    assert not database.exists()


def test_no_workers_are_a_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["hub", "serve", "--workers", "0"])
    assert "from 1 to 32" in capsys.readouterr().err
