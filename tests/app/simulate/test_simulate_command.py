"""``kiosk hub simulate``: what it does to a hub, and to which hubs it does nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from kiosk.app.cli import main
from kiosk.app.embedded_packs import find_embedded_packs
from kiosk.app.simulate.hub_place import OwnHub, open_own_hub
from kiosk.hub.database import open_database
from kiosk.hub.database.stream_tables import facts
from kiosk.hub.fleet import list_fleet
from kiosk.hub.tickets_list import list_issues

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif(not find_embedded_packs(), reason="the demonstration is not built: ./run builds it"),
]


def simulate(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> tuple[int, dict[str, Any]]:
    """Return what the command returned and its one answer."""
    code = main(["hub", "simulate", *words, "--data", str(folder / "data"), "--json"])
    (answer,) = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    return code, answer


def test_the_hub_counts_what_the_devices_made(
    tmp_path: Path, hub_address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("--devices", "2", "--days", "1", "--until", "2026-11-15", "--seed", "5")
    code, done = simulate(capsys, tmp_path, "--database", hub_address, *words)
    assert code == 0
    assert done["facts_in_all"] == done["gained"] == done["by_network"] + done["by_stick"]
    assert done["by_stick"] > 0, "the second device goes by stick"
    with closing(open_database(hub_address)) as database, database.reading() as connection:
        fleet = list_fleet(connection)
        kinds = connection.execute(select(facts.c.fact, func.count()).group_by(facts.c.fact))
        assert {row[0]: row[1] for row in kinds} == done["facts"]
        issues = list_issues(connection)
    assert any(tickets.used for tickets in issues)
    assert {one.name.split()[0] for one in fleet} == {"Simulated"}
    assert all(
        one.told_ms and one.packs and one.waiting_facts == 0 for one in fleet if one.name.split()[1] != "02"
    )


@pytest.fixture
def own_hub(tmp_path: Path) -> Iterator[OwnHub]:
    with open_own_hub(str(tmp_path / "hub.db")) as own:
        yield own


def test_a_hub_by_its_address(tmp_path: Path, own_hub: OwnHub, capsys: pytest.CaptureFixture[str]) -> None:
    def come_in(name: str, *words: str) -> tuple[int, dict[str, Any]]:
        code = own_hub.take_code("qutb", name)
        return simulate(capsys, tmp_path, "--hub", own_hub.address, "--code", code, "--days", "1", *words)

    code, refused = come_in("Simulated 1")
    assert (code, refused["error"]["code"]) == (1, "app.simulation-refused"), "nobody knows what is in it"
    code, refused = come_in("The desk's tablet", "--yes")
    assert refused["error"]["found"] == "a code that was made for another name"
    assert own_hub.find_strangers() == "devices that are not simulated: 1"
    code, done = come_in("Simulated 1", "--yes", "--until", "2026-11-15")
    assert code == 0
    assert done["by_network"] == done["facts_in_all"] == own_hub.count_facts()
    assert (done["tickets"], done["gained"]) == (0, None)

    code, refused = simulate(capsys, tmp_path, "--database", str(tmp_path / "hub.db"), "--days", "1")
    assert refused["error"]["found"] == "devices that are not simulated: 1"


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--database", "x.db", "--hub", "http://127.0.0.1:9"),
        ("--hub", "http://127.0.0.1:9"),
        ("--database", "x.db", "--code", "ABCD-EFGH"),
        ("--hub", "http://127.0.0.1:9", "--code", "ABCD-EFGH", "--devices", "2"),
        ("--hub", "http://127.0.0.1:9", "--code", "ABCD-EFGH"),
        ("--database", "x.db", "--devices", "1000000"),
        ("--database", "x.db", "--days", "0"),
        ("--database", "x.db", "--devices", "0"),
        ("--database", "x.db", "--days", "300", "--until", "2026-03-01"),
    ],
)
def test_what_cannot_be_simulated_is_refused(
    words: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    code, refused = simulate(capsys, tmp_path, *words)
    assert (code, refused["error"]["code"]) == (1, "app.simulation-refused")
    assert not (tmp_path / "x.db").exists()
