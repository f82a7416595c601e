"""``kiosk hub``: the operator's server and what looks after it.

One module a subcommand, each with ``add_arguments`` and ``run`` like a command's own.
"""

from __future__ import annotations

import argparse

from kiosk.app.output import Output
from kiosk.app.subcommands import add_subcommands, run_subcommand

# The order is the order in the help.
SUBCOMMANDS = {
    "serve": "take facts from devices and answer reports, until told to end",
    "account": "look after the accounts of people",
    "enrol": "make a code with which one device comes in",
    "devices": "list the devices that are enrolled, or shut one out",
    "stick": "take what devices wrote to a stick, and leave the hub's replies on it",
    "tickets": "issue tickets, tell what became of them, look after their keys",
    "messages": "write what visitors said and staff let through into a pack's source",
    "sums": "work out what a pack carries of how its site is visited",
    "packs": "show the hub packs, for titles of stops and plans",
    "migrate": "bring the database's tables up to date without serving",
    "backup": "write the whole database to one file, while the hub serves",
    "restore": "fill an empty database with a backup, of SQLite or PostgreSQL alike",
    "simulate": "fill a new hub with made-up visits, to try its pages and to measure it",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the subcommands and what each takes."""
    add_subcommands(parser, __name__, SUBCOMMANDS)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Run the subcommand; 0 for done, 1 where the answer is no."""
    return run_subcommand(__name__, arguments, out)
