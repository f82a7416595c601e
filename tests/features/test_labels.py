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
from kiosk.visits.incidents import read_incidents
from tests.fakes.composed_guide import data, pack

__all__ = ["data", "pack"]


@pytest.mark.usefixtures("qapp")
@pytest.mark.allow_log("kiosk.app")
@pytest.mark.allow_qt_message("qt.multimedia|No audio device")
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
