"""Tickets: which were issued (never to whom), and which were used (only their marks)."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Column, Date, Index, Integer, LargeBinary, Table, Text

from kiosk.hub.database.columns import METADATA, HexId, moment

# One row an issue: the tickets that are equal but for their serial numbers. ``issue`` is its short name for eyes.
ticket_issues: Final = Table(
    "ticket_issues",
    METADATA,
    Column("site", Text, primary_key=True),
    Column("key_id", Integer, primary_key=True, autoincrement=False),
    Column("product", Integer, primary_key=True, autoincrement=False),
    Column("first_day", Date, primary_key=True),
    Column("days", Integer, primary_key=True, autoincrement=False),
    Column("party", Integer, primary_key=True, autoincrement=False),
    Column("price_class", Integer, primary_key=True, autoincrement=False),
    Column("first_serial", Integer, primary_key=True, autoincrement=False),
    Column("last_serial", Integer, nullable=False),
    Column("issue", Text, nullable=False, unique=True),
    Column("made_by", Text, nullable=False, server_default=""),
    moment("made_at"),
)

# ``mark`` is a keyed hash: it tells that a ticket was used, not which one to who reads the table. One row a device, as a
# ticket for a party opens several.
redemptions: Final = Table(
    "redemptions",
    METADATA,
    Column("mark", LargeBinary(16), primary_key=True),
    Column("device", HexId, primary_key=True),
    Column("site", Text),
    moment("redeemed_at"),
)
Index(None, redemptions.c.site, redemptions.c.redeemed_at)

# Tickets that open nothing any more, in the order the hub learned of it: what devices ask for. ``reason`` is used or void.
spent_tickets: Final = Table(
    "spent_tickets",
    METADATA,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("mark", LargeBinary(16), nullable=False, unique=True),
    Column("site", Text),
    Column("last_day", Date, nullable=False),
    Column("reason", Text, nullable=False),
    Column("made_by", Text, nullable=False, server_default=""),
    moment("made_at"),
)
Index(None, spent_tickets.c.last_day)
