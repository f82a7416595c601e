"""The tutorial of the first pack, followed word for word: what it says to type, to write and to expect."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.app.cli import main

PAGE = "docs/tutorials/first-pack.md"
BLOCK = re.compile(r"(?P<before>[^\n]*)\n\n```(?P<language>\w*)\n(?P<body>.*?)```", re.DOTALL)
FILE = re.compile(r"`(mill/[\w./-]+\.toml)`")


class Reader:
    """Somebody who does what the page says, in a folder of their own."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self._file = ""
        self._old = ""
        self.said = ""
        self.status = 0
        self.typed: list[str] = []

    def follow(self, before: str, language: str, body: str) -> None:
        """Do what one block of the page says."""
        if named := FILE.findall(before):
            self._file = named[-1]
        match language:
            case "sh":
                self._type(body)
            case "toml":
                self._write(before, body)
            case "":
                self._expect(body)

    def _type(self, body: str) -> None:
        self.said, self.status = "", 0
        for line in body.splitlines():
            words = shlex.split(line)
            assert words[0] == "./run"
            # Without a command it opens the guide for the reader to look at.
            if len(words) > 1 and not words[1].startswith("-"):
                self.status = self.status or main(words[1:])
                captured = self._capsys.readouterr()
                assert captured.err == ""
                self.said += captured.out
                self.typed.append(line)

    def _write(self, before: str, body: str) -> None:
        path = Path(self._file)
        if before == "to":
            text = path.read_text("utf-8")
            assert text.count(self._old) == 1, (path, self._old)
            path.write_text(text.replace(self._old, body), encoding="utf-8")
        elif "your code" in before:
            drawn = re.search(r'"([0-9A-Z]{8})"', " ".join(self.said.split()))
            assert drawn is not None
            code = f'code = "{drawn[1]}"\n'
            path.write_text(path.read_text("utf-8") + code, encoding="utf-8")
        elif "change" in before:
            self._old = body
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(body, encoding="utf-8")

    def _expect(self, body: str) -> None:
        """See what the page promises, in its order; ``...`` stands for anything, blanks for any blanks."""
        said = unfold(self.said)
        for line in body.splitlines():
            pattern = ".*?".join(re.escape(unfold(part)) for part in line.split("..."))
            found = re.search(pattern, said)
            assert found, f"{line!r} in:\n{self.said}"
        assert self.status == ("No pack can be built" in body)


def unfold(text: str) -> str:
    return " ".join(text.split())


def read_steps(page: str) -> Iterator[tuple[str, str, str]]:
    for block in BLOCK.finditer(page):
        yield block["before"], block["language"], block["body"]


@pytest.mark.usefixtures("qapp")
def test_the_first_pack_comes_out_as_the_page_says(
    house: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.setenv("KIOSK_DATA", str(tmp_path / "device"))
    monkeypatch.setenv("KIOSK_KEYS", str(tmp_path / "keys"))
    # Who types it at a terminal is asked.
    monkeypatch.setenv("KIOSK_PASSPHRASE", "four words nobody guesses")
    reader = Reader(capsys)
    for step in read_steps((house / PAGE).read_text("utf-8")):
        reader.follow(*step)
    assert len(reader.typed) == 12
    assert (tmp_path / "labels.pdf").read_bytes().startswith(b"%PDF")
