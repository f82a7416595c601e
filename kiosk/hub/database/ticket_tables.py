"""Tickets: which were issued (never to whom), and which were redeemed (only their marks)."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Column, Date, Index, Integer, LargeBinary, Table, Text

from kiosk.hub.database.columns import METADATA, HexId, moment

# One row a sheet or list of tickets: serials ``first_serial`` to ``last_serial`` of the site's ``key_id``.
ticket_issues: Final = Table(
    "ticket_issues",
    METADATA,
    Column("site", Text, primary_key=True),
    Column("key_id", Integer, primary_key=True, autoincrement=False),
    Column("first_serial", BigInteger, primary_key=True, autoincrement=False),
    Column("last_serial", BigInteger, nullable=False),
    Column("product", Integer, nullable=False),
    Column("first_day", Date, nullable=False),
    Column("days", Integer, nullable=False),
    Column("party", Integer, nullable=False),
    Column("price_class", Integer, nullable=False),
    Column("made_by", Text, nullable=False, server_default=""),
    moment("made_at"),
)

# ``mark`` is a keyed hash of the ticket: it tells that a ticket was used, not which one to who reads the table.
redemptions: Final = Table(
    "redemptions",
    METADATA,
    Column("mark", LargeBinary(32), primary_key=True),
    Column("device", HexId, nullable=False),
    Column("site", Text),
    moment("redeemed_at"),
)
Index(None, redemptions.c.site, redemptions.c.redeemed_at)
