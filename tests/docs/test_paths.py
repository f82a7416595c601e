"""Every file of the house that a page names is there: a moved module takes its mention with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.house.repository import HOUSE, list_files, name_in_house

NAMED = re.compile(r"`(?P<path>(?:kiosk|tests|assets|content_packs|docs)/[\w./-]*\w/?)`")
# What a reader of a guide makes, or would make: the examples of the pages that tell how.
EXAMPLES = {"content_packs/mill", "assets/translations/kiosk_bn.ts"}


def list_missing(page: Path) -> list[str]:
    """Return the paths in backticks that lead nowhere."""
    named = {found["path"] for found in NAMED.finditer(page.read_text(encoding="utf-8"))}
    return sorted(path for path in named - EXAMPLES if not (HOUSE / path).exists())


@pytest.mark.parametrize("page", list_files(".md"), ids=name_in_house)
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    assert list_missing(page) == []


def test_a_missing_file_is_noticed(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("See `kiosk/model/dwell.py` and `kiosk/model/nothing.py`.", encoding="utf-8")
    assert list_missing(page) == ["kiosk/model/nothing.py"]
