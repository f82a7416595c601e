"""What was issued, how much of it was used, and taking tickets out of use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from kiosk.hub.database.ticket_tables import redemptions, spent_tickets, ticket_issues
from kiosk.hub.paper_keys import read_presses
from kiosk.hub.tickets_used import VOID, spend
from kiosk.model.errors import KioskError
from kiosk.tickets.claim import TicketClaim
from kiosk.tickets.mark import mark_ticket
from kiosk.tickets.press import TicketPress
from kiosk.tickets.reading import Paper, ReadCode, Refusal, read_code

_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class IssueRecord:
    """One issue and what became of its tickets.

    ``used`` counts tickets of which some device was told, ``devices`` the devices they opened, ``void`` those taken out of
    use. All None where the keys they were made under are retired: their marks cannot be worked out any more.
    """

    name: str
    site: str
    key_id: int
    product: int
    first_day: date
    last_day: date
    party: int
    price_class: int
    count: int
    made_by: str
    used: int | None
    devices: int | None
    void: int | None


def list_issues(connection: Connection, site: str | None = None, most: int = 100) -> list[IssueRecord]:
    """Return the newest ``most`` issues, of all sites or of one, the newest first."""
    presses = {(press.site, press.key_id): press for press in read_presses(connection)}
    query = select(ticket_issues).order_by(ticket_issues.c.made_at.desc(), ticket_issues.c.issue)
    if site is not None:
        query = query.where(ticket_issues.c.site == site)
    rows = connection.execute(query.limit(most)).all()
    return [_record(connection, row, presses.get((row.site, row.key_id))) for row in rows]


def void_issue(connection: Connection, name: str, by: str, now_ms: int) -> int:
    """Take all tickets of an issue out of use, and return how many still opened something.

    Raises:
        KioskError: ``hub.ticket-issue-unknown``.
    """
    row = connection.execute(select(ticket_issues).where(ticket_issues.c.issue == name.upper())).one_or_none()
    press = next((one for one in read_presses(connection) if row and _is_under(row, one)), None)
    if row is None or press is None:
        raise KioskError(
            "No ticket was taken out of use",
            thing=name,
            expected="the name of an issue whose keys are in use",
            found="no such issue" if row is None else "an issue whose keys are retired already",
            remedy="See kiosk hub tickets list",
            code="hub.ticket-issue-unknown",
        )
    return spend(connection, _list_marks(row, press), row.site, VOID, by, now_ms)


def void_code(connection: Connection, code: str, by: str, now_ms: int) -> bool:
    """Take one ticket out of use by its code, typed or printed; False where it opened nothing any more.

    Raises:
        KioskError: ``hub.ticket-code-unknown``.
    """
    found = find_ticket(connection, code)
    return bool(spend(connection, [found.mark], found.site, VOID, by, now_ms))


def find_ticket(connection: Connection, code: str) -> ReadCode:
    """Return the ticket of a code, typed or printed.

    Raises:
        KioskError: ``hub.ticket-code-unknown``.
    """
    presses = read_presses(connection)
    paper = Paper(presses)
    answers = [read_code(code, site, paper) for site in dict.fromkeys(press.site for press in presses)]
    found = next((answer for answer in answers if isinstance(answer, ReadCode)), None)
    if found is None:
        refusals = [answer for answer in answers if isinstance(answer, Refusal)]
        raise KioskError(
            "The ticket was not found",
            expected="a code that this hub issued",
            found=str(refusals[0]) if refusals else "a hub that has issued none",
            remedy="Look at the code once more",
            code="hub.ticket-code-unknown",
        )
    return found


def _record(connection: Connection, row: Row[Any], press: TicketPress | None) -> IssueRecord:
    used = devices = void = None
    if press is not None:
        marks = [bytes.fromhex(mark) for mark in _list_marks(row, press)]
        opened = [bytes(mark) for (mark,) in _select(connection, redemptions.c.mark, marks)]
        used, devices = len(set(opened)), len(opened)
        void = sum(
            reason == VOID
            for _mark, reason in _select(connection, spent_tickets.c.mark, marks, spent_tickets.c.reason)
        )
    return IssueRecord(
        name=row.issue,
        site=row.site,
        key_id=row.key_id,
        product=row.product,
        first_day=row.first_day,
        last_day=_make_claim(row, row.first_serial).last_day,
        party=row.party,
        price_class=row.price_class,
        count=row.last_serial - row.first_serial + 1,
        made_by=row.made_by,
        used=used,
        devices=devices,
        void=void,
    )  # fmt: skip


def _list_marks(row: Row[Any], press: TicketPress) -> Iterable[str]:
    for serial in range(row.first_serial, row.last_serial + 1):
        yield mark_ticket(_make_claim(row, serial), press)


def _make_claim(row: Row[Any], serial: int) -> TicketClaim:
    return TicketClaim(row.first_day, row.days, row.product, row.party, row.price_class, serial)


def _is_under(row: Row[Any], press: TicketPress) -> bool:
    return bool(row.site == press.site and row.key_id == press.key_id)


def _select(
    connection: Connection, column: Any, marks: Sequence[bytes], *more: Any
) -> Iterator[tuple[Any, ...]]:
    for start in range(0, len(marks), _AT_ONCE):
        query = select(column, *more).where(column.in_(marks[start : start + _AT_ONCE]))
        yield from map(tuple, connection.execute(query))
