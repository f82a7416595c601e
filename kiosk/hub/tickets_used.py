"""Which tickets were used, as devices tell the hub, and what it tells the others of their site."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from sqlalchemy import Connection, func, insert, or_, select, text

from kiosk.hub.database.ticket_tables import redemptions, spent_tickets
from kiosk.tickets.exchange import MOST_SPENT, UsedAnswer, UsedTickets
from kiosk.tickets.mark import read_last_day, read_party

USED: Final = "used"
VOID: Final = "void"


def take_used(
    connection: Connection, device: str, site: str | None, used: UsedTickets, now_ms: int
) -> UsedAnswer:
    """Take what a device tells, and return what it asks for; the same again changes nothing.

    A ticket for three is used up when three devices have used it; who is the fourth hears that it was.

    Args:
        connection: One that may write.
        device: Who tells, 32 hex digits.
        site: The site it is enrolled for; None for one that is of no site: it hears of all.
        used: What it tells.
        now_ms: The time, UTC, ms since 1970.
    """
    already = _add(connection, device, site, used.marks, now_ms) if used.marks else ()
    newest = connection.scalar(select(func.max(spent_tickets.c.number))) or 0
    # A device that has heard more than there is asks a hub that was restored from a copy: all anew.
    since = used.since if used.since <= newest else 0
    spent, through = _list_spent(connection, site, since, newest, now_ms)
    return UsedAnswer(already, spent, through)


def spend(
    connection: Connection, marks: Iterable[str], site: str | None, reason: str, by: str, now_ms: int
) -> int:
    """Make tickets open nothing any more, and return how many of them still did."""
    wanted = {bytes.fromhex(mark): mark for mark in marks}
    _hold(connection)
    known = _select_known(connection, list(wanted))
    fresh = [mark for raw, mark in wanted.items() if raw not in known]
    newest = connection.scalar(select(func.max(spent_tickets.c.number))) or 0
    rows = [
        {
            "number": number,
            "mark": bytes.fromhex(mark),
            "site": site,
            "last_day": read_last_day(mark),
            "reason": reason,
            "made_by": by,
            "made_at": now_ms,
        }
        for number, mark in enumerate(fresh, newest + 1)
    ]
    if rows:
        connection.execute(insert(spent_tickets), rows)
    return len(rows)


def _add(
    connection: Connection, device: str, site: str | None, marks: Sequence[str], now_ms: int
) -> tuple[str, ...]:
    _hold(connection)
    raw = [bytes.fromhex(mark) for mark in marks]
    users = _count_others(connection, device, raw)
    known = _select_known(connection, raw)
    fresh = set(raw) - _select_told(connection, device, raw)
    rows = [{"mark": mark, "device": device, "site": site, "redeemed_at": now_ms} for mark in sorted(fresh)]
    if rows:
        connection.execute(insert(redemptions), rows)
    full = [mark for mark in marks if users.get(bytes.fromhex(mark), 0) + 1 >= read_party(mark)]
    spend(connection, full, site, USED, "", now_ms)
    return tuple(
        mark
        for mark in dict.fromkeys(marks)
        if users.get(bytes.fromhex(mark), 0) >= read_party(mark) or known.get(bytes.fromhex(mark)) == VOID
    )


def _count_others(connection: Connection, device: str, marks: Sequence[bytes]) -> dict[bytes, int]:
    table = redemptions.c
    query = select(table.mark, func.count()).where(table.mark.in_(marks), table.device != device)
    return {bytes(mark): int(count) for mark, count in connection.execute(query.group_by(table.mark))}


def _select_told(connection: Connection, device: str, marks: Sequence[bytes]) -> set[bytes]:
    table = redemptions.c
    query = select(table.mark).where(table.mark.in_(marks), table.device == device)
    return {bytes(mark) for (mark,) in connection.execute(query)}


def _select_known(connection: Connection, marks: Sequence[bytes]) -> dict[bytes, str]:
    table = spent_tickets.c
    known: dict[bytes, str] = {}
    for start in range(0, len(marks), 500):
        query = select(table.mark, table.reason).where(table.mark.in_(marks[start : start + 500]))
        known.update((bytes(mark), reason) for mark, reason in connection.execute(query))
    return known


def _list_spent(
    connection: Connection, site: str | None, since: int, newest: int, now_ms: int
) -> tuple[tuple[str, ...], int]:
    """Return what is spent after ``since`` and still within its days, and up to where that is."""
    table = spent_tickets.c
    yesterday = date(1970, 1, 1) + timedelta(days=now_ms // 86_400_000 - 1)
    query = select(table.number, table.mark).where(
        table.number > since, table.number <= newest, table.last_day >= yesterday
    )
    if site is not None:
        query = query.where(or_(table.site == site, table.site.is_(None)))
    rows = connection.execute(query.order_by(table.number).limit(MOST_SPENT)).all()
    through = rows[-1].number if len(rows) == MOST_SPENT else max(since, newest)
    return tuple(bytes(row.mark).hex() for row in rows), int(through)


def _hold(connection: Connection) -> None:
    """Let one writer at a time number what is spent, so that no device passes over a number that comes late."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("LOCK TABLE spent_tickets IN SHARE ROW EXCLUSIVE MODE"))
