"""``kiosk hub serve``: take facts from devices and answer reports."""

from __future__ import annotations

import argparse
from typing import Final

from kiosk.app.hub_options import add_database_argument, choose_database
from kiosk.app.output import Output

MOST_WORKERS: Final = 32


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    add_database_argument(parser)
    parser.add_argument(
        "--host", default="127.0.0.1", help="which address to listen at (default: %(default)s)"
    )
    parser.add_argument(
        "--port", type=int, default=8765, help="which port; 0 takes any that is free (default: %(default)s)"
    )
    parser.add_argument(
        "--open",
        action="store_true",
        help="take facts of devices that nobody enrolled, and show the sums to everybody: for trials, never where "
        "strangers reach the hub",
    )
    parser.add_argument(
        "--workers",
        type=_parse_workers,
        default=1,
        metavar="N",
        help=f"how many processes answer, up to {MOST_WORKERS}; more than one needs PostgreSQL (default: %(default)s)",
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Serve until the process is told to end; the address is printed when requests are answered."""
    from kiosk.hub.database.address import format_address, parse_address
    from kiosk.hub.serve import serve

    database = choose_database(arguments)
    name = format_address(parse_address(database))

    def announce(address: str, people: int) -> None:
        record = {
            "step": "ready",
            "address": address,
            "database": name,
            "open": arguments.open,
            "accounts": people,
            "workers": arguments.workers,
        }
        out.answer(record, f"The hub answers at {address} and keeps its facts in {name}")
        if arguments.open:
            out.note(
                "It is open: whoever reaches it may send facts and read its sums. Enrol devices and leave --open out."
            )
        if not people:
            out.note("Nobody has an account. Make one: kiosk hub account add NAME --role operator")

    serve(
        database,
        arguments.host,
        arguments.port,
        announce,
        is_open=arguments.open,
        workers=arguments.workers,
    )
    return 0


def _parse_workers(text: str) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= MOST_WORKERS:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 to {MOST_WORKERS}")
