"""What every ``kiosk hub`` subcommand takes: where the hub's database is."""

from __future__ import annotations

import argparse


def add_database_argument(parser: argparse.ArgumentParser) -> None:
    """Declare ``--database``."""
    parser.add_argument(
        "--database",
        metavar="FILE|URL",
        help="the hub's database: a file, or postgresql://... (default: hub.db in the data folder)",
    )


def choose_database(arguments: argparse.Namespace) -> str:
    """Return the address of the database that was named, or of the data folder's own."""
    return str(arguments.database or arguments.data / "hub.db")
