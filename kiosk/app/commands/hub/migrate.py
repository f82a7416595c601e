"""``kiosk hub migrate``: bring the database's tables up to date."""

from __future__ import annotations

import argparse

from kiosk.app.hub_options import add_database_argument, choose_database
from kiosk.app.output import Output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    add_database_argument(parser)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Migrate and say from where to where."""
    from kiosk.hub.database.opening import migrate_database

    done = migrate_database(choose_database(arguments))
    record = {"database": done.name, "before": done.before, "after": done.after}
    if done.before == done.after:
        out.answer(record, f"{done.name} is up to date (revision {done.after})")
    else:
        came_from = f"revision {done.before}" if done.before else "no revision"
        out.answer(record, f"{done.name} was brought from {came_from} to revision {done.after}")
    return 0
