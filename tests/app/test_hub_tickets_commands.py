"""``kiosk hub tickets``: what people and tills are given, and how it is refused."""

from __future__ import annotations

import csv
import json
import stat
from pathlib import Path

import pytest

from kiosk.app.cli import main
from kiosk.seals.paper_keys import parse_paper_keys
from kiosk.tickets.reading import Paper, ReadCode, read_code

pytestmark = pytest.mark.usefixtures("qapp")


def run(folder: Path, *words: str) -> int:
    return main(["hub", "tickets", *words, "--data", str(folder), "--json"])


def answers(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_tickets_from_the_till_to_the_device_and_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    order = ["--from", "2026-11-22", "--until", "2026-11-28", "--party", "4", "--class", "2", "--count", "12"]
    assert (
        run(
            tmp_path,
            "issue",
            "--site",
            "mill",
            *order,
            "--words",
            "पारिवारिक टिकट",
            "--language",
            "hi",
            "--out",
            str(out),
        )
        == 0
    )
    (issued,) = answers(capsys)
    listed, sheet = (Path(str(name)) for name in issued["files"])  # type: ignore[attr-defined]  # a list of names
    assert sheet.read_bytes().startswith(b"%PDF")
    assert stat.S_IMODE(listed.stat().st_mode) == 0o600, "whoever has the list has the tickets"
    with listed.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == issued["tickets"] == 12

    assert run(tmp_path, "keys", "--site", "mill", "--export", str(tmp_path / "keys.json")) == 0
    assert stat.S_IMODE((tmp_path / "keys.json").stat().st_mode) == 0o600
    keys = parse_paper_keys((tmp_path / "keys.json").read_bytes())
    for row in rows:
        for text in (row["code"], row["qr"]):
            found = read_code(text, "mill", Paper(keys.tickets))
            assert isinstance(found, ReadCode)
            assert found.claim is not None
            assert (found.claim.party, found.claim.serial) == (4, int(row["number"]))
    capsys.readouterr()

    assert run(tmp_path, "void", rows[0]["code"]) == 0
    assert run(tmp_path, "void", rows[0]["qr"]) == 1, "void once is void"
    assert run(tmp_path, "void", str(issued["issue"])) == 0
    assert [one["void"] for one in answers(capsys)] == [1, 0, 11]
    assert run(tmp_path, "list", "--site", "mill") == 0
    (record,) = answers(capsys)
    assert (record["count"], record["used"], record["void"]) == (12, 0, 12)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["issue", "--site", "mill", "--until", "2030-01-01", "--out", "{}/out"], "hub.ticket-order-wrong"),
        (["issue", "--site", "mill", "--out", "{}/file/out"], "app.tickets-not-written"),
        (["issue", "--site", "mill", "--paper", "3x12:70x22", "--out", "{}/out"], "authoring.label-too-small"),
        (["void", "ABCDEF"], "hub.ticket-issue-unknown"),
        (["void", "nonsense"], "hub.ticket-code-unknown"),
        (["keys", "--renew"], "hub.ticket-keys-refused"),
        (["keys", "--site", "mill", "--retire", "7"], "hub.ticket-keys-refused"),
        (["keys", "--site", "mill", "--export", "{}/file/keys"], "hub.ticket-keys-refused"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said(
    words: list[str], code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("no folder")
    assert run(tmp_path, *(word.format(tmp_path) for word in words)) == 1
    error = answers(capsys)[-1]["error"]
    assert isinstance(error, dict)
    assert error["code"] == code


def test_the_keys_are_told_and_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "keys", "--site", "mill", "--renew") == 0
    assert run(tmp_path, "keys", "--site", "mill", "--renew") == 0
    assert [one.get("makes") for one in answers(capsys)] == [True, True, False]
    assert run(tmp_path, "keys", "--site", "mill", "--retire", "1") == 0
    assert [one["key_id"] for one in answers(capsys)] == [2]


def test_a_device_without_a_hub_takes_the_keys_from_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path / "hub", "keys", "--site", "mill", "--export", str(tmp_path / "keys.json")) == 0
    device = tmp_path / "device"
    assert main(["staff", "keys", str(tmp_path / "keys.json"), "--data", str(device), "--json"]) == 0
    assert answers(capsys)[-1]["sites"] == ["mill"]
    kept = device / "seals" / "paper-keys.json"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert parse_paper_keys(kept.read_bytes()).tickets_of("mill")


@pytest.mark.parametrize("content", [None, b"", b"{}", b"\xff" * 100, b"[" * 2_000_000])
def test_what_are_no_keys_changes_nothing(
    content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "keys.json"
    if content is not None:
        file.write_bytes(content)
    assert main(["staff", "keys", str(file), "--data", str(tmp_path), "--json"]) == 1
    error = answers(capsys)[-1]["error"]
    assert isinstance(error, dict)
    assert error["code"] == "app.keys-not-taken"
    assert not (tmp_path / "seals").exists()
