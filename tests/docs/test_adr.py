"""Each decision record has the template's sections, stands in the index, and admits what it costs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.house.repository import HOUSE

FOLDER = HOUSE / "docs" / "adr"
RECORDS = sorted(FOLDER.glob("[0-9]*.md"))
SECTIONS = ("Context", "Decision", "Consequences")
STATES = ("proposed", "accepted", "superseded by")


def read_sections(path: Path) -> dict[str, str]:
    parts = re.split(r"^## (.+)$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize("record", [*RECORDS, FOLDER / "template.md"], ids=lambda path: path.stem)
def test_a_record_has_the_sections_of_the_template(record: Path) -> None:
    sections = read_sections(record)
    assert set(SECTIONS) <= set(sections), f"wanted {SECTIONS}"
    assert all(text.strip() for text in sections.values()), "a section is empty"
    for mark in ("Good:", "Bad:"):
        assert mark in sections["Consequences"], f"the consequences name nothing under {mark!r}"


@pytest.mark.parametrize("record", RECORDS, ids=lambda path: path.stem)
def test_a_record_says_its_state_and_day(record: Path) -> None:
    head = record.read_text(encoding="utf-8").split("## ")[0]
    found = re.search(r"^Status: (.+), (\d{4}-\d{2}-\d{2})$", head, re.MULTILINE)
    assert found, "wanted a line like 'Status: accepted, 2026-11-21'"
    assert found[1].startswith(STATES)


def test_each_record_stands_in_the_index_once_in_order() -> None:
    listed = re.findall(r"\((\d{4}-[\w-]+\.md)\)", (FOLDER / "README.md").read_text(encoding="utf-8"))
    assert listed == [record.name for record in RECORDS]


def test_numbers_are_given_once() -> None:
    numbers = [record.name[:4] for record in RECORDS]
    assert numbers == sorted(set(numbers))
