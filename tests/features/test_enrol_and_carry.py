"""A device and its hub as an operator uses them: the real commands, the real hub in a process of its own, closed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kiosk.app.cli import main
from kiosk.hub.database import open_database
from kiosk.hub.enrolling import BY_ADDRESS
from kiosk.hub.fleet import list_fleet
from kiosk.sync.outbox import Outbox
from kiosk.visits.identity import load_device
from tests.fakes.hub_process import HOUSE
from tests.fakes.made_facts import make_lines


class Operator:
    """At the hub: its database, and the hub itself where it is running."""

    def __init__(self, folder: Path) -> None:
        self.database = folder / "hub.db"
        self.process: subprocess.Popen[str] | None = None
        self.address = ""

    def serve(self) -> None:
        words = ("hub", "serve", "--port", "0", "--database", str(self.database), "--json")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "kiosk", *words],
            cwd=HOUSE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(HOUSE)},
            text=True,
        )
        assert self.process.stdout is not None
        self.address = str(json.loads(self.process.stdout.readline())["address"])

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.communicate(timeout=20)
            self.process = None


@pytest.fixture
def operator(tmp_path: Path) -> Iterator[Operator]:
    made = Operator(tmp_path)
    made.serve()
    yield made
    made.stop()


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, Any]]:
    status = main([*words, "--json"])
    record: dict[str, Any] = json.loads(capsys.readouterr().out.splitlines()[-1])
    return status, record


def log_facts(data: Path, parcel: str, count: int, first: int) -> None:
    with closing(Outbox(data / "outbox.db", load_device(data))) as outbox:
        outbox.accept(parcel, make_lines(count, first))


def flood_with_wrong_codes(database: Path) -> None:
    """Ten wrong codes of each of a hundred networks, and of the one that the tablet is in."""
    with closing(open_database(str(database))) as opened, opened.writing() as connection:
        for network in ("127.0.0.1", *(f"198.51.100.{number}" for number in range(100))):
            for _ in range(10):
                BY_ADDRESS.note_failure(connection, network, time.time_ns() // 1_000_000)


def test_from_the_code_to_the_stick_and_back(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    operator: Operator,
    tmp_path: Path,
) -> None:
    monkeypatch.delenv("KIOSK_HUB", raising=False)
    tablet, stick = tmp_path / "tablet", tmp_path / "STICK"
    stick.mkdir()
    data, database = ("--data", str(tablet)), ("--database", str(operator.database))
    log_facts(tablet, "one", 40, 1)

    status, said = run(capsys, "sync", "--hub", operator.address, *data)
    assert (status, said["reason"], said["waiting"]) == (1, "not-enrolled", 40)
    assert "kiosk sync enrol" in said["remedy"]
    status, said = run(capsys, "sync", "status", *data)
    assert (said["reason"], said["waiting"]) == ("no-hub", 40)

    status, code = run(capsys, "hub", "enrol", "--site", "qutb", "--name", "Tablet 7", *database)
    assert status == 0
    flood_with_wrong_codes(operator.database)
    enrol = ("sync", "enrol", "--hub", operator.address, *data, "--code")
    status, said = run(capsys, *enrol, "AAAA-AAAA-AAAA")
    assert (status, said["error"]["code"]) == (1, "sync.enrolment-refused")
    assert "typed right" in said["error"]["remedy"]
    status, said = run(capsys, *enrol, code["code"].lower())
    assert (status, said["name"], said["site"]) == (0, "Tablet 7", "qutb")
    status, said = run(capsys, "sync", *data)
    assert (status, said["sent"], said["waiting"], said["why"]) == (0, 40, 0, "")
    with closing(open_database(str(operator.database))) as opened, opened.reading() as connection:
        (told,) = list_fleet(connection)
    assert told.told_ms is not None and told.name == "Tablet 7"

    operator.stop()
    log_facts(tablet, "two", 5, 100)
    status, said = run(capsys, "sync", *data)
    assert (status, said["reason"], said["waiting"]) == (1, "unreachable", 5)
    assert run(capsys, "sync", "--stick", str(stick), *data)[1]["written"] == 5
    status, said = run(capsys, "hub", "stick", str(stick), *database)
    assert (status, said["facts"], said["replies"], said["not_taken"]) == (0, 5, 1, 0)
    assert run(capsys, "sync", "--stick", str(stick), *data)[1]["acknowledged"] == 5

    status, said = run(capsys, "sync", "status", *data)
    assert (status, said["waiting"], said["enrolled_as"]) == (0, 0, "Tablet 7")
    assert said["stick_written_ms"] > 0
    assert main(["sync", "status", *data]) == 0
    words = capsys.readouterr().out
    assert "enrolled there as Tablet 7" in words and "Nothing waits." in words
