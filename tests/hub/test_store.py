from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.hub.store import connect, connect_reader, parse_database
from kiosk.model.errors import KioskError


@pytest.mark.parametrize(
    ("text", "path"),
    [("hub.db", "hub.db"), ("sqlite:///hub.db", "hub.db"), ("sqlite:////var/hub.db", "/var/hub.db")],
)
def test_a_file_may_be_named_in_two_ways(text: str, path: str) -> None:
    assert parse_database(text) == Path(path)


@pytest.mark.parametrize("text", ["postgresql://user:secret@host/db", "mysql://x", "sqlite://", "sqlite:///"])
def test_another_database_is_refused_without_repeating_its_password(text: str) -> None:
    with pytest.raises(KioskError, match="expected a file") as refusal:
        parse_database(text)
    assert "secret" not in str(refusal.value)
    assert refusal.value.code == "hub.database-not-known"


def test_a_file_that_is_no_database_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "hub.db").write_bytes(b"no database at all" * 500)
    with pytest.raises(KioskError, match="not opened"):
        connect(tmp_path / "hub.db")


def test_a_folder_that_cannot_be_made_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(KioskError, match="not opened"):
        connect(tmp_path / "data" / "hub.db")


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    connect(tmp_path / "hub.db").close()
    reader = connect_reader(tmp_path / "hub.db")
    with pytest.raises(Exception, match="readonly"):
        reader.execute("DELETE FROM facts")
    reader.close()
