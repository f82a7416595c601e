"""The demonstration, a real exhibition and messy tables, checked: nothing false, nothing lost, nothing said twice."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from kiosk.authoring.check import CheckReport, check_source
from kiosk.packs.findings import Severity
from tests.authoring.faulty_sources import TODAY
from tests.conftest import HOUSE, SHARED_DATA

DEMONSTRATIONS = ("delhi", "jantar-mantar")
MESSY = sorted(path for path in (SHARED_DATA / "museums" / "messy").glob("*") if path.is_dir())
# Those whose media are odd are decoded too.
DECODED = ("07", "08", "12")


def tell_all(report: CheckReport) -> str:
    return "\n".join(f"{finding.severity} {finding.kind} {finding.format()}" for finding in report.findings)


def assert_well_told(report: CheckReport) -> None:
    """Every finding says where, what and what to do, and none says what another has said."""
    for finding in report.findings:
        assert finding.file and finding.what and finding.remedy, finding
    told = Counter((one.file, one.place, one.what) for one in report.findings)
    assert max(told.values(), default=1) == 1, tell_all(report)
    places = Counter(
        (one.kind, one.file, row, one.column, one.what) for one in report.findings for row in one.rows
    )
    assert max(places.values(), default=1) == 1, tell_all(report)


@pytest.mark.parametrize("name", DEMONSTRATIONS)
def test_the_demonstration_has_nothing_to_mend(name: str) -> None:
    report = check_source(HOUSE / "content_packs" / name, decoding=False)
    assert {finding.severity for finding in report.findings} <= {Severity.NOTE}, tell_all(report)
    assert {finding.kind for finding in report.findings} == {"recording_missing"}


def test_an_exhibition_is_checked_row_by_row(shared_data: Path) -> None:
    report = check_source(shared_data / "museums" / "kronan", decoding=False)
    assert_well_told(report)
    assert not report.refuses
    missing = [finding for finding in report.findings if finding.kind == "alt_missing"]
    # Swedish says nothing of two pictures, German of two of one row, English of one.
    assert [(one.severity, one.rows, one.column) for one in missing] == [
        (Severity.WARNING, (2, 14), "image_alt"),
        (Severity.WARNING, (15,), "image_alt"),
        (Severity.WARNING, (16,), "image_alt"),
    ]
    assert {one.kind for one in report.findings} <= {"alt_missing", "surrounding_spaces", "source_missing"}
    assert all(sum(one.recordings.values()) == 5 for one in report.coverage)


def test_147_stops_in_ten_languages_are_told_in_a_few_lines(shared_data: Path) -> None:
    report = check_source(shared_data / "museums" / "nordic")
    assert_well_told(report)
    assert not report.refuses
    assert len(report.findings) < 20
    assert len(report.coverage) == 10


@pytest.mark.parametrize("folder", MESSY, ids=lambda path: path.name)
def test_a_messy_table_keeps_every_finding_of_its_importer(folder: Path) -> None:
    report = check_source(folder, decoding=folder.name.startswith(DECODED), today=TODAY)
    assert_well_told(report)
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    found = Counter(finding.kind for finding in report.findings)
    for kind in {finding["kind"] for finding in expected["findings"]}:
        assert found[kind], f"{kind}:\n{tell_all(report)}"
    assert not found.keys() & set(expected["not_findings"])
    assert report.refuses == (expected["can_be_imported"] != "yes"), tell_all(report)
    # What waits for an answer is left out, and the rest is looked at all the same.
    assert report.source is not None
    assert any(finding.kind == "source_missing" for finding in report.findings)
