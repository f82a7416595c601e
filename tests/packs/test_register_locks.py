"""The list of packs is never read past another program's locks: what is there may be half of a change."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.packs import register
from kiosk.packs.register import ReleaseRegister


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "state.db"
    with closing(ReleaseRegister(path)) as opened:
        assert opened.releases() == ()
    return path


def test_a_list_that_somebody_holds_is_told_and_not_read_past_the_lock(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register, "BUSY_TIMEOUT_S", 0.05)
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with closing(ReleaseRegister(database)) as held, pytest.raises(KioskError) as caught:
            held.releases()
        assert caught.value.code == "packs.state-unreadable" and "locked" in str(caught.value)
        other.execute("COMMIT")
    with closing(ReleaseRegister(database)) as free:
        assert free.releases() == ()


def test_a_list_in_a_folder_that_cannot_be_written_is_read(database: Path) -> None:
    with closing(sqlite3.connect(database)) as plain:
        plain.execute("PRAGMA journal_mode=DELETE")
    database.chmod(0o444)
    with closing(ReleaseRegister(database)) as opened:
        assert opened.releases() == ()
