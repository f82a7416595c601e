"""Every command that a page tells people to type is one that the program takes."""

from __future__ import annotations

import io
import re
import shlex
from collections.abc import Iterator
from contextlib import redirect_stderr, suppress
from pathlib import Path

import pytest

from kiosk.app.cli import COMMANDS
from kiosk.app.cli import _make_parser as make_parser
from tests.house.repository import HOUSE, list_files, name_in_house

PAGES = [HOUSE / "README.md", HOUSE / "CONTRIBUTING.md", *list_files(".md", under="docs")]
# What a shell runs: fenced sh blocks, and blocks indented by four columns.
FENCE = re.compile(r"^[ ]*```sh\n(?P<body>.*?)^[ ]*```", re.MULTILINE | re.DOTALL)
FENCED = re.compile(r"^[ ]*```.*?^[ ]*```", re.MULTILINE | re.DOTALL)
INDENTED = re.compile(r"^ {4}(?P<line>(?:kiosk|\./run)(?:\s.*)?)$", re.MULTILINE)
SPOKEN = re.compile(r"`(?P<line>(?:kiosk|\./run) [^`\n]+)`")
COMMAND = re.compile(r"(?:[A-Z_]+=\S*\s+)*(?P<program>kiosk|\./run)(?P<words>\s.*)?")
# What `run` does itself; everything else it hands to kiosk.
OWN_VERBS = ("check", "test", "bench", "bundle")
# Words that stand for what the reader puts there.
PLACEHOLDERS = {"VERSION": "1", "N": "1", "M2": "12", "WxH": "800x600", "S": "1", "PORT": "1"}


def list_typed(page: Path) -> Iterator[str]:
    """Yield the lines in a page's blocks."""
    text = page.read_text(encoding="utf-8")
    for block in FENCE.finditer(text):
        yield from block["body"].replace("\\\n", " ").splitlines()
    for line in INDENTED.finditer(FENCED.sub("", text)):
        yield line["line"]


def list_spoken(page: Path) -> Iterator[str]:
    """Yield the commands that a page names in its sentences; they may be parts of a whole."""
    for found in SPOKEN.finditer(FENCED.sub("", page.read_text(encoding="utf-8"))):
        yield found["line"]


def read_words(line: str) -> list[str] | None:
    """Return what ``kiosk`` is given by a line, or None where the line runs something else."""
    found = COMMAND.fullmatch(line.strip())
    if found is None:
        return None
    # Brackets mark what may be left out.
    words = shlex.split(re.sub(r"[][]", "", found["words"] or ""), comments=True)
    if found["program"] == "./run" and words and words[0] in OWN_VERBS:
        return None
    return [PLACEHOLDERS.get(word, word) for word in words]


def refuse(words: list[str], *, whole: bool = True) -> str:
    """Return why the program refuses ``words``, "" where it takes them."""
    if not words or words[0] == "--version" or words[0].startswith("ARGS"):
        return ""
    if words[0].startswith("-"):
        words = ["run", *words]
    if words[0] not in COMMANDS:
        return f"there is no command {words[0]}"
    said = io.StringIO()
    with redirect_stderr(said), suppress(SystemExit):
        make_parser(words[0]).parse_args(words)
        return ""
    reason = said.getvalue().strip().splitlines()[-1]
    return "" if not whole and "required" in reason else reason


@pytest.mark.parametrize("page", PAGES, ids=name_in_house)
def test_what_a_page_tells_people_to_type_is_taken(page: Path) -> None:
    refused = {
        command: reason
        for command in list_typed(page)
        if (words := read_words(command)) is not None and (reason := refuse(words))
    }
    assert refused == {}


@pytest.mark.parametrize("page", PAGES, ids=name_in_house)
def test_what_a_page_names_is_there(page: Path) -> None:
    refused = {
        command: reason
        for command in list_spoken(page)
        if (words := read_words(command)) is not None and (reason := refuse(words, whole=False))
    }
    assert refused == {}


@pytest.mark.parametrize(
    ("command", "is_taken"),
    [
        ("kiosk pack activate ID VERSION", True),
        ("./run rehearse --out rehearsal --size 800x600", True),
        ("./run --windowed", True),
        ("kiosk pack instal mill.hpack", False),
        ("kiosk doctor --loud", False),
        ("./run rehearse --size large", False),
        ("kiosk paint", False),
    ],
)
def test_a_command_that_is_not_there_is_noticed(command: str, is_taken: bool) -> None:
    words = read_words(command)
    assert words is not None
    assert (refuse(words) == "") == is_taken


def test_commands_are_found_in_the_how_to_guides() -> None:
    """The patterns above find what the pages hold, and each command is told of somewhere."""
    named = {
        words[0]
        for page in PAGES
        for line in (*list_typed(page), *list_spoken(page))
        if (words := read_words(line)) and words[0] in COMMANDS
    }
    assert named == set(COMMANDS)
