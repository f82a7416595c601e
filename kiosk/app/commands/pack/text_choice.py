"""Which of a source's texts a subcommand is about: options that several of them take."""

from __future__ import annotations

import argparse

from kiosk.model.content import Depth


def add_text_choice(parser: argparse.ArgumentParser) -> None:
    """Declare ``--language``, ``--depth`` and ``--stops``; without them it is about all texts."""
    parser.add_argument(
        "--language", action="append", default=[], metavar="TAG", help="only this language; may be repeated"
    )
    parser.add_argument(
        "--depth",
        action="append",
        default=[],
        choices=[depth.value for depth in Depth],
        help="only this depth; may be repeated",
    )
    parser.add_argument(
        "--stops", type=_names, default=(), metavar="N,N", help="only these stops, by number or id"
    )


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())
