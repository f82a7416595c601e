"""Catalogues made to harm: whatever is in one, it is refused in words within its deadline, or read as plain rows.

A signature proves who answers for a catalogue, not that it is harmless: everything here is tried on files whose hash
is right, and through the door of a device with a key that the device trusts.
"""

from __future__ import annotations

import random
import sqlite3
import struct
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.packs.build import build_pack
from kiosk.packs.catalogue import Catalogue, open_catalogue
from kiosk.packs.catalogue_header import PAGE_BYTES
from kiosk.packs.catalogue_values import find_fault
from kiosk.packs.source import read_source
from kiosk.packs.store import PackStore
from tests.fakes.signed_packs import ThrowAwayOperator
from tests.packs.small_source import write_small_source
from tests.packs.unpacking import blob_path, falsify, unpack

PATIENCE_S = 5.0
REFUSED = {"packs.catalogue-faulty", "packs.catalogue-version"}

TAMPERING = [
    pytest.param(sql, id=name)
    for name, sql in {
        "view": "CREATE VIEW title AS SELECT 1",
        "endless view": "CREATE VIEW v AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT * FROM c",
        "view in a table's place": "DROP TABLE tag; CREATE VIEW tag AS SELECT id, rank AS position FROM stop",
        "trigger": "CREATE TRIGGER t AFTER INSERT ON pack BEGIN DELETE FROM stop; END",
        "trigger on a view": "CREATE VIEW v AS SELECT 1; CREATE TRIGGER t INSTEAD OF DELETE ON v BEGIN SELECT 1; END",
        "full text table": "CREATE VIRTUAL TABLE f USING fts5(x)",
        "r-tree": "CREATE VIRTUAL TABLE r USING rtree(i, a, b)",
        "generated column": "ALTER TABLE tag ADD COLUMN g TEXT AS (hex(zeroblob(position))) VIRTUAL",
        "stored generated column": "DROP TABLE tag; CREATE TABLE tag (id TEXT NOT NULL PRIMARY KEY,"
        " position INTEGER NOT NULL, g TEXT AS (id || id) STORED) STRICT, WITHOUT ROWID",
        "odd collation": "DROP TABLE tag;"
        " CREATE TABLE tag (id TEXT NOT NULL COLLATE NOCASE PRIMARY KEY, position INTEGER) STRICT",
        "expression index": "CREATE INDEX i ON stop (length(id))",
        "partial index": "CREATE INDEX i ON stop (id) WHERE number > '1'",
        "check constraint": "DROP TABLE tag; CREATE TABLE tag (id TEXT NOT NULL PRIMARY KEY,"
        " position INTEGER NOT NULL CHECK (length(hex(zeroblob(position))) >= 0)) STRICT, WITHOUT ROWID",
        "default that calls": "DROP TABLE tag; CREATE TABLE tag (id TEXT NOT NULL PRIMARY KEY,"
        " position INTEGER NOT NULL DEFAULT (abs(-1))) STRICT, WITHOUT ROWID",
        "statistics": "ANALYZE",
        "sequence": "CREATE TABLE s (i INTEGER PRIMARY KEY AUTOINCREMENT)",
        "two hundred tables more": "".join(f"CREATE TABLE t{n} (x);" for n in range(200)),
        "a table of 900 columns": f"CREATE TABLE wide ({', '.join(f'c{n}' for n in range(900))})",
        "schema that is no SQL": "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE (((' WHERE name = 'tag'",
        "schema that is no text": "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql = x'ff00ff' WHERE name = 'tag'",
        "two tables on one page": "PRAGMA writable_schema=ON;"
        " UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'site') WHERE name = 'tag'",
        "a table on the schema's page": "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET rootpage = 1 WHERE name = 'tag'",
        "a table on no page": "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET rootpage = 0 WHERE name = 'tag'",
        "a table past the end": "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET rootpage = 999999 WHERE name = 'tag'",
        "an index without its rows": "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET rootpage ="
        " (SELECT rootpage FROM sqlite_schema WHERE name = 'source') WHERE name = 'stop_by_number'",
        "utf-16": "PRAGMA user_version",  # rewritten below, since only a new file can have it
        "no text": "UPDATE tag SET id = CAST(x'ff' AS TEXT) WHERE id = 'water'",
        "text of 17 MB": "UPDATE site SET opening_hours = hex(zeroblob(8500000))",
        "picture of 17 MB": "UPDATE media SET data = zeroblob(17000000), size_bytes = 17000000",
    }.items()
]


