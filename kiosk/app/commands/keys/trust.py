"""``kiosk keys trust``: this device shows the packs of one publisher from now on."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.data_folder import make_data_folder
from kiosk.app.output import Output
from kiosk.model.errors import KioskError

if TYPE_CHECKING:
    from kiosk.packs.trust.operator import Operator


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    parser.add_argument(
        "source",
        type=Path,
        metavar="SOURCE",
        help="a stick, a signed .hpack file, or a folder with a HERITAGE tree",
    )
    parser.add_argument(
        "--fingerprint",
        default="",
        metavar="F",
        help="what stands on the publisher's paper; refused where it differs",
    )
    parser.add_argument(
        "--replace",
        action="store_true",
        help="put this publisher in the place of another: the device changes hands",
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Trust the publisher; somebody at a terminal is shown the fingerprint and asked first."""
    from kiosk.packs.store import PackStore
    from kiosk.packs.trust.operator import read_operator, read_source_chain

    offered = read_operator(read_source_chain(arguments.source)[-1], str(arguments.source))
    if not arguments.fingerprint and not arguments.json and sys.stdin.isatty():
        _ask(offered)
    make_data_folder(arguments.data)
    store = PackStore(arguments.data)
    try:
        # What was compared is what is trusted: a stick with a program of its own may tell another root now.
        fingerprint = arguments.fingerprint or offered.fingerprint
        operator = store.trust.adopt(arguments.source, fingerprint=fingerprint, replace=arguments.replace)
    finally:
        store.close()
    record = {"result": "trusted", "name": operator.name, "fingerprint": operator.fingerprint}
    out.answer(
        record,
        f"This device now shows packs of {operator.name or 'a publisher without a name'}: {operator.fingerprint}",
    )
    return 0


def _ask(offered: Operator) -> None:
    print(f"{offered.name or 'A publisher without a name'}\n  {offered.fingerprint}", file=sys.stderr)
    print(
        "Does exactly this stand on the paper you were given? Type yes or no: ",
        end="",
        file=sys.stderr,
        flush=True,
    )
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        raise KioskError(
            "The operator was not trusted",
            thing=str(offered),
            found="somebody who said no",
            remedy="ask whoever gave you the stick for the right paper",
            code="packs.fingerprint-differs",
        )
