"""``kiosk hub stick DIR``: take what devices wrote to a stick, and leave the hub's replies on it."""

from __future__ import annotations

import argparse
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.hub_options import add_database_argument, choose_database
from kiosk.app.output import Output

if TYPE_CHECKING:
    from kiosk.hub.stick import LetterReport


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    parser.add_argument("stick", metavar="DIR", type=Path, help="where the stick is mounted")
    add_database_argument(parser)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Read the stick; 1 where something on it was not taken. The hub may be serving meanwhile."""
    from kiosk.hub.database import open_database
    from kiosk.hub.stick import StickReader

    def tell(letter: LetterReport) -> None:
        out.note(_describe(letter))

    with closing(open_database(choose_database(arguments))) as database:
        report = StickReader(database).read(arguments.stick, tell)
    troubled = sum(1 for letter in report.letters if letter.trouble)
    record = {
        "facts": report.facts,
        "letters": [asdict(letter) for letter in report.letters],
        "replies": report.replies,
        "not_taken": troubled,
    }
    words = f"{report.facts} facts are at the hub; replies for {report.replies} devices are on the stick"
    out.answer(record, f"{words}; {troubled} letters were left on it" if troubled else words)
    return 1 if troubled else 0


def _describe(letter: LetterReport) -> str:
    words = f"{letter.device}: {letter.facts} facts"
    return f"{words}; not taken: {letter.trouble} [{letter.code}]" if letter.trouble else words
