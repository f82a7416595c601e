"""``kiosk hub serve``: take facts from devices and answer reports."""

from __future__ import annotations

import argparse

from kiosk.app.hub_options import add_database_argument, choose_database
from kiosk.app.output import Output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    add_database_argument(parser)
    parser.add_argument(
        "--host", default="127.0.0.1", help="which address to listen at (default: %(default)s)"
    )
    parser.add_argument(
        "--port", type=int, default=8765, help="which port; 0 takes any that is free (default: %(default)s)"
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Serve until the process is told to end; the address is printed when requests are answered."""
    from kiosk.hub.serve import serve
    from kiosk.hub.store import parse_database

    database = parse_database(choose_database(arguments))

    def announce(address: str) -> None:
        record = {"step": "ready", "address": address, "database": str(database)}
        out.answer(record, f"The hub answers at {address} and keeps its facts in {database}")

    serve(database, arguments.host, arguments.port, announce)
    return 0
