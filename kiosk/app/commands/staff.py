"""``kiosk staff``: what opens the staff pages of this device, and what they say of whom it trusts."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing

from kiosk.app.data_folder import make_data_folder
from kiosk.app.output import Output
from kiosk.model.errors import KioskError

MAX_LINE = 200


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare ``pin`` and ``shelf``."""
    parser.add_argument(
        "action",
        choices=["pin", "shelf"],
        help="pin: set the PIN of the staff pages; asked for twice, or read from standard input."
        " shelf: tell whom this site trusts, and which releases here were withdrawn",
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Set the PIN, or tell of the shelf. The guide may run meanwhile: it takes a new PIN at once."""
    return (_set_pin if arguments.action == "pin" else _tell_shelf)(arguments, out)


def _set_pin(arguments: argparse.Namespace, out: Output) -> int:
    from kiosk.app.staff.pin import StaffPin

    typed = _ask() if sys.stdin.isatty() else sys.stdin.readline(MAX_LINE).rstrip("\r\n")
    make_data_folder(arguments.data)
    StaffPin(arguments.data).set(typed)
    out.answer({"result": "set"}, "The staff PIN is set.")
    return 0


def _tell_shelf(arguments: argparse.Namespace, out: Output) -> int:
    from kiosk.packs.store import PackStore
    from kiosk.packs.trust.state import Origin

    operator, withdrawn = None, []
    if (arguments.data / "state.db").exists():
        with closing(PackStore(arguments.data)) as store:
            state = store.trust.state()
            if state is not None and state.origin is Origin.OWN:
                operator = store.trust.operator()
            withdrawn = [(release.pack_id, release.version) for release in store.trust.find_withdrawn()]
    record = {
        "operator": operator
        and {"name": operator.name, "fingerprint": operator.fingerprint, "trusted": True},
        "withdrawn": withdrawn,
    }
    lines = [f"This site trusts {operator}." if operator else "This site has not chosen whom to trust."]
    lines += [f"{pack_id} {version} was withdrawn." for pack_id, version in withdrawn]
    out.answer(record, "\n".join(lines))
    return 0


def _ask() -> str:
    """Ask twice, unseen.

    Raises:
        KioskError: ``app.pin-form`` where the two differ.
    """
    from getpass import getpass

    first, second = getpass("New staff PIN, 4 to 8 digits: "), getpass("Once more: ")
    if first != second:
        raise KioskError(
            "The PIN was not set",
            expected="the same twice",
            found="two that differ",
            remedy="try again",
            code="app.pin-form",
        )
    return first
