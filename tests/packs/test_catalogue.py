"""A catalogue is recognised exactly; one with anything more in it is refused."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.packs.catalogue import APPLICATION_ID, check_integrity, open_catalogue, read_schema

PAGE_BYTES = 4096


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "core ?#%.sqlite"
    run(path, f"PRAGMA application_id={APPLICATION_ID}; PRAGMA user_version=1;" + read_schema("core"))
    run(path, "INSERT INTO pack VALUES ('a', 1, 'b', '', 'en')")
    return path


def run(path: Path, sql: str) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(sql)
    connection.close()


def read_through(path: Path) -> None:
    connection = open_catalogue(path, "core")
    try:
        check_integrity(connection, path)
    finally:
        connection.close()


def refuse(path: Path) -> str:
    with pytest.raises(KioskError) as caught:
        read_through(path)
    assert caught.value.code == "packs.catalogue-faulty"
    return caught.value.found


def test_a_whole_one_is_read(path: Path) -> None:
    connection = open_catalogue(path, "core")
    try:
        assert connection.execute("SELECT id FROM pack").fetchall() == [("a",)]
        check_integrity(connection, path)
    finally:
        connection.close()


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
        "PRAGMA application_id=1",
        "PRAGMA user_version=2",
    ],
)
def test_another_schema_is_refused(path: Path, sql: str) -> None:
    run(path, sql)
    refuse(path)


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
    run(
        path,
        "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql = replace(sql, 'STRICT, ', '') WHERE name = 'pack'",
    )
    run(path, "INSERT INTO pack VALUES ('b', 'many', 'b', '', 'en')")
    run(
        path,
        "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql = replace(sql, ') WITHOUT', ') STRICT, WITHOUT') WHERE name = 'pack'",
    )
    refuse(path)


@pytest.mark.parametrize(
    "sql", ["DELETE FROM pack", "ATTACH 'x' AS y", "PRAGMA query_only=OFF", "CREATE TEMP TABLE t (x)"]
)
def test_nothing_but_reading_is_allowed(path: Path, sql: str) -> None:
    connection = open_catalogue(path, "core")
    try:
        with pytest.raises(sqlite3.DatabaseError):
            connection.execute(sql)
    finally:
        connection.close()
    assert list(path.parent.iterdir()) == [path]
