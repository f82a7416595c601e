"""``kiosk hub packs``, ``kiosk hub messages`` and ``kiosk hub sums``: what goes from packs to the hub and back."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.app.cli import main
from kiosk.hub.database import open_database
from kiosk.hub.messages_read import Wanted, list_messages
from kiosk.hub.moderation import let_through
from kiosk.packs.build import build_pack
from kiosk.packs.source import read_source
from tests.fakes.filled_hub import fill_hub
from tests.fakes.hub_people import now_ms
from tests.packs.small_source import write_small_source

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hub") / "hub.db"
    with closing(open_database(str(path))) as database:
        fill_hub(database, datetime.now(UTC).date() - timedelta(weeks=1), now_ms(), days=12)
        with database.writing() as connection:
            for message in list_messages(connection, Wanted("mill"), 50):
                let_through(connection, message, message.text, "As you say.", "asha", 1)
    return path


def run(capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, str]:
    status = main([*map(str, words)])
    return status, capsys.readouterr().out


def test_what_was_let_through_is_written_into_a_folder(
    hub: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("hub", "messages", "export", "--database", hub, "--site", "mill", "--out", tmp_path, "--json")
    status, said = run(capsys, *words)
    record = json.loads(said)
    assert status == 0 and (record["messages"], record["recordings"], record["about_site"]) == (7, 1, 1)
    assert len(list(tmp_path.glob("stops/*/voices.toml"))) == 6


def test_sums_are_written_into_a_file(hub: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "guide_sums.toml"
    status, said = run(capsys, "hub", "sums", "--database", hub, "--site", "mill", "--out", out)
    assert status == 0 and "7 stops" in said and "what rests on few is left out" in said
    assert out.read_text().startswith("# Written by the hub")
    few = tmp_path / "few.toml"
    status, said = run(capsys, "hub", "sums", "--database", hub, "--site", "chapel", "--out", few)
    assert status == 1 and "too few visits" in said and not few.exists()


@pytest.mark.parametrize(
    ("words", "code"), [(("messages", "export"), "app.site-without-messages"), (("sums",), "app.site-without-visits")]
)  # fmt: skip
def test_a_site_that_the_hub_does_not_know_is_refused_in_words(
    hub: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: str
) -> None:
    status = main(["hub", *words, "--database", str(hub), "--site", "mil", "--out", str(tmp_path / "out")])
    assert status != 0 and code in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_the_hub_is_shown_a_pack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = write_small_source(tmp_path / "mill")
    pack = build_pack(read_source(source), tmp_path / "mill.hpack").path
    database = tmp_path / "hub.db"
    assert "was shown no pack yet" in run(capsys, "hub", "packs", "list", "--database", database)[1]
    status, said = run(capsys, "hub", "packs", "add", pack, "--database", database)
    assert status == 0 and said.startswith("test.mill 1: mill, titles of ")
    assert "test.mill 1" in run(capsys, "hub", "packs", "list", "--database", database)[1]
