"""``kiosk staff``: what opens the staff pages of this device, what they say of packs and labels, the keys of tickets."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from pathlib import Path

from kiosk.app.commands import staff_closing
from kiosk.app.commands.staff_closing import parse_until
from kiosk.app.data_folder import make_data_folder
from kiosk.app.output import Output
from kiosk.model.errors import KioskError

MAX_LINE = 200


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the actions and what they take."""
    parser.add_argument(
        "action",
        choices=["pin", "shelf", "labels", "close", "open", "closed", "keys"],
        help="pin: set the PIN of the staff pages; asked for twice, or read from standard input."
        " shelf: tell whom this site trusts, and which releases here were withdrawn."
        " labels: tell which labels seem covered, are wearing out or are read no more."
        " close, open: close a stop or a way for visitors, in a guide that runs too, or open it again."
        " closed: tell what is closed."
        " keys: take the keys of tickets, vouchers and passes from a FILE that kiosk hub tickets keys --export wrote",
    )
    parser.add_argument(
        "thing",
        nargs="?",
        metavar="FILE|STOP|WAY",
        help="keys: the file. close, open: the id of a stop or way, or a stop's number",
    )
    parser.add_argument("--site", metavar="ID", help="labels, close, open, closed: of this site only")
    parser.add_argument(
        "--until",
        type=parse_until,
        metavar="DAY",
        help="close: to the end of this day, today or 2026-11-30 (default: until it is opened again)",
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Do what was asked. The guide may run meanwhile: a new PIN and what is closed are in force at once."""
    if arguments.action in ("close", "open") and not arguments.thing:
        raise KioskError(
            "Nothing was closed or opened",
            expected="the id of a stop or way",
            found="none",
            remedy=f"write it behind: kiosk staff {arguments.action} STOP",
            code="app.nothing-to-close",
        )
    actions = {
        "pin": _set_pin,
        "shelf": _tell_shelf,
        "labels": _tell_labels,
        "close": staff_closing.close,
        "open": staff_closing.open_again,
        "closed": staff_closing.tell,
        "keys": _take_keys,
    }
    return actions[arguments.action](arguments, out)


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


def _tell_labels(arguments: argparse.Namespace, out: Output) -> int:
    from kiosk.app.staff.label_report import LabelReport, read_label_report
    from kiosk.packs.store import PackStore

    def tell(report: LabelReport) -> None:
        lines = report.list_needing() or [f"no label of {len(report.cards)} needs anybody"]
        if report.confirmed is not None:
            lines.append(f"a round is under way: {len(report.confirmed)} of {len(report.cards)} found")
        out.answer(report.as_dict(), "\n".join(f"{report.site.name}: {line}" for line in lines))

    with closing(PackStore(arguments.data)) as store, closing(store.open_library()) as library:
        sites = library.sites("en") if arguments.site is None else (library.get_site(arguments.site, "en"),)
        for site in sites:
            tell(read_label_report(arguments.data, library, site))
        if not sites:
            out.note("No site is installed on this device.")
    return 0


def _take_keys(arguments: argparse.Namespace, out: Output) -> int:
    from kiosk.app.ticket_keys import take_key_file

    make_data_folder(arguments.data)
    file = Path(arguments.thing) if arguments.thing else None
    keys = take_key_file(arguments.data, file)
    sites = sorted({one.site for one in keys.tickets})
    words = f"The keys are kept: tickets of {', '.join(sites) or 'no site'}. Delete {file} now."
    record = {"sites": sites, "vouchers": len(keys.vouchers), "passes": len(keys.passes)}
    out.answer(record, words)
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
