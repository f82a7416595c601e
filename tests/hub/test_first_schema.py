"""A hub's file from before revisions is carried over whole, and devices go on with it as if nothing had been."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from kiosk.hub.database import open_database
from kiosk.hub.ingest import Ingest
from kiosk.hub.reports import Reports
from kiosk.model.batch import chain_all
from kiosk.model.facts import Fact, format_fact, parse_fact
from tests.fakes.made_batches import DEVICE, INCARNATION, cut_batch
from tests.fakes.made_facts import make_fact

# As the hub made it, letter by letter.
SCHEMA = """
CREATE TABLE streams(id INTEGER PRIMARY KEY, device TEXT NOT NULL, incarnation TEXT NOT NULL,
    acked_through INTEGER NOT NULL, first_seen_ms INTEGER NOT NULL,
    last_seen_ms INTEGER NOT NULL, UNIQUE(device, incarnation));
CREATE TABLE facts(stream INTEGER NOT NULL, seq INTEGER NOT NULL, hash BLOB NOT NULL, fact TEXT NOT NULL,
    site TEXT, stop TEXT, to_stop TEXT, dwell_ms INTEGER, heard_ms INTEGER, media_ms INTEGER, language TEXT,
    depth TEXT, kind TEXT, stops INTEGER, stops_on_offer INTEGER, minutes INTEGER,
    suggestions_shown INTEGER, suggestions_taken INTEGER, hour TEXT, counted INTEGER, dropped INTEGER,
    PRIMARY KEY(stream, seq)) WITHOUT ROWID;
CREATE INDEX facts_by_site ON facts(site, fact);
CREATE TABLE quarantine(stream INTEGER NOT NULL, seq INTEGER NOT NULL, raw BLOB NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY(stream, seq)) WITHOUT ROWID;
PRAGMA user_version = 1;
"""
SEEN_MS = 1_790_000_000_000
# Dwells did not tell yet how the stop was found.
DWELL = {name: value for name, value in make_fact(1).values.items() if name != "by"}
FACTS = [
    *(
        Fact("dwell", {**DWELL, "id": f"{number:016x}", "dwell_ms": 30_000 + number})
        for number in range(1, 8)
    ),
    *(make_fact(number, "visit") for number in range(8, 15)),
    make_fact(15, "move"),
    Fact("gap", {"id": "0" * 16, "facts": 41}),
]
LINES = [*(format_fact(fact) for fact in FACTS), b"no fact"]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "hub.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(SCHEMA)
        connection.execute(
            "INSERT INTO streams VALUES(7, ?, ?, ?, ?, ?)",
            (DEVICE, INCARNATION, len(LINES), SEEN_MS, SEEN_MS),
        )
        hashes = chain_all(cut_batch(LINES, 1, len(LINES)))
        for seq, (line, hash_) in enumerate(zip(LINES, hashes, strict=True), 1):
            fill(connection, seq, line, bytes.fromhex(hash_))
    return path


def fill(connection: sqlite3.Connection, seq: int, line: bytes, hash_: bytes) -> None:
    try:
        fact = parse_fact(line)
    except ValueError:
        fact = Fact("quarantined", {})
        connection.execute("INSERT INTO quarantine VALUES(7, ?, ?, 'not JSON')", (seq, line))
    renamed = {"from_stop": "stop", "day": "hour", "facts": "dropped"}
    values = {
        renamed.get(name, name): value
        for name, value in fact.values.items()
        if name != "id" and value is not None
    }
    if "stop" in values:
        values["site"] = values["stop"].split("/")[0]
    row = {"stream": 7, "seq": seq, "hash": hash_, "fact": fact.name, **values}
    connection.execute(
        f"INSERT INTO facts({', '.join(row)}) VALUES({', '.join('?' * len(row))})", list(row.values())
    )


def test_every_fact_is_carried_over_with_its_values_and_its_hash(old: Path) -> None:
    with closing(open_database(str(old))) as database, database.reading() as connection:
        rows = connection.execute(text("SELECT seq, fact, site, hash, body FROM facts ORDER BY seq")).all()
        raw = connection.execute(text("SELECT seq, raw FROM quarantine")).all()
    assert [row.hash.hex() for row in rows] == chain_all(cut_batch(LINES, 1, len(LINES)))
    for row, fact in zip(rows, FACTS, strict=False):
        named = {name: value for name, value in fact.values.items() if name != "id" and value is not None}
        assert json.loads(row.body) == {"fact": fact.name, **named}
    assert [tuple(row) for row in raw] == [(len(LINES), b"no fact")]
    assert (rows[-1].fact, rows[-1].body) == ("quarantined", "")


def test_its_reports_count_them(old: Path) -> None:
    with closing(open_database(str(old))) as database:
        reports = Reports(database)
        totals = reports.totals()
        (report,) = reports.read("qutb", None)
    assert (totals.devices, totals.facts, totals.quarantined, totals.dropped) == (1, len(LINES), 1, 41)
    assert (totals.last_seen_ms, report.visits) == (SEEN_MS, 7)


def test_the_device_goes_on_where_it_was(old: Path) -> None:
    more = [*LINES, format_fact(make_fact(90))]
    with closing(open_database(str(old))) as database:
        taken = Ingest(database).take(cut_batch(more, 3, 50))
        assert taken.acked_through == len(more)
        assert Reports(database).totals().facts == len(more)


def test_nothing_of_the_old_tables_is_left_and_opening_again_changes_nothing(old: Path) -> None:
    open_database(str(old)).close()
    with closing(sqlite3.connect(old)) as connection:
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
        facts = connection.execute("SELECT count(*) FROM facts").fetchone()
    assert not {name for name in names if name.startswith("first_") or name == "facts_by_site"}
    with closing(open_database(str(old))) as database:
        assert Reports(database).totals().facts == facts[0] == len(LINES)


def test_a_migration_that_fails_leaves_the_old_file_as_it_was(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("kiosk.hub.database.first_schema._write_raw", fail)
    with pytest.raises(Exception, match="disk is full"):
        open_database(str(old))
    with closing(sqlite3.connect(old)) as connection:
        assert connection.execute("SELECT count(*), max(dwell_ms) FROM facts").fetchone() == (
            len(LINES),
            30_007,
        )
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
