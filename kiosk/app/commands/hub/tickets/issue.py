"""``kiosk hub tickets issue``: tickets on a sheet to print and in a list for the till."""

from __future__ import annotations

import argparse
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.commands.hub.tickets.opened import name_seller, now_ms, opened
from kiosk.app.hub_options import add_database_argument
from kiosk.app.output import Output
from kiosk.app.till_list import write_till_list
from kiosk.model.errors import KioskError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.authoring.label_papers import LabelPaper
    from kiosk.authoring.ticket_sheet import PrintedTicket
    from kiosk.hub.tickets_issue import Issue, TicketOrder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the action takes."""
    parser.epilog = (
        "A ticket is good for 1 to 8, 10, 14, 21, 31, 62, 92, 184 or 366 days. Products and price classes are numbers of"
        " your own price list. Each ticket has a code to type and a QR code; both are the same ticket."
    )
    add_database_argument(parser)
    parser.add_argument("--site", required=True, metavar="ID", help="the site's id, as in its pack")
    parser.add_argument(
        "--product", type=int, default=1, metavar="N", help="what is sold, 0 to 63 (default: 1)"
    )
    parser.add_argument(
        "--from",
        dest="first_day",
        type=_day,
        metavar="DAY",
        help="the first day, 2026-11-22 (default: today)",
    )
    parser.add_argument(
        "--until", dest="last_day", type=_day, metavar="DAY", help="the last day (default: the first day)"
    )
    parser.add_argument(
        "--party",
        type=int,
        default=1,
        metavar="N",
        help="for how many people, 1 to 16: it opens so many devices",
    )
    parser.add_argument(
        "--class",
        dest="price_class",
        type=int,
        default=0,
        metavar="N",
        help="the price class, 0 to 7 (default: 0)",
    )
    parser.add_argument("--count", type=int, default=1, metavar="N", help="how many (default: 1)")
    parser.add_argument("--words", default="", metavar="TEXT", help='what stands on them: "Family ticket"')
    parser.add_argument(
        "--title", default="", metavar="TEXT", help="the site's name on them (default: its id)"
    )
    parser.add_argument(
        "--language", default="", metavar="TAG", help="the language of both, for the script's font"
    )
    parser.add_argument(
        "--paper", metavar="NAME", help="the paper: as kiosk pack labels has them (default: ten to cut out)"
    )
    parser.add_argument("--no-sheet", action="store_true", help="only the list for the till")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder to write into")


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Record the tickets first, then write them: a sheet that cannot be written leaves the list."""
    from kiosk.hub.tickets_issue import issue_tickets

    _make_folder(arguments.out)
    paper = _choose_paper(arguments.paper)
    order = _read_order(arguments)
    with opened(arguments, writing=True) as connection:
        issue = issue_tickets(connection, order, name_seller(), now_ms())
    written = [write_till_list(issue, arguments.out / f"tickets-{issue.name}.csv")]
    if not arguments.no_sheet:
        written.append(_write_sheet(issue, order, arguments, paper))
    names = [str(path) for path in written]
    record = {"issue": issue.name, "site": issue.site, "tickets": len(issue.tickets), "files": names}
    out.answer(record, f"Issued {len(issue.tickets)} tickets ({issue.name}): {', '.join(names)}")
    return 0


def _read_order(arguments: argparse.Namespace) -> TicketOrder:
    from kiosk.hub.tickets_issue import TicketOrder

    first_day = arguments.first_day or date.today()  # by the calendar of whoever sells
    return TicketOrder(
        site=arguments.site,
        first_day=first_day,
        last_day=arguments.last_day or first_day,
        product=arguments.product,
        party=arguments.party,
        price_class=arguments.price_class,
        count=arguments.count,
    )


def _choose_paper(name: str | None) -> LabelPaper | None:
    """Return the paper that is named, before anything is issued; None for the usual one."""
    from kiosk.authoring.label_papers import get_paper

    return get_paper(name) if name else None


def _write_sheet(
    issue: Issue, order: TicketOrder, arguments: argparse.Namespace, paper: LabelPaper | None
) -> Path:
    # Qt is loaded for a sheet only: a hub without its libraries still issues tickets and the list.
    from kiosk.authoring.ticket_sheet import TICKETS, write_ticket_sheet

    path: Path = arguments.out / f"tickets-{issue.name}.pdf"
    write_ticket_sheet(_print(issue, order, arguments), path, paper or TICKETS)
    return path


def _print(issue: Issue, order: TicketOrder, arguments: argparse.Namespace) -> Sequence[PrintedTicket]:
    from kiosk.authoring.ticket_sheet import PrintedTicket
    from kiosk.tickets.symbols import format_grouped

    is_one_day = order.first_day == order.last_day
    days = f"{order.first_day}" if is_one_day else f"{order.first_day} – {order.last_day}"
    people = f"× {order.party}" if order.party > 1 else ""
    title, words, language = arguments.title or issue.site, arguments.words, arguments.language
    return [
        PrintedTicket(title, words, days, people, format_grouped(ticket.typed), ticket.printed, language)
        for ticket in issue.tickets
    ]


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KioskError(
            "No tickets were issued",
            thing=str(folder),
            expected="a folder that can be made",
            found=error.strerror or str(error),
            remedy="Choose another folder with --out",
            code="app.tickets-not-written",
        ) from error


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        tomorrow = (date.today() + timedelta(days=1)).isoformat()
        raise argparse.ArgumentTypeError(f"expected a day as {tomorrow}, found {text}") from None
