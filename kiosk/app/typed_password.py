"""A password from a terminal, a file or another program: never from the command line, which others can read."""

from __future__ import annotations

import argparse
import getpass
import sys
from pathlib import Path
from typing import Final

from kiosk.model.errors import KioskError

_MOST_BYTES: Final = 4_096


def add_password_argument(parser: argparse.ArgumentParser) -> None:
    """Declare ``--password-file``."""
    parser.add_argument(
        "--password-file",
        metavar="FILE",
        help="read the password from the first line of a file, - for the standard input (default: ask at the terminal)",
    )


def get_password(arguments: argparse.Namespace) -> str:
    """Return the password: asked for twice at a terminal, else the first line of a file or of the standard input.

    Raises:
        KioskError: ``app.password-not-read``.
    """
    named = arguments.password_file
    if named is None and sys.stdin.isatty():
        return _ask()
    try:
        line = _read_line(None if named in (None, "-") else Path(named))
    except (OSError, ValueError) as error:
        raise _refuse(str(named), "a text file that can be read", str(error)) from error
    if not line:
        raise _refuse(str(named or "the standard input"), "a password in the first line", "nothing")
    return line


def _ask() -> str:
    # Both questions and what is typed stay off the standard output.
    first = getpass.getpass("Password: ", stream=sys.stderr)
    if first != getpass.getpass("Once more: ", stream=sys.stderr):
        raise _refuse("the terminal", "the same password twice", "two that differ")
    return first


def _read_line(path: Path | None) -> str:
    if path is None:
        content = sys.stdin.buffer.readline(_MOST_BYTES)
    else:
        with path.open("rb") as file:
            content = file.readline(_MOST_BYTES)
    return content.decode("utf-8").rstrip("\r\n")


def _refuse(thing: str, expected: str, found: str) -> KioskError:
    return KioskError(
        "No password was read",
        thing=thing,
        expected=expected,
        found=found,
        remedy="Type it at a terminal, or name a file with --password-file",
        code="app.password-not-read",
    )
