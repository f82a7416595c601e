"""``kiosk guide plan`` and ``expect``, ``kiosk staff close`` and ``open``, as somebody types them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.app.cli import main
from kiosk.app.staff.closings import FILE_NAME
from tests.fakes.composed_guide import data, pack

__all__ = ["data", "pack"]

MORNING = "2026-11-22T10:00"


def ask(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[dict[str, Any]]]:
    status = main([*words, "--json"])
    return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def plan(capsys: pytest.CaptureFixture[str], pack: Path, *words: str) -> tuple[int, dict[str, Any]]:
    status, (record,) = ask(capsys, "guide", "plan", "--pack", str(pack), "--now", MORNING, *words)
    return status, record


def test_a_tour_is_told_with_its_range_and_what_it_leaves_out(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, record = plan(capsys, pack, "--minutes", "60")
    assert status == 0 and record["stops"]
    quick, usual, slow = record["minutes"]
    assert 0 < quick <= usual <= slow <= 60
    assert main(["guide", "plan", "--pack", str(pack), "--now", MORNING, "--minutes", "60"]) == 0
    assert "through between 10:" in capsys.readouterr().out


def test_where_no_stop_fits_the_answer_is_no(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, record = plan(capsys, pack, "--minutes", "0")
    assert status == 1 and record["stops"] == []
    assert {one["why"] for one in record["left_out"]} <= {"time", "language", "stairs", "unreachable"}
    assert main(["guide", "plan", "--pack", str(pack), "--now", MORNING, "--minutes", "0"]) == 1
    assert capsys.readouterr().out.startswith("No stop fits.\n")
    assert main(["guide", "expect", "--pack", str(pack), "--now", MORNING, "--spans", "0"]) == 1
    assert capsys.readouterr().out == "0 min: no stop fits\n"


def test_how_long_a_ready_made_tour_takes(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, record = plan(capsys, pack, "--tour", "short")
    assert status == 0
    assert [stop["id"] for stop in record["stops"]] == ["mill/hall", "mill/wheel"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--tour", "none"), "app.no-such-tour"),
        (("--here", "none"), "app.no-such-stop"),
        (("--interests", "none"), "app.no-such-tag"),
    ],
)
def test_what_is_not_there_is_named(
    pack: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: str
) -> None:
    assert main(["guide", "plan", "--pack", str(pack), *words]) == 1
    assert f"[{code}]" in capsys.readouterr().err


@pytest.mark.parametrize("words", [("--minutes", "601"), ("--minutes", "-1"), ("--minutes", "٤٥x")])
def test_minutes_that_are_none_are_wrong_usage(pack: Path, words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["guide", "plan", "--pack", str(pack), *words])
    assert ended.value.code == 2


def test_what_a_span_of_time_holds(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, spans = ask(capsys, "guide", "expect", "--pack", str(pack), "--now", MORNING, "--spans", "5,60")
    assert status == 0 and [span["span_min"] for span in spans] == [5, 60]
    for span in spans:
        few, many = span["stops"]
        assert few <= len(span["plan"]["stops"]) <= many and not span["measured"]


def test_what_staff_close_is_planned_no_more(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = ("--data", str(data))
    status, (closed,) = ask(capsys, "staff", "close", "wheel", "--until", "2099-01-01", *folder)
    assert status == 0 and (closed["kind"], closed["id"]) == ("stop", "mill/wheel")
    assert ask(capsys, "staff", "closed", *folder) == (0, [closed])
    _, (record,) = ask(capsys, "guide", "plan", "--now", MORNING, *folder)
    assert {"id": "mill/wheel", "why": "closed"} in record["left_out"]
    assert ask(capsys, "staff", "open", "wheel", *folder)[0] == 0
    assert ask(capsys, "staff", "closed", *folder) == (0, [])
    assert ask(capsys, "staff", "open", "wheel", *folder)[0] == 1


@pytest.mark.parametrize("words", [("close", "nowhere"), ("close",), ("open", "nowhere")])
def test_what_is_no_stop_and_no_way_is_not_closed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    assert main(["staff", *words, "--data", str(tmp_path)]) == 1
    assert "[app.nothing-to-close]" in capsys.readouterr().err
    assert not (tmp_path / FILE_NAME).exists()


def test_a_file_that_is_not_ours_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / FILE_NAME).write_text("[]", "ascii")
    assert main(["staff", "closed", "--data", str(tmp_path)]) == 1
    assert "[guide.closures-unreadable]" in capsys.readouterr().err
