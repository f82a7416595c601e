"""The list of issued tickets for the till: one row a ticket, for whatever sells them."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kiosk.model.errors import KioskError
from kiosk.tickets.symbols import format_grouped

if TYPE_CHECKING:
    from kiosk.hub.tickets_issue import Issue

COLUMNS: Final = (
    "issue", "site", "number", "code", "qr", "first_day", "last_day", "product", "party", "price_class",
)  # fmt: skip


def write_till_list(issue: Issue, path: Path) -> Path:
    """Write the tickets of an issue as CSV (UTF-8, a heading row), whole or not at all, and return the file.

    Whoever has the list has the tickets: only its owner may read it.

    Raises:
        KioskError: ``app.tickets-not-written``.
    """
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    for ticket in issue.tickets:
        claim = ticket.claim
        days = (claim.first_day.isoformat(), claim.last_day.isoformat())
        numbers = (claim.product, claim.party, claim.price_class)
        code = format_grouped(ticket.typed)
        rows.writerow((issue.name, issue.site, claim.serial, code, ticket.printed, *days, *numbers))
    partial = path.with_name(f".{path.name}.partial")
    try:
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            file.write(text.getvalue())
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        raise KioskError(
            "The list of tickets was not written",
            thing=str(path),
            found=error.strerror or str(error),
            remedy=f"Free space or choose another folder, and issue anew; void what was issued: kiosk hub tickets void {issue.name}",
            code="app.tickets-not-written",
        ) from error
    return path
