"""The reference of the command line says what the program takes, all of it."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys

import pytest

from kiosk.app.cli import COMMANDS
from tests.docs.command_line import PAGE, _list_subparsers, find_command, write_page


def test_the_page_says_what_the_parsers_take() -> None:
    assert PAGE.read_text(encoding="utf-8") == write_page(), "run python -m tests.docs.command_line"


def test_the_page_is_the_same_on_every_machine() -> None:
    assert not re.search(r"/(root|home|tmp|usr)/", PAGE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("command", COMMANDS)
def test_each_argument_says_what_it_is_for(command: str) -> None:
    assert list_silent(find_command(command)) == []


def list_silent(parser: argparse.ArgumentParser) -> list[str]:
    """Return the arguments without help and the subcommands without description, at any depth."""
    silent = [
        action.dest
        for action in parser._actions
        if not action.help and not isinstance(action, argparse._SubParsersAction)
    ]
    for subcommands in _list_subparsers(parser):
        for name, subparser in subcommands.items():
            silent += [] if subparser.description else [name]
            silent += list_silent(subparser)
    return silent


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_answers_to_help(command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", command, "--help"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert COMMANDS[command].split(",")[0].split()[0] in done.stdout.lower()
