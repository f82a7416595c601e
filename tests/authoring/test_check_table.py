"""The table of findings fits the terminal, and says what is the same in many places once."""

from __future__ import annotations

import pytest

from kiosk.authoring.check_table import format_count, format_findings
from kiosk.packs.findings import Finding, Severity

LONG = "a fault that takes many words to be told so that nobody can misunderstand what is meant by it"


def make(severity: Severity, file: str, what: str = "it is missing", where: str = "title") -> Finding:
    return Finding(severity, file, where, what, "write it")


@pytest.mark.parametrize("width", [10, 72, 100, 160, 500])
def test_no_line_is_wider_than_asked_for(width: int) -> None:
    findings = [
        make(Severity.ERROR, "stops/a-very-long-name-of-a-stop/stop.toml", LONG),
        make(Severity.NOTE, "b"),
    ]
    lines = format_findings(findings, width)
    assert max(map(len, lines)) <= min(max(width, 72), 160)
    assert all(word in " ".join(lines).split() for word in LONG.split())


def test_the_gravest_come_first_under_a_heading() -> None:
    findings = [
        make(Severity.NOTE, "n"),
        make(Severity.ERROR, "e"),
        make(Severity.WARNING, "w"),
        make(Severity.ASK, "a"),
    ]
    lines = format_findings(findings, 100)
    assert lines[0].split() == ["where", "what", "remedy"]
    assert [line.split()[0] for line in lines[1:]] == ["error", "ask", "warning", "note"]


def test_one_fault_in_many_files_is_one_row() -> None:
    lines = format_findings([make(Severity.WARNING, f"stops/s{number}/en.toml") for number in range(40)], 100)
    assert [line.split()[0] for line in lines] == ["where", "warning", "stops/s1/en.toml:", "stops/s2/en.toml:",
                                                   "stops/s3/en.toml:", "and"]  # fmt: skip
    assert lines[-1].split() == ["and", "36", "more"]


def test_nothing_found_is_no_table() -> None:
    assert format_findings([], 100) == []
    assert format_count([]) == "nothing to mend"


def test_findings_are_counted_in_words() -> None:
    findings = [
        make(Severity.ERROR, "a"),
        make(Severity.ASK, "b"),
        make(Severity.ASK, "c"),
        make(Severity.NOTE, "d"),
    ]
    assert format_count(findings) == "1 error, 2 questions, 1 note"


def test_a_file_name_cannot_command_the_terminal() -> None:
    lines = format_findings([make(Severity.ERROR, "media/\x1b[2J\u202egnp.exe", "\x07\udcff")], 100)
    assert "media/\N{REPLACEMENT CHARACTER}[2J\N{REPLACEMENT CHARACTER}gnp.exe" in lines[1]
    assert not any(sign in "".join(lines) for sign in "\x1b\x07\u202e\udcff")
