from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from kiosk.hub.database import open_database
from kiosk.hub.database.address import find_file, format_address, parse_address
from kiosk.hub.ingest import Ingest
from kiosk.model.errors import KioskError
from tests.fakes.made_batches import cut_batch
from tests.fakes.made_facts import make_lines


@pytest.mark.parametrize(
    ("text", "path"),
    [("hub.db", "hub.db"), ("sqlite:///hub.db", "hub.db"), ("sqlite:////var/hub.db", "/var/hub.db")],
)
def test_a_file_may_be_named_in_two_ways(text: str, path: str) -> None:
    assert find_file(parse_address(text)) == Path(path)
    assert format_address(parse_address(text)) == path


def test_a_servers_password_is_hidden() -> None:
    url = parse_address("postgresql://hub:secret@db.example:5432/hub")
    assert find_file(url) is None
    assert format_address(url) == "postgresql://hub:***@db.example:5432/hub"


@pytest.mark.parametrize(
    "text",
    ["mysql://u:secret@x/y", "sqlite://", "sqlite:///", "postgresql://u:secret@host", "postgresql://h:x/y"],
)
def test_another_database_is_refused_without_repeating_its_password(text: str) -> None:
    with pytest.raises(KioskError, match="expected a file") as refusal:
        parse_address(text)
    assert "secret" not in str(refusal.value)
    assert refusal.value.code == "hub.database-not-known"


def test_a_file_that_is_no_database_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "hub.db").write_bytes(b"no database at all" * 500)
    with pytest.raises(KioskError, match="not a database") as refusal:
        open_database(str(tmp_path / "hub.db"))
    assert refusal.value.code == "hub.database-not-opened"


def test_nobody_else_on_the_machine_reads_the_keys_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "hub.db"
    with closing(open_database(str(path))):
        assert [file.stat().st_mode & 0o077 for file in tmp_path.iterdir()] == [0] * 3
    path.chmod(0o664)  # as one from before was made; the group may be meant
    with closing(open_database(str(path))):
        assert path.stat().st_mode & 0o777 == 0o660


def test_a_folder_that_cannot_be_made_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(KioskError, match="not opened"):
        open_database(str(tmp_path / "data" / "hub.db"))


def test_tidying_up_keeps_the_write_ahead_log_short(tmp_path: Path) -> None:
    lines, log = make_lines(500), tmp_path / "hub.db-wal"
    with closing(open_database(str(tmp_path / "hub.db"))) as database:
        ingest, sizes = Ingest(database), []
        for number in range(8):
            ingest.take(cut_batch(lines, 1, 500, f"{number + 1:032x}"))
            database.tidy()
            sizes.append(log.stat().st_size)
        assert (tmp_path / "hub.db").stat().st_size > 8 * 500 * 200
    assert max(sizes) < 3 * sizes[0]
