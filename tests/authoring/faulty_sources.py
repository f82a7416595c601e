"""The example of a pack source, to be spoilt: each test plants its own fault."""

from __future__ import annotations

import datetime
from pathlib import Path

from kiosk.authoring.check import CheckReport, check_source
from kiosk.authoring.example_source import write_example
from kiosk.packs.findings import Finding

TODAY = datetime.date(2026, 11, 22)


def write_good(folder: Path) -> Path:
    """Write a source in which nothing is wrong and nothing is missing but recordings."""
    write_example(folder, datetime.date(2026, 11, 20))
    return folder


def change(folder: Path, name: str, old: str, new: str) -> None:
    """Write ``new`` for the first ``old`` in a file of the source."""
    text = (folder / name).read_text("utf-8")
    assert old in text, f"{name} has no {old!r}"
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def write(folder: Path, name: str, text: str) -> None:
    """Write a file of the source."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def check(folder: Path) -> CheckReport:
    """Check a source on one day for all tests."""
    return check_source(folder, today=TODAY)


def find_new(folder: Path) -> list[Finding]:
    """Return what a check finds, without the one note that the unspoilt source gets."""
    return [finding for finding in check(folder).findings if "nothing is recorded in" not in finding.what]
