"""``kiosk staff``: what opens the staff pages of this device."""

from __future__ import annotations

import argparse
import sys

from kiosk.app.output import Output
from kiosk.model.errors import KioskError

MAX_LINE = 200


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare ``pin``."""
    parser.add_argument(
        "action",
        choices=["pin"],
        help="pin: set the PIN of the staff pages; asked for twice, or read from standard input",
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Set the PIN. The guide may run meanwhile: it takes the new one at once."""
    from kiosk.app.staff.pin import StaffPin

    typed = _ask() if sys.stdin.isatty() else sys.stdin.readline(MAX_LINE).rstrip("\r\n")
    arguments.data.mkdir(parents=True, exist_ok=True)
    StaffPin(arguments.data).set(typed)
    out.answer({"result": "set"}, "The staff PIN is set.")
    return 0


def _ask() -> str:
    """Ask twice, unseen.

    Raises:
        KioskError: ``app.pin-form`` where the two differ.
    """
    from getpass import getpass

    first, second = getpass("New staff PIN, 4 to 8 digits: "), getpass("Once more: ")
    if first != second:
        raise KioskError(
            "The PIN was not set",
            expected="the same twice",
            found="two that differ",
            remedy="try again",
            code="app.pin-form",
        )
    return first
