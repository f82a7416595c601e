"""Two tablets from one image, a restored device, a restored hub: every fact is counted once.

The real outbox and the real ingest, joined without a network between them.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from kiosk.hub.database import open_database
from kiosk.hub.ingest import ForkError, Ingest
from kiosk.sync.outbox import Outbox
from tests.fakes.made_facts import make_lines

DEVICE = "d" * 32


def deliver(device: Path, hub: Path, parcel: str = "", lines: list[bytes] | None = None) -> None:
    """Let one device take a parcel and send all it has to one hub."""
    with closing(Outbox(device, DEVICE)) as outbox, closing(open_database(str(hub))) as database:
        ingest = Ingest(database)
        if lines:
            outbox.accept(parcel, lines)
        while batch := outbox.next_batch(4):
            try:
                taken = ingest.take(batch)
            except ForkError as fork:
                outbox.reconcile(batch, fork.agreed_through, fork.head_hash)
            else:
                outbox.acknowledge(batch, taken.acked_through, taken.head_hash)


def at_hub(hub: Path) -> list[int]:
    """The numbers of the facts at the hub, in order; a fact counted twice is there twice."""
    with closing(sqlite3.connect(hub)) as connection:
        rows = connection.execute("SELECT body ->> 'dwell_ms' - 30000 FROM facts ORDER BY 1").fetchall()
    return [row[0] for row in rows]


def numbers(*ranges: tuple[int, int]) -> list[int]:
    return [number for first, count in ranges for number in range(first, first + count)]


def test_two_tablets_from_one_image(tmp_path: Path) -> None:
    image, copy, hub = tmp_path / "image.db", tmp_path / "copy.db", tmp_path / "hub.db"
    deliver(image, hub, "one", make_lines(10))
    shutil.copy(image, copy)
    for turn in range(3):
        deliver(image, hub, f"a{turn}", make_lines(10, 100 + turn * 10))
        deliver(copy, hub, f"b{turn}", make_lines(10, 200 + turn * 10))
    assert at_hub(hub) == numbers((1, 10), (100, 30), (200, 30))


def test_two_tablets_copied_with_facts_that_wait(tmp_path: Path) -> None:
    image, copy, hub = tmp_path / "image.db", tmp_path / "copy.db", tmp_path / "hub.db"
    with closing(Outbox(image, DEVICE)) as outbox:
        outbox.accept("one", make_lines(6))
    shutil.copy(image, copy)
    deliver(image, hub, "two", make_lines(5, 100))
    deliver(copy, hub, "three", make_lines(5, 200))
    assert at_hub(hub) == numbers((1, 6), (100, 5), (200, 5))


def test_a_device_restored_from_an_older_backup(tmp_path: Path) -> None:
    device, backup, hub = tmp_path / "device.db", tmp_path / "backup.db", tmp_path / "hub.db"
    deliver(device, hub, "one", make_lines(10))
    shutil.copy(device, backup)
    deliver(device, hub, "two", make_lines(7, 100))
    deliver(backup, hub, "three", make_lines(9, 200))
    assert at_hub(hub) == numbers((1, 10), (100, 7), (200, 9))


def test_a_hub_restored_from_an_older_backup_gets_what_it_lost(tmp_path: Path) -> None:
    device, hub, backup = tmp_path / "device.db", tmp_path / "hub.db", tmp_path / "backup.db"
    deliver(device, hub, "one", make_lines(10))
    shutil.copy(hub, backup)
    deliver(device, hub, "two", make_lines(10, 100))
    deliver(device, backup, "three", make_lines(10, 200))
    assert at_hub(backup) == numbers((1, 10), (100, 10), (200, 10))


def test_a_new_hub_gets_what_the_device_still_has(tmp_path: Path) -> None:
    device = tmp_path / "device.db"
    deliver(device, tmp_path / "hub.db", "one", make_lines(10))
    deliver(device, tmp_path / "new.db", "two", make_lines(5, 100))
    assert at_hub(tmp_path / "new.db") == numbers((1, 10), (100, 5))
