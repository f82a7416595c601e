"""A backup is of one moment, whole or not there, and restored into SQLite or PostgreSQL alike."""

from __future__ import annotations

import json
import stat
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import zstandard
from sqlalchemy import insert, select, text

from kiosk.hub.backup import back_up, restore
from kiosk.hub.database import HubDatabase, open_database
from kiosk.hub.database.device_tables import devices
from kiosk.hub.database.stream_tables import facts, streams
from kiosk.hub.database.tables import all_tables
from kiosk.hub.database.ticket_tables import redemptions
from kiosk.hub.ingest import Ingest
from kiosk.hub.reports import Reports
from kiosk.model.errors import KioskError
from kiosk.model.facts import format_fact
from tests.fakes.made_batches import cut_batch
from tests.fakes.made_facts import make_lines
from tests.fakes.random_facts import make_facts

LINES = [*(format_fact(fact) for fact in make_facts(300, 5)), b"\xff no fact", *make_lines(20)]
DEVICE = "a" * 32


@pytest.fixture
def full(hub_database: HubDatabase) -> HubDatabase:
    """A hub with facts, one in quarantine, rollups, a device with keys."""
    Ingest(hub_database).take(cut_batch(LINES, 1, len(LINES)))
    Reports(hub_database).totals()
    with hub_database.writing() as connection:
        row = {
            "device": DEVICE,
            "name": 'Pult "1"\n',
            "signing_key": bytes(range(32)),
            "sealing_key": b"\x00",
        }
        connection.execute(insert(devices).values(**row, enrolled_at=5))
    return hub_database


def read_all(database: HubDatabase) -> dict[str, list[tuple[Any, ...]]]:
    with database.reading() as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for table in all_tables().sorted_tables
        }


