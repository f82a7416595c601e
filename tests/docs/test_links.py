"""Every link in the documents leads somewhere: the file is there, and so is the heading in it."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.house.repository import HOUSE, list_files, name_in_house

LINK = re.compile(r"!?\[[^\]]*\]\((?P<target>[^)\s]+)(?:\s+\"[^\"]*\")?\)")
FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")
HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$", re.MULTILINE)


def read_prose(path: Path) -> str:
    return FENCE.sub("", path.read_text(encoding="utf-8"))


def list_anchors(path: Path) -> set[str]:
    """Return the anchors that the usual renderers make of a page's headings."""
    anchors: set[str] = set()
    for heading in HEADING.findall(read_prose(path)):
        plain = re.sub(r"[`*_]|\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()
        anchor = re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")
        number = 1
        while anchor in anchors:
            anchor = f"{anchor.rstrip('0123456789-')}-{number}"
            number += 1
        anchors.add(anchor)
    return anchors


def find_broken_links(page: Path) -> list[str]:
    broken = []
    for link in LINK.finditer(CODE.sub("", read_prose(page))):
        target, _, anchor = unquote(link["target"]).partition("#")
        if re.match(r"[a-z]+:", target):
            continue
        file = (page.parent / target).resolve() if target else page
        if not file.exists() or not file.is_relative_to(HOUSE):
            broken.append(f"{target}: no such file")
        elif anchor and file.suffix == ".md" and anchor not in list_anchors(file):
            broken.append(f"{target}#{anchor}: no such heading")
    return broken


@pytest.mark.parametrize("page", list_files(".md"), ids=name_in_house)
def test_every_link_leads_somewhere(page: Path) -> None:
    assert find_broken_links(page) == []


@pytest.mark.parametrize(
    "link", ["[a](nowhere.md)", "[a](#nothing)", "![a](picture.png)", "[a](test_links.py/x)"]
)
def test_a_broken_link_is_noticed(link: str, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# Page\n\nSee {link}.\n", encoding="utf-8")
    assert len(find_broken_links(page)) == 1


@pytest.mark.parametrize("start", ["README.md", "docs/README.md"])
def test_every_document_is_reachable_from(start: str) -> None:
    """A page that nothing links to is a page that nobody reads."""
    seen: set[Path] = set()
    waiting = [HOUSE / start]
    while waiting:
        page = waiting.pop()
        if page in seen or not page.is_file():
            continue
        seen.add(page)
        for link in LINK.finditer(read_prose(page)):
            file = (page.parent / unquote(link["target"]).partition("#")[0]).resolve()
            waiting += sorted(file.glob("*.md")) if file.is_dir() else [file] if file.suffix == ".md" else []
    assert [name_in_house(page) for page in list_files(".md", under="docs") if page not in seen] == []


def test_the_index_names_every_page_itself() -> None:
    """Whoever looks for a page looks in one place."""
    index = HOUSE / "docs" / "README.md"
    named = {
        (index.parent / unquote(link["target"]).partition("#")[0]).resolve()
        for link in LINK.finditer(read_prose(index))
    }
    pages = [page for page in list_files(".md", under="docs") if page.parent.name != "adr" and page != index]
    assert [name_in_house(page) for page in pages if page not in named] == []
