"""Commands with subcommands, one module each; only those of the command that is asked for are imported."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Mapping
from pathlib import Path

from kiosk.app.output import Output


def add_subcommands(
    parser: argparse.ArgumentParser, package: str, subcommands: Mapping[str, str], dest: str = "subcommand"
) -> None:
    """Declare each subcommand of ``package`` with its words for the help, and what its module takes.

    ``dest`` is another one for subcommands of a subcommand (``action``).
    """
    commands = parser.add_subparsers(dest=dest, required=True, metavar=dest.upper())
    for name, words in subcommands.items():
        command = commands.add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.")
        importlib.import_module(f"{package}.{name}").add_arguments(command)
        _repeat_shared_arguments(command)


def run_subcommand(package: str, arguments: argparse.Namespace, out: Output, dest: str = "subcommand") -> int:
    """Run the subcommand of ``package`` that was asked for; 0 for done, 1 where the answer is no."""
    return int(importlib.import_module(f"{package}.{getattr(arguments, dest)}").run(arguments, out))


def _repeat_shared_arguments(command: argparse.ArgumentParser) -> None:
    """Take the shared options at the end as well, where people write them."""
    suppressed = argparse.SUPPRESS
    command.add_argument(
        "--json", action="store_true", default=suppressed, help="print one JSON object a line"
    )
    command.add_argument(
        "--data", type=Path, default=suppressed, metavar="DIR", help="the device's data folder"
    )