@pytest.fixture(scope="module")
def unsigned_mill(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mill")
    return build_pack(read_source(write_small_source(folder / "mill")), folder / "mill.hpack").path


@pytest.fixture
def core(unsigned_mill: Path, tmp_path: Path) -> Path:
    """The small pack's core catalogue as a file."""
    tree = unpack(unsigned_mill, tmp_path / "tree")
    return next(
        path for path in (tree / "HERITAGE/blobs").glob("*/*") if b"CREATE TABLE stop" in path.read_bytes()
    )


def tamper(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(sql)


def read_whole(path: Path) -> str:
    """Do all that an install does with a catalogue, then read every row; return what was said against it."""
    began = time.monotonic()
    try:
        with closing(open_catalogue(path, "core")) as catalogue, catalogue.within(PATIENCE_S):
            catalogue.check_integrity()
            fault = find_fault(catalogue, "core")
            if not fault:
                read_rows(catalogue)
            return fault
    except KioskError as error:
        return error.found if error.code in REFUSED else pytest.fail(str(error))
    except sqlite3.Error as error:  # what open_pack turns into words
        return str(error)
    finally:
        assert time.monotonic() - began < PATIENCE_S + 2


def read_rows(catalogue: Catalogue) -> None:
    for (table,) in catalogue.rows("SELECT name FROM sqlite_schema WHERE type = 'table'"):
        for _ in catalogue.each(f"SELECT * FROM {table}"):
            pass


def test_the_whole_one_is_read(core: Path) -> None:
    assert read_whole(core) == ""


@pytest.mark.parametrize("sql", TAMPERING)
def test_a_tampered_catalogue_is_refused(core: Path, sql: str, request: pytest.FixtureRequest) -> None:
    if "utf-16" in request.node.name:
        core.unlink()
        sql = "PRAGMA page_size=4096; PRAGMA encoding='UTF-16le'; PRAGMA user_version=2; CREATE TABLE pack (id TEXT)"
    tamper(core, sql)
    assert read_whole(core) != ""


def test_more_rows_than_any_site_has_are_refused(core: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.packs.catalogue_values.MAX_ROWS", 1000)
    many = "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <= 1000)"
    tamper(core, f"{many} INSERT INTO tour_stop SELECT '', i, '' FROM n; VACUUM")
    assert "rows in tour_stop" in read_whole(core)


@pytest.fixture(scope="module")
def forger() -> ThrowAwayOperator:
    return ThrowAwayOperator()


@pytest.fixture
def device(forger: ThrowAwayOperator, tmp_path: Path) -> Iterator[PackStore]:
    store = forger.open_store(tmp_path / "device")
    yield store
    store.close()


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE VIEW v AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT * FROM c",
        "CREATE TRIGGER t AFTER INSERT ON pack BEGIN DELETE FROM pack; END",
        "CREATE VIRTUAL TABLE f USING fts5(x)",
        "ALTER TABLE pack ADD COLUMN g TEXT AS (id || id) VIRTUAL",
        "UPDATE pack SET id = hex(zeroblob(9000000))",
    ],
)
def test_a_trusted_signature_does_not_help(
    device: PackStore, forger: ThrowAwayOperator, unsigned_mill: Path, tmp_path: Path, sql: str
) -> None:
    """And the good pack installs afterwards, as if nothing had been."""
    assert (
        device.install(forger.repository.sign_hpack(unsigned_mill, tmp_path / "1.hpack")).result
        == "installed"
    )
    for part in ("core", "lang-en"):
        tree = unpack(unsigned_mill, tmp_path / part)
        falsify(tree, part, sql)
        manifest = next((tree / "HERITAGE/targets").glob("*/*.json"))
        manifest.write_text(
            manifest.read_text("utf-8").replace('"version": 1', '"version": 2'), encoding="utf-8"
        )
        manifest.rename(manifest.with_name("2.json"))
        outcome = device.install(forger.repository.sign_tree(tree))
        assert (outcome.result, outcome.code) == ("refused", "packs.catalogue-faulty")
        assert outcome.error is not None and len(str(outcome.error)) < 1000
    (shown,) = device.list_releases()
    assert (shown.manifest.version, shown.active) == (1, True)


def find_root(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        row = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    return int(row[0])


def point_to_itself(raw: bytearray, root: int) -> None:
    raw[(root - 1) * PAGE_BYTES + 8 : (root - 1) * PAGE_BYTES + 12] = struct.pack(">I", root)


def point_to_one_child(raw: bytearray, root: int) -> None:
    start = (root - 1) * PAGE_BYTES
    cells = struct.unpack(">H", raw[start + 3 : start + 5])[0]
    child = raw[start + 8 : start + 12]
    for number in range(cells):
        at = start + struct.unpack(">H", raw[start + 12 + 2 * number : start + 14 + 2 * number])[0]
        raw[at : at + 4] = child


def swap_kinds(raw: bytearray, root: int) -> None:
    raw[(root - 1) * PAGE_BYTES] = 0x0D


def claim_many_cells(raw: bytearray, root: int) -> None:
    raw[(root - 1) * PAGE_BYTES + 3 : (root - 1) * PAGE_BYTES + 5] = b"\xff\xff"


def claim_free_blocks(raw: bytearray, root: int) -> None:
    raw[(root - 1) * PAGE_BYTES + 1 : (root - 1) * PAGE_BYTES + 3] = b"\x00\x10"


@pytest.mark.parametrize(
    "damage", [point_to_itself, point_to_one_child, swap_kinds, claim_many_cells, claim_free_blocks]
)
def test_pages_that_lead_in_circles_are_refused(core: Path, damage: Callable[[bytearray, int], None]) -> None:
    many = "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
    tamper(core, f"{many} INSERT INTO tour_stop SELECT 'short', i + 9, 'mill/wheel' FROM n; VACUUM")
    assert read_whole(core) == ""
    raw = bytearray(core.read_bytes())
    damage(raw, find_root(core, "tour_stop"))
    core.write_bytes(raw)
    assert read_whole(core) != ""


def test_a_picture_whose_pages_lead_in_circles_is_refused(core: Path) -> None:
    with closing(sqlite3.connect(core)) as connection:
        picture = max(
            (row[0] for row in connection.execute("SELECT data FROM media WHERE data NOT NULL")), key=len
        )
    raw = bytearray(core.read_bytes())
    page = raw.find(picture[PAGE_BYTES * 2 : PAGE_BYTES * 2 + 64]) // PAGE_BYTES
    raw[page * PAGE_BYTES : page * PAGE_BYTES + 4] = struct.pack(">I", page + 1)
    core.write_bytes(raw)
    assert read_whole(core) != ""


@pytest.mark.parametrize("companion", ["-journal", "-wal", "-shm"])
def test_files_beside_a_catalogue_are_not_looked_at(core: Path, companion: str) -> None:
    """A hot journal would be rolled back into a database that is opened in the usual way."""
    beside = core.with_name(core.name + companion)
    beside.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(range(256)) * 40)
    before = core.read_bytes()
    assert read_whole(core) == ""
    assert core.read_bytes() == before
    assert beside.exists()


@pytest.mark.parametrize("seed", range(4))
def test_no_flipped_page_stops_the_reader(core: Path, seed: int) -> None:
    """Two hundred files, each with bytes, runs of bytes or whole pages changed."""
    whole = core.read_bytes()
    spot = random.Random(seed)
    refused = 0
    for _ in range(50):
        raw = bytearray(whole)
        for _ in range(spot.choice((1, 1, 3, 20))):
            at = spot.randrange(len(raw))
            length = spot.choice((1, 1, 4, 64))
            raw[at : at + length] = spot.randbytes(len(raw[at : at + length]))
        if spot.random() < 0.2:
            one, other = (spot.randrange(1, len(raw) // PAGE_BYTES) * PAGE_BYTES for _ in range(2))
            raw[one : one + PAGE_BYTES] = whole[other : other + PAGE_BYTES]
        core.write_bytes(raw)
        refused += read_whole(core) != ""
    assert refused > 10


def test_a_blob_cut_at_every_page_is_refused(core: Path) -> None:
    whole = core.read_bytes()
    for pages in range(len(whole) // PAGE_BYTES):
        core.write_bytes(whole[: pages * PAGE_BYTES])
        assert read_whole(core) != ""
    assert blob_path(core.parents[3], core.name) == core
