"""A catalogue is recognised exactly; one with anything more in it is refused, and no question takes for ever."""

from __future__ import annotations

import sqlite3
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.packs.catalogue import QUERY_DEADLINE_S, Catalogue, open_catalogue, read_schema
from kiosk.packs.catalogue_header import APPLICATION_ID, PAGE_BYTES, SCHEMA_VERSION

ENDLESS = "SELECT count(*) FROM pack a, pack b, pack c, pack d, pack e, pack f, pack g, pack h"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "core ?#%.sqlite"
    identity = f"PRAGMA application_id={APPLICATION_ID}; PRAGMA user_version={SCHEMA_VERSION};"
    run(path, identity + read_schema("core"))
    run(path, "INSERT INTO pack VALUES ('a', 1, 'b', '', 'en')")
    return path


def run(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(sql)
        connection.execute("VACUUM")


def read_through(path: Path) -> None:
    with closing(open_catalogue(path, "core")) as catalogue, catalogue.within(QUERY_DEADLINE_S):
        catalogue.check_integrity()


def refuse(path: Path, code: str = "packs.catalogue-faulty") -> str:
    with pytest.raises(KioskError) as caught:
        read_through(path)
    assert caught.value.code == code
    return caught.value.found


@pytest.fixture
def catalogue(path: Path) -> Iterator[Catalogue]:
    catalogue = open_catalogue(path, "core")
    yield catalogue
    catalogue.close()


def test_a_whole_one_is_read(catalogue: Catalogue) -> None:
    assert catalogue.rows("SELECT id FROM pack") == [("a",)]
    with catalogue.within(QUERY_DEADLINE_S):
        catalogue.check_integrity()
    assert catalogue.rows("SELECT id FROM pack WHERE id = ?", "a") == [("a",)]


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE VIEW v AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT * FROM c",
        "CREATE TRIGGER t AFTER INSERT ON pack BEGIN DELETE FROM pack; END",
        "CREATE VIRTUAL TABLE f USING fts5(x)",
        "CREATE TABLE extra (x)",
        "CREATE INDEX i ON pack (publisher)",
        "DROP TABLE tour",
        "ALTER TABLE pack ADD COLUMN extra TEXT",
        "ALTER TABLE pack ADD COLUMN extra TEXT AS (id || id) VIRTUAL",
        "DROP TABLE tag; CREATE TABLE tag (id TEXT COLLATE NOCASE NOT NULL PRIMARY KEY, position INTEGER NOT NULL)",
    ],
)
def test_another_schema_is_refused(path: Path, sql: str) -> None:
    run(path, sql)
    assert refuse(path) == "another schema"


def test_another_program_is_named_by_its_age(path: Path) -> None:
    run(path, f"PRAGMA user_version={SCHEMA_VERSION - 1}")
    assert "older" in refuse(path, "packs.catalogue-version")
    run(path, f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    assert "newer" in refuse(path, "packs.catalogue-version")


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("PRAGMA application_id=1", "another program"),
        ("PRAGMA journal_mode=WAL", "write-ahead log"),
        ("PRAGMA auto_vacuum=FULL", "free pages"),
        ("PRAGMA page_size=1024", "another size"),
    ],
)
def test_another_form_of_file_is_refused_before_sqlite_sees_it(path: Path, sql: str, found: str) -> None:
    run(path, sql)
    assert found in refuse(path)


@pytest.mark.parametrize(
    ("offset", "value", "found"),
    [
        (28, 9999, "not as long"),
        (32, 3, "free pages"),
        (36, 1, "free pages"),
        (52, 4, "free pages"),
        (56, 2, "UTF-8"),
    ],
)
def test_a_header_that_lies_is_refused(path: Path, offset: int, value: int, found: str) -> None:
    raw = bytearray(path.read_bytes())
    raw[offset : offset + 4] = struct.pack(">I", value)
    path.write_bytes(raw)
    assert found in refuse(path)


def test_a_language_is_no_core(path: Path) -> None:
    with pytest.raises(KioskError):
        open_catalogue(path, "lang-en")


@pytest.mark.parametrize("junk", [b"", b"x", b"SQLite format 3\x00", bytes(8192)])
def test_no_database_is_refused(tmp_path: Path, junk: bytes) -> None:
    (tmp_path / "x").write_bytes(junk)
    refuse(tmp_path / "x")


def test_a_flipped_page_is_found(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[PAGE_BYTES + 3] = 200  # the second page now says it holds 200 more rows than it does
    path.write_bytes(bytes(raw))
    refuse(path)


def test_a_wrong_kind_of_value_is_found(path: Path) -> None:
    """STRICT keeps its promise for writers; a forger can break it, and the check sees that."""
    loosen = "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql = replace(sql, '{}', '{}') WHERE name = 'pack'"
    run(path, loosen.format("STRICT, ", ""))
    run(path, "INSERT INTO pack VALUES ('b', 'many', 'b', '', 'en')")
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(loosen.format(") WITHOUT", ") STRICT, WITHOUT"))
    refuse(path)


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM pack",
        "ATTACH 'x' AS y",
        "PRAGMA query_only=OFF",
        "PRAGMA integrity_check",
        "CREATE TEMP TABLE t (x)",
        "SELECT load_extension('x')",
        "SELECT randomblob(9)",
        "SELECT * FROM json_each('[1]')",
        "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c LIMIT 3",
    ],
)
def test_nothing_but_reading_is_allowed(catalogue: Catalogue, path: Path, sql: str) -> None:
    with pytest.raises(sqlite3.DatabaseError):
        catalogue.rows(sql)
    assert list(path.parent.iterdir()) == [path]


def test_no_question_takes_for_ever(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(
        path,
        "DELETE FROM pack; " + "".join(f"INSERT INTO pack VALUES ('{n}', 1, '', '', '');" for n in range(60)),
    )
    monkeypatch.setattr("kiosk.packs.catalogue.QUERY_DEADLINE_S", 0.05)
    with closing(open_catalogue(path, "core")) as catalogue:
        with pytest.raises(sqlite3.OperationalError, match="interrupted"):
            catalogue.rows(ENDLESS)
        with pytest.raises(sqlite3.OperationalError, match="interrupted"):
            list(catalogue.each(ENDLESS))  # outside of any deadline there is no time at all
        assert len(catalogue.rows("SELECT id FROM pack")) == 60


def test_closing_waits_for_a_question_under_way_on_another_thread(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else Python's connection goes from under SQLite's feet, and the whole guide with it."""
    run(path, "".join(f"INSERT INTO pack VALUES ('{n}', 1, '', '', '');" for n in range(60)))
    monkeypatch.setattr("kiosk.packs.catalogue.QUERY_DEADLINE_S", 0.3)
    catalogue, begun = open_catalogue(path, "core"), threading.Event()
    told: list[str] = []

    def ask() -> None:
        begun.set()
        try:
            catalogue.rows(ENDLESS)
        except sqlite3.Error as error:
            told.append(str(error))

    asking = threading.Thread(target=ask)
    asking.start()
    begun.wait()
    time.sleep(0.05)
    catalogue.close()
    asking.join()
    assert told == ["interrupted"]
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        catalogue.rows("SELECT id FROM pack")
