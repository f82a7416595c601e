"""Issuing tickets: serial numbers that were never given before, recorded before anything is printed."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import Connection, func, insert, select

from kiosk.hub.database.ticket_tables import ticket_issues
from kiosk.hub.paper_keys import provide_press
from kiosk.model.datum import IDENTIFIER_PATTERN
from kiosk.model.errors import KioskError
from kiosk.tickets.claim import (
    LENGTHS_DAYS,
    MAX_DAY,
    MAX_PRICE_CLASS,
    MAX_PRODUCT,
    MOST_PARTY,
    SERIALS,
    TicketClaim,
)
from kiosk.tickets.press import TicketPress
from kiosk.tickets.symbols import ALPHABET

MOST_AT_ONCE: Final = SERIALS
NAME_LENGTH: Final = 6


@dataclass(frozen=True, slots=True)
class TicketOrder:
    """What is to be issued: ``count`` tickets of a site that are equal but for their serial numbers.

    ``product`` (0 to 63) and ``price_class`` (0 to 7) are numbers of the site's own price list; ``party`` is 1 to 16.
    """

    site: str
    first_day: date
    last_day: date
    product: int = 1
    party: int = 1
    price_class: int = 0
    count: int = 1

    @property
    def days(self) -> int:
        """For how many days they are good."""
        return (self.last_day - self.first_day).days + 1


@dataclass(frozen=True, slots=True)
class IssuedTicket:
    """One ticket: its claim, its typed code (17 symbols) and the text of its QR code. Both are the same ticket."""

    claim: TicketClaim
    typed: str
    printed: str


@dataclass(frozen=True, slots=True)
class Issue:
    """What was issued together; ``name`` is how people speak of it."""

    name: str
    site: str
    tickets: Sequence[IssuedTicket]


def issue_tickets(connection: Connection, order: TicketOrder, by: str, now_ms: int) -> Issue:
    """Issue tickets and record that, in the caller's transaction; the site's keys are made at first need.

    Args:
        connection: One that may write.
        order: What is wanted.
        by: Who issues, for the record: a person's account or ``command line``.
        now_ms: The time, UTC, ms since 1970.

    Raises:
        KioskError: ``hub.ticket-order-wrong`` where something of it does not fit into a code.
    """
    _check(order)
    press = provide_press(connection, order.site, now_ms)
    first = _next_serial(connection, press, order)
    if first + order.count > SERIALS:
        raise _refuse(
            "count", f"at most {SERIALS - first} more tickets that are equal but for their number", str(order.count),
            "Change the product, the days or the price class, or make new keys: kiosk hub tickets keys --renew",
        )  # fmt: skip
    name = "".join(secrets.choice(ALPHABET) for _ in range(NAME_LENGTH))
    connection.execute(
        insert(ticket_issues).values(
            site=order.site,
            key_id=press.key_id,
            product=order.product,
            first_day=order.first_day,
            days=order.days,
            party=order.party,
            price_class=order.price_class,
            first_serial=first,
            last_serial=first + order.count - 1,
            issue=name,
            made_by=by,
            made_at=now_ms,
        )
    )
    claims = (_make_claim(order, serial) for serial in range(first, first + order.count))
    tickets = [
        IssuedTicket(claim, press.format_typed(claim), press.format_printed(claim)) for claim in claims
    ]
    return Issue(name, order.site, tickets)


def _make_claim(order: TicketOrder, serial: int) -> TicketClaim:
    return TicketClaim(order.first_day, order.days, order.product, order.party, order.price_class, serial)


def _next_serial(connection: Connection, press: TicketPress, order: TicketOrder) -> int:
    table = ticket_issues.c
    newest = connection.scalar(
        select(func.max(table.last_serial)).where(
            table.site == press.site,
            table.key_id == press.key_id,
            table.product == order.product,
            table.first_day == order.first_day,
            table.days == order.days,
            table.party == order.party,
            table.price_class == order.price_class,
        )
    )
    return 0 if newest is None else newest + 1


def _check(order: TicketOrder) -> None:
    bounds = (
        ("product", order.product, 0, MAX_PRODUCT),
        ("party", order.party, 1, MOST_PARTY),
        ("class", order.price_class, 0, MAX_PRICE_CLASS),
        ("count", order.count, 1, MOST_AT_ONCE),
    )
    for name, value, least, most in bounds:
        if not least <= value <= most:
            raise _refuse(name, f"{least} to {most}", str(value), "Choose another")
    if not IDENTIFIER_PATTERN.fullmatch(order.site):
        raise _refuse("site", "a site's id, as in its pack", order.site[:80], "Look at the pack")
    day = (order.first_day - date(2026, 1, 1)).days
    if not 0 <= day <= MAX_DAY:
        raise _refuse("from", "a day from 2026-01-01 to 2048", str(order.first_day), "Choose another")
    if order.days not in LENGTHS_DAYS:
        lengths = ", ".join(map(str, LENGTHS_DAYS))
        raise _refuse(
            "until", f"{lengths} days, the first and the last one included", f"{order.days} days",
            "Choose the next longer or shorter period",
        )  # fmt: skip


def _refuse(thing: str, expected: str, found: str, remedy: str) -> KioskError:
    return KioskError(
        "No tickets were issued",
        thing=thing,
        expected=expected,
        found=found,
        remedy=remedy,
        code="hub.ticket-order-wrong",
    )
