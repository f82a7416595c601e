"""Twelve hand-overs as they come from real desks: what the importer says of each, compared with what it should say."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from kiosk.authoring.table_import import ImportedTable, import_table
from kiosk.authoring.table_kinds import KINDS
from kiosk.packs.findings import Finding

CASES = (
    "01-semicolon-windows-1252",
    "02-unicode-text-tabs",
    "03-merged-heading-blank-rows",
    "04-duplicate-numbers",
    "05-missing-and-wrong-case",
    "06-trailing-spaces",
    "07-huge-picture",
    "08-broken-sounds",
    "09-formulas",
    "10-numbers-and-dates",
    "11-long-rtl-emoji",
    "12-everything-at-once",
)


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest, shared_data: Path) -> Path:
    folder = shared_data.joinpath("museums", "messy", str(request.param))
    if not (folder / "expected.json").is_file():
        pytest.skip(f"there is no {folder}")
    return folder


def fits(finding: Finding, wanted: Mapping[str, Any]) -> bool:
    rows = wanted.get("rows", [wanted["row"]] if "row" in wanted else None)
    return bool(
        finding.kind == wanted["kind"]
        and finding.severity.weight == wanted["weight"]
        and (rows is None or list(finding.rows) == rows)
        and finding.column == wanted.get("column", finding.column)
        and finding.media == wanted.get("file", finding.media)
    )


def tell(findings: list[Finding]) -> str:
    return "\n".join(f"{one.severity.weight} {one.kind} {one.rows} {one.format()}" for one in findings)


def test_each_table_is_read_and_told_as_it_should_be(case: Path) -> None:
    expected = json.loads((case / "expected.json").read_text("utf-8"))
    table = import_table(case / expected["table"], case / "media")
    left = list(table.findings)
    for wanted in expected["findings"]:
        match = next((finding for finding in left if fits(finding, wanted)), None)
        assert match is not None, f"{wanted}\nis not among\n{tell(left)}"
        left.remove(match)
    # Nothing is said that the yardstick does not ask for: a false alarm is a fault, too.
    assert not left, tell(left)
    assert not {finding.kind for finding in table.findings} & set(expected["not_findings"])
    assert {"stops": table.stops, "rows": len(table.rows), "languages": sorted(table.languages)} == {
        **expected["read"],
        "languages": sorted(expected["read"]["languages"]),
    }
    assert table.can_be_imported == expected["can_be_imported"]
    records = {row.row: row.as_record() for row in table.rows}
    for cell in expected["cells"]:
        read = records[cell["row"]][cell["column"]]
        assert read == (cell["reads"] if isinstance(read, float) else str(cell["reads"])), cell


def test_no_row_is_dropped_without_a_word(case: Path) -> None:
    expected = json.loads((case / "expected.json").read_text("utf-8"))
    table = import_table(case / expected["table"], case / "media")
    last = max(row.row for row in table.rows)
    assert_all_rows_told(table, last)


def test_every_finding_says_where_and_what_to_do(case: Path) -> None:
    expected = json.loads((case / "expected.json").read_text("utf-8"))
    for finding in import_table(case / expected["table"], case / "media").findings:
        assert finding.file == expected["table"]
        assert finding.what and finding.remedy
        assert (finding.sheet != "") == (expected["table"].endswith(".xlsx"))
        if finding.severity.refuses:
            assert finding.rows, finding.format()
            assert f"--accept {finding.kind}" in finding.remedy


def test_the_kinds_are_all_known(shared_data: Path) -> None:
    path = shared_data / "museums/messy/kinds.json"
    if not path.is_file():
        pytest.skip(f"there is no {path}")
    assert set(json.loads(path.read_text("utf-8"))) <= KINDS.keys()


def assert_all_rows_told(table: ImportedTable, last: int) -> None:
    """Fail where a row down to ``last`` is neither in the result nor named in a finding."""
    heading = next((f.rows[0] for f in table.findings if f.kind == "heading_row_not_first"), 1)
    told = {row for finding in table.findings for row in finding.rows} | {row.row for row in table.rows}
    assert set(range(heading + 1, last + 1)) <= told
