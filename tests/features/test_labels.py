"""Sticker and label, as visitors and staff meet them: real camera scenes, real pages, the real database."""

from __future__ import annotations

import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kiosk.app.cli import main
from kiosk.app.data_folder import hold_data_folder
from kiosk.app.output import Output
from kiosk.app.rehearsal.label_care import PIN, LabelCareRound
from kiosk.app.rehearsal.report import Report
from kiosk.app.rehearsal.stage import Stage
from kiosk.app.staff.pin import StaffPin
from kiosk.upkeep.book import FILE_NAME, read_book
from kiosk.upkeep.records import LabelRecord
from kiosk.upkeep.rows import read_records
from kiosk.visits.incidents import read_incidents
from tests.fakes.composed_guide import DIARY, ComposedGuide, data, pack
from tests.features.test_whole_visit import show_label

__all__ = ["data", "pack"]

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.allow_qt_message("qt.multimedia|No audio device"),
]


def read_label(data: Path, stop_id: str) -> LabelRecord:
    """Return what the device has kept of a label."""
    records = read_book(data, lambda connection: read_records(connection, "mill")) or {}
    return records.get(stop_id, LabelRecord())


def test_each_read_of_a_label_is_counted_with_what_it_left_unused(data: Path) -> None:
    with ComposedGuide(data) as guide:
        guide.begin()
        show_label(guide, "1")
        guide.wait(lambda: guide.page == "stop")
        guide.leave()
    wheel = read_label(data, "mill/wheel")
    assert [counts.reads for counts in wheel.days.values()] == [1]
    assert wheel.wear.first.total <= 1, "a look through a prepared picture says nothing of the label"


def test_what_one_visitor_scanned_is_not_laid_at_the_next_ones_stop(data: Path) -> None:
    with ComposedGuide(data, has_camera=False) as guide:
        guide.begin()
        labels = guide.device.rooms.labels
        assert labels is not None
        labels.code_refused("foreign", "https://poster.example/a")
        guide.leave()
        guide.visit_stop("1")
    assert not read_label(data, "mill/wheel").days


@pytest.mark.allow_log(DIARY)
@pytest.mark.parametrize("harm", ["folder in its place", "garbage"])
def test_visits_go_on_where_nothing_can_be_kept_of_the_labels(data: Path, harm: str) -> None:
    if harm == "garbage":
        (data / FILE_NAME).write_bytes(b"no database" * 500)
    else:
        (data / FILE_NAME).mkdir()
    with ComposedGuide(data, has_camera=False) as guide:
        guide.begin()
        labels = guide.device.rooms.labels
        assert labels is not None
        labels.code_read("mill/wheel", 1.0)
        guide.type_number("1")
        guide.wait(lambda: any(code.startswith("upkeep.labels-") for code in guide.incidents()))
        guide.leave()
    if harm == "garbage":
        assert read_label(data, "mill/wheel").days, "mended, and gone on with"


@pytest.mark.allow_log("kiosk.app")
def test_a_sticker_over_a_label_is_told_to_staff_whose_round_finds_the_label_again(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    StaffPin(data).set(PIN)
    said = io.StringIO()
    report = Report(Output(as_json=True, stream=said))
    (tmp_path / "out").mkdir()
    with hold_data_folder(data) as folder:
        stage = Stage(folder, tmp_path / "out", (1280, 800))
        try:
            LabelCareRound(stage, report).make()
        finally:
            stage.close()
    steps: dict[str, dict[str, Any]] = {
        (step := json.loads(line))["step"]: step for line in said.getvalue().splitlines()
    }
    assert report.failed == [], said.getvalue()
    assert (list(steps), steps["round"]["confirmed"]) == (["sticker", "labels", "round"], 3)
    assert read_incidents(data / "events.db", 0)["upkeep.label-covered"] == 1
    assert main(["staff", "labels", "--json", "--data", str(data)]) == 0
    labels = json.loads(capsys.readouterr().out)["labels"]
    assert all(label["confirmed_on"] and not label["is_covered"] for label in labels)
    with closing(sqlite3.connect(data / "labels.db")) as connection:
        days = {str(day) for (day,) in connection.execute("SELECT day FROM day")}
    assert len(days) == 1 and len(days.pop()) == len("2026-11-22"), "no time finer than a day"
