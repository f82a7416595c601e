"""Telling the hub which tickets were used here, and learning which were used elsewhere."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import Final

from kiosk.model.errors import KioskError
from kiosk.sync.errand import RETRY_S
from kiosk.sync.exchange import Exchange
from kiosk.sync.outcome import Answer, Outcome
from kiosk.tickets.book import TicketBook
from kiosk.tickets.exchange import (
    MOST_BYTES,
    MOST_MARKS,
    UsedAnswer,
    UsedTickets,
    format_used,
    parse_used_answer,
)

_HUB: Final = "hub"
_THROUGH: Final = "spent_through"


class TicketErrand:
    """Posts marks of used tickets, and asks for those of others: at the start and once a minute.

    So a device learns within a minute what the others of its site took; one without a network goes on with what it
    knows.

    Args:
        book: The used tickets of this device.
        is_wanted: Tells whether this device takes tickets at all.
    """

    def __init__(self, book: TicketBook, is_wanted: Callable[[], bool] = lambda: True) -> None:
        self._book = book
        self._is_wanted = is_wanted
        self._due_s = 0.0

    def is_due(self, now_s: float) -> bool:
        """See Errand."""
        return now_s >= self._due_s and self._is_wanted()

    def run(self, exchange: Exchange, now_s: float) -> Answer:
        """See Errand."""
        assert exchange.signer is not None
        self._due_s = now_s + RETRY_S
        told = list_used(self._book)
        path = f"/v1/devices/{exchange.signer.device}/redemptions"
        answer = exchange.post(path, format_used(told), MOST_BYTES)
        if answer.outcome is not Outcome.ACKNOWLEDGED:
            return answer
        try:
            news = parse_used_answer(answer.content)
        except ValueError as error:
            return Answer(Outcome.NOT_THE_HUB, detail=f"used tickets: {error}")
        take_used(self._book, told.marks, news, told.since)
        has_more = len(told.marks) == MOST_MARKS or news.through > told.since
        if has_more:
            self._due_s = now_s
        return answer


def list_used(book: TicketBook) -> UsedTickets:
    """Return what the hub has not been told of, and from where it is to be asked.

    Raises:
        KioskError: ``sync.tickets-not-kept``.
    """
    try:
        return UsedTickets(tuple(book.list_untold(_HUB, MOST_MARKS)), book.read_number(_THROUGH))
    except (sqlite3.Error, OSError) as error:
        raise _not_kept(error) from error


def take_used(book: TicketBook, told: Sequence[str], news: UsedAnswer, since: int) -> None:
    """Keep what the hub says: it knows the marks it was ``told``, and has ``news`` of others.

    News of before ``since`` do not turn the clock back: a stick may be an old one.

    Raises:
        KioskError: ``sync.tickets-not-kept``; whoever is cut off in between learns the same once more.
    """
    try:
        book.add_elsewhere((*news.already, *news.spent))
        book.note_told(_HUB, told)
        book.write_number(_THROUGH, max(news.through, since))
    except (sqlite3.Error, OSError) as error:
        raise _not_kept(error) from error


def _not_kept(error: Exception) -> KioskError:
    return KioskError(
        "Used tickets were not exchanged with the hub",
        thing="tickets.db",
        found=str(error),
        remedy="Free space on the disk, or make the data folder writable; it is tried again by itself",
        code="sync.tickets-not-kept",
    )
