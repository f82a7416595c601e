"""Several processes at one socket: they answer together, live on, and leave nothing behind."""

from __future__ import annotations

from pathlib import Path

from tests.hub.test_serve import refuse


def test_more_than_one_worker_on_an_sqlite_file_is_refused_in_words(database: Path) -> None:
    error = refuse("--database", str(database), "--workers", "2")
    assert error["code"] == "hub.one-worker"
    assert "PostgreSQL" in error["expected"]
    assert not database.exists()
