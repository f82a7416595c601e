"""The one command line. Each command's module is imported only when it is the one asked for."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from kiosk import __version__
from kiosk.app.output import Output
from kiosk.app.settings import default_data_folder
from kiosk.model.errors import KioskError

# The order is the order in the help. Descriptions are one line and start with a verb.
COMMANDS = {
    "run": "open the visitor's guide in a window",
    "rehearse": "make a whole visit off screen, on the real parts, and show what happened",
    "scan": "read the codes in images, videos or a camera",
    "place": "say what a recorded walk through a site would have offered, and when",
    "guide": "ask the guide what to see next, for a tour that fits a time, what a time holds, and what is near",
    "say": "tell a stop's story or any text, aloud or into a file",
    "pack": "build, sign, publish and install content packs",
    "staff": "set the staff PIN; close stops and ways; tell whom this site trusts, and which labels need somebody",
    "keys": "make and look after the keys that packs are signed with",
    "visits": "report and export what visits tell",
    "sync": "send visit facts to the hub now",
    "doctor": "say what is wrong with this device and what to do",
    "hub": "serve the operator's hub",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``kiosk`` with ``argv`` (without the program's name) and return the exit status.

    Returns:
        0 for success, 1 when the answer is no or something failed, 2 for wrong usage.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help", "--version")):
        words.insert(0, "run")
    parser = _make_parser(words[0])
    arguments = parser.parse_args(words)
    out = Output(as_json=arguments.json)
    module = importlib.import_module(f"kiosk.app.commands.{arguments.command}")
    try:
        return int(module.run(arguments, out))
    except KioskError as error:
        out.error(error)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of our output went away (``kiosk ... | head``): not an error of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _make_parser(asked: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kiosk", description="An offline-first guide for heritage sites.")
    parser.add_argument("--version", action="version", version=f"kiosk {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, description in COMMANDS.items():
        command = commands.add_parser(name, help=description, description=description.capitalize() + ".")
        if name == asked:
            _add_shared_arguments(command)
            importlib.import_module(f"kiosk.app.commands.{name}").add_arguments(command)
    return parser


def _add_shared_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="print one JSON object a line")
    command.add_argument(
        "--data",
        type=Path,
        default=default_data_folder(),
        metavar="DIR",
        help="the folder that holds packs, log and settings (default: %(default)s)",
    )
