"""``kiosk staff labels`` and the doctor's line: what staff are told in words."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from kiosk.app.cli import main
from kiosk.app.doctor import labels
from kiosk.app.doctor.finding import Finding, Status
from kiosk.packs.store import PackStore
from kiosk.upkeep import notes
from kiosk.upkeep.book import FILE_NAME, LabelBook
from kiosk.upkeep.today import find_day
from kiosk.visits.clock import SystemClock
from tests.fakes.composed_guide import data, pack

__all__ = ["data", "pack"]

TODAY = find_day(SystemClock().read().wall_ms, "UTC")


def note(data: Path, what: Callable[..., object], *values: object, times: int = 1) -> None:
    book = LabelBook(data)
    for _ in range(times):
        book.do(partial(_call, what, values))
    book.close()


def _call(what: Callable[..., object], values: tuple[object, ...], connection: sqlite3.Connection) -> None:
    what(connection, *values)


def ask(data: Path, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    assert main([*words, "--data", str(data)]) == 0
    return capsys.readouterr().out


def test_a_device_that_knows_nothing_of_its_labels_says_so(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "no label of 3 needs anybody" in ask(data, capsys, "staff", "labels")
    assert not (data / FILE_NAME).exists(), "looking writes nothing"


def test_three_foreign_scans_are_told_in_the_words_of_staff(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    note(data, notes.note_seen, "mill/hall", TODAY, "foreign", times=3)
    assert "code at stop 07 seems covered: 3 foreign scans" in ask(data, capsys, "staff", "labels")
    record = json.loads(ask(data, capsys, "staff", "labels", "--site", "mill", "--json"))
    label = record["labels"][0]
    assert (label["stop"], label["is_covered"], label["foreign"]) == ("mill/hall", True, 3)
    assert (record["site"], record["round"], len(record["labels"])) == ("mill", None, 3)


def test_each_trouble_has_its_words(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note(data, notes.note_seen, "mill/hall", TODAY, "forged")
    note(data, notes.note_read, "mill/wheel", TODAY, 1.0, times=30)
    note(data, notes.note_read, "mill/wheel", TODAY, 0.5, times=40)
    note(data, notes.note_seen, "mill/garden", TODAY, "unreadable", times=5)
    said = ask(data, capsys, "staff", "labels")
    assert "code at stop 07: 1 scan of a code that imitates yours" in said
    assert (
        "code at stop 1 is wearing out: 50% of its error correction is left when it is read, at first 100%"
        in said
    )
    assert "code at stop 12 is wearing out: 5 times in 30 days it could not be read" in said


def test_one_stranger_is_listed_but_calls_nobody(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note(data, notes.note_seen, "mill/hall", TODAY, "foreign")
    assert "no label of 3 needs anybody" in ask(data, capsys, "staff", "labels")
    label = json.loads(ask(data, capsys, "staff", "labels", "--json"))["labels"][0]
    assert label["words"].startswith("code at stop 07: 1 foreign scan ")


def test_a_round_under_way_is_told(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note(data, notes.keep_round, "mill")
    note(data, notes.note_confirmed, "mill/garden", TODAY)
    assert "a round is under way: 1 of 3 found" in ask(data, capsys, "staff", "labels")
    record = json.loads(ask(data, capsys, "staff", "labels", "--json"))
    assert record["round"] == {"confirmed": ["mill/garden"], "missing": ["mill/wheel", "mill/hall"]}


def test_a_site_that_is_not_here_and_a_damaged_file_are_told(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["staff", "labels", "--site", "castle", "--data", str(data)]) == 1
    assert "packs.no-such-site" in capsys.readouterr().err
    (data / FILE_NAME).write_bytes(b"no database" * 1000)
    assert main(["staff", "labels", "--data", str(data)]) == 1
    assert "upkeep.labels-not-read" in capsys.readouterr().err


def test_the_doctor_names_the_worst_and_counts_the_rest(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for stop in ("hall", "wheel", "garden"):
        note(data, notes.note_seen, f"mill/{stop}", TODAY, "foreign", times=3)
    monkeypatch.setattr(labels, "NAMED", 2)
    (finding,) = look(data)
    assert (
        finding.status is Status.WARN and "; and 1 more" in finding.found and "staff page" in finding.remedy
    )
    (data / FILE_NAME).write_bytes(b"no database" * 1000)
    (finding,) = look(data)
    assert finding.status is Status.WARN and "upkeep.labels-not-read" in finding.found
    (data / FILE_NAME).unlink()
    (finding,) = look(data)
    assert finding.status is Status.OK


def look(data: Path) -> list[Finding]:
    with closing(PackStore(data)) as store, closing(store.open_library()) as library:
        return list(labels.check_labels(data, library))
