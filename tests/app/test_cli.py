"""The one command line: its exit status, its words, and what it does not load."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import __version__
from kiosk.app.cli import COMMANDS, main


def test_help_names_every_command_in_one_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert all(name in said for name in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_the_shared_options(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert "--json" in said or command == "pack"


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"kiosk {__version__}\n"


@pytest.mark.parametrize("words", [["dance"], ["doctor", "--nonsense"], ["run", "--size", "tiny"]])
def test_wrong_usage_is_2_and_says_what_would_be_right(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert "usage: kiosk" in capsys.readouterr().err


def test_an_error_is_one_line_with_its_code_and_1(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["sync", "--hub", "nonsense", "--data", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert said.out == "" and said.err.count("\n") == 1 and "[sync.hub-address]" in said.err


def test_with_json_an_error_is_one_object(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["scan", str(tmp_path / "gone.png"), "--json"]) == 1
    said = capsys.readouterr()
    assert said.err == ""
    assert all(isinstance(json.loads(line), dict) for line in said.out.splitlines()) and said.out


def test_a_reader_that_goes_away_ends_it_without_a_traceback(tmp_path: Path) -> None:
    done = subprocess.run(
        f"{sys.executable} -m kiosk doctor --data {tmp_path} | true",
        shell=True,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert done.stderr == ""


def test_options_without_a_command_are_run_s(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--size", "tiny"])
    assert ended.value.code == 2
    assert "usage: kiosk run" in capsys.readouterr().err
