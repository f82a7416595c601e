"""Findings name the place for people and for programs, and say which of them refuse."""

from __future__ import annotations

import pytest

from kiosk.packs.findings import Finding, Findings, PackSourceError, Severity, format_rows


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ((), ""),
        ((4,), "row 4"),
        ((4, 4), "row 4"),
        ((3, 2), "rows 2-3"),
        ((2, 3, 4, 9), "rows 2-4, 9"),
        (tuple(range(1, 40, 2)), "rows 1, 3, 5, 7, 9, 11, ... (20 in all)"),
    ],
)
def test_rows_are_told_as_stretches(rows: tuple[int, ...], words: str) -> None:
    assert format_rows(rows) == words


def test_a_finding_is_one_line_and_one_record() -> None:
    finding = Finding(
        Severity.ASK,
        "stops.xlsx",
        "",
        "the file a.mp3 is not there",
        "add it",
        kind="audio_missing",
        sheet="Guide",
        rows=(5, 4),
        column="audio_file",
        media="a.mp3",
    )
    assert finding.format() == (
        "stops.xlsx: sheet Guide, rows 4-5, column audio_file: the file a.mp3 is not there; add it"
    )
    record = finding.as_record()
    assert record["rows"] == [4, 5]
    assert (record["severity"], record["weight"], record["kind"]) == ("ask", "ask", "audio_missing")


@pytest.mark.parametrize("severity", list(Severity))
def test_errors_and_questions_refuse_the_build(severity: Severity) -> None:
    findings = Findings()
    findings.add(severity, "f", "w", "what", "remedy")
    if severity.refuses:
        with pytest.raises(PackSourceError) as caught:
            findings.raise_errors("thing")
        assert caught.value.findings == findings.all
        assert findings.warnings == ()
    else:
        findings.raise_errors("thing")
        assert findings.warnings == findings.all


def test_the_gravest_come_first() -> None:
    findings = Findings()
    findings.note("f", "", "1", "r")
    findings.warn("f", "", "2", "r")
    findings.ask("f", "", "3", "r")
    findings.error("f", "", "4", "r")
    assert [finding.what for finding in findings.all] == ["4", "3", "2", "1"]
    assert [finding.severity.weight for finding in findings.all] == ["blocks", "ask", "note", "note"]