def test_all_comes_back_into_the_other_kind_and_devices_go_on(
    full: HubDatabase, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    written = back_up(full, tmp_path / "hub.backup")
    other = str(tmp_path / "other.db")
    if full.kind == "sqlite" and (cluster := find_cluster(request)):
        other = cluster.make_database()
    assert restore(other, tmp_path / "hub.backup") == written
    with closing(open_database(other)) as database:
        assert read_all(database) == read_all(full)
        assert Ingest(database).take(cut_batch([*LINES, *make_lines(3, 900)], 250, 100)).acked_through == 324


def find_cluster(request: pytest.FixtureRequest) -> Any:
    from tests.fakes.postgres_cluster import find_programs

    return request.getfixturevalue("postgres") if find_programs() else None


def test_a_backup_is_of_one_moment_though_devices_go_on(full: HubDatabase, tmp_path: Path) -> None:
    ingest, ending = Ingest(full), threading.Event()

    def send() -> None:
        number = 0
        while not ending.is_set():
            ingest.take(cut_batch(make_lines(50), 1, 50, f"{number + 100:032x}"))
            number += 1

    thread = threading.Thread(target=send)
    thread.start()
    try:
        for turn in range(3):
            back_up(full, tmp_path / f"{turn}.backup")
    finally:
        ending.set()
        thread.join()
    for turn in range(3):
        restore(str(tmp_path / f"{turn}.db"), tmp_path / f"{turn}.backup")
        with (
            closing(open_database(str(tmp_path / f"{turn}.db"))) as database,
            database.reading() as connection,
        ):
            acked = connection.scalar(select(text("sum(acked_through)")).select_from(streams))
            assert acked == len(connection.scalars(select(facts.c.seq)).all())


def test_a_backup_holds_keys_and_only_its_account_may_read_it(full: HubDatabase, tmp_path: Path) -> None:
    back_up(full, tmp_path / "hub.backup")
    assert stat.S_IMODE((tmp_path / "hub.backup").stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.iterdir() if "backup" in path.name) == ["hub.backup"]


def test_what_is_there_is_never_written_over(full: HubDatabase, tmp_path: Path) -> None:
    back_up(full, tmp_path / "hub.backup")
    before = read_all(full)
    with pytest.raises(KioskError, match="rows in") as refusal:
        restore(
            full.url.render_as_string(hide_password=False).replace("+psycopg", "").replace("+pysqlite", ""),
            tmp_path / "hub.backup",
        )
    assert refusal.value.code == "hub.restore-not-empty"
    with pytest.raises(KioskError) as second:
        back_up(full, tmp_path / "hub.backup")
    assert second.value.code == "hub.backup-exists"
    assert read_all(full) == before


def make_backup(tmp_path: Path) -> Path:
    with closing(open_database(str(tmp_path / "one.db"))) as database:
        Ingest(database).take(cut_batch(LINES, 1, 50))
        back_up(database, tmp_path / "hub.backup")
    return tmp_path / "hub.backup"


def rewrite(path: Path, change: Callable[[list[bytes]], list[bytes]]) -> None:
    with zstandard.ZstdDecompressor().stream_reader(path.read_bytes()) as stream:
        lines = stream.readall().splitlines(keepends=True)
    path.write_bytes(zstandard.ZstdCompressor().compress(b"".join(change(lines))))


# Each takes the lines, whether it looks at them or not.
DAMAGES: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "words": lambda path: path.write_bytes(b"no backup at all"),
    "cut short": lambda path: path.write_bytes(path.read_bytes()[:-40]),
    "a bit turned": lambda path: path.write_bytes(flip(path.read_bytes())),
    "its end gone": lambda path: rewrite(path, lambda lines: lines[:-1]),
    "a row gone": lambda path: rewrite(path, lambda lines: [line for line in lines if b'"gap"' not in line][:-2] + lines[-1:]),
    "another format": lambda path: rewrite(path, lambda lines: [b'{"format":"x/1"}\n', *lines[1:]]),
    "an unknown table": lambda path: rewrite(path, lambda lines: [lines[0], b'{"table":"x","columns":["a"]}\n', *lines[1:]]),
    "no lines": lambda path: rewrite(path, lambda lines: [lines[0], b"x" * 5_000_000]),
    "a table of no columns": lambda path: rewrite(path, lambda lines: [lines[0], b'{"table":"facts"}\n', *lines[2:]]),
    "bytes that are none": lambda path: rewrite(path, lambda lines: [line.replace(b'{"bytes":"', b'{"bytes":"?') for line in lines]),
    "an odd value": lambda path: rewrite(path, lambda lines: [line.replace(b'{"bytes":', b'{"x":') for line in lines]),
    "an odd time": lambda path: rewrite(path, lambda lines: [lines[0].replace(b'"made_at":1', b'"made_at":"x1"'), *lines[1:]]),
    "deep": lambda path: rewrite(path, lambda lines: [lines[0], b"[" * 100_000 + b"\n"]),
    "not there": lambda path: path.unlink(),
}  # fmt: skip


def flip(content: bytes) -> bytes:
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 16]) + content[middle + 1 :]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_backup_is_refused_in_words_and_restores_nothing(tmp_path: Path, damage: str) -> None:
    path = make_backup(tmp_path)
    DAMAGES[damage](path)
    with pytest.raises(KioskError) as refusal:
        restore(str(tmp_path / "new.db"), path)
    assert refusal.value.code == "hub.backup-damaged"
    if (tmp_path / "new.db").exists():
        with closing(open_database(str(tmp_path / "new.db"))) as database:
            assert not any(read_all(database).values())


def test_a_backup_of_a_newer_hub_is_refused(tmp_path: Path) -> None:
    path = make_backup(tmp_path)
    header = {"format": "heritage-kiosk-hub-backup/1", "revision": "9999", "made_at": 1}
    rewrite(path, lambda lines: [json.dumps(header).encode() + b"\n", *lines[1:]])
    with pytest.raises(KioskError, match="9999") as refusal:
        restore(str(tmp_path / "new.db"), path)
    assert refusal.value.code == "hub.backup-newer"


def test_a_backup_that_fails_leaves_no_file(
    full: HubDatabase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("kiosk.hub.backup_file.BackupWriter.finish", fail)
    with pytest.raises(KioskError, match="no space left") as refusal:
        back_up(full, tmp_path / "hub.backup")
    assert refusal.value.code == "hub.backup-not-written"
    assert [path for path in tmp_path.iterdir() if "backup" in path.name] == []
    assert redemptions.name in read_all(full)
