"""The pages about packs say what the code does: tables, error codes, keys, and an example that builds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk.packs.build import build_pack
from kiosk.packs.catalogue import read_schema
from kiosk.packs.source import read_source

TABLE = re.compile(r"CREATE TABLE (\w+)")
CODE = re.compile(r'code="(packs\.[a-z-]+)"|"(packs\.[a-z-]+)"')
KEY = re.compile(r"\.(?:text|texts|words|number|integer|date|point|table|tables)\(\s*\"(\w+)\"")


@pytest.mark.parametrize(("part", "heading"), [("core", "### core"), ("lang-en", "### lang-<tag>")])
def test_every_table_is_described(house: Path, part: str, heading: str) -> None:
    section = (house / "docs/reference/catalogue.md").read_text("utf-8").split(heading)[1].split("\n#")[0]
    described = re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)
    assert described == TABLE.findall(read_schema(part))


def test_every_error_code_is_explained(house: Path) -> None:
    page = (house / "docs/reference/catalogue.md").read_text("utf-8")
    files = (house / "kiosk").rglob("*.py")
    used = {code for path in files for pair in CODE.findall(path.read_text("utf-8")) for code in pair if code}
    used.discard("packs.html")  # a page of the hub
    assert used == set(re.findall(r"`(packs\.[a-z-]+)`", page))


def test_every_key_of_a_source_is_explained(house: Path) -> None:
    page = (house / "docs/reference/pack-source.md").read_text("utf-8")
    read = {
        key
        for path in (house / "kiosk/packs").glob("source*.py")
        for key in KEY.findall(path.read_text("utf-8"))
    }
    assert {"pack", "number", "alt", "voice"} <= read
    assert {key for key in read if not re.search(rf"`?\[*\b{key}\b", page)} == set()


def test_the_example_of_the_guide_builds(house: Path, tmp_path: Path) -> None:
    page = (house / "docs/how-to/make-a-pack.md").read_text("utf-8")
    examples = re.findall(r"`(mill/[\w./]+)`:\s+```toml\n(.*?)```", page, re.DOTALL)
    assert len(examples) == 3
    for name, text in examples:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    source = read_source(tmp_path / "mill")
    assert source.warnings == ()
    assert build_pack(source, tmp_path / "mill.hpack").size_bytes > 0
