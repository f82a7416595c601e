"""What the hub was told of packs: how sites and stops are called, and where stops stand on their plans."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Column, Float, Index, Table, Text

from kiosk.hub.database.columns import METADATA, moment

pack_sites: Final = Table(
    "pack_sites",
    METADATA,
    Column("site", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("pack", Text, nullable=False),
    Column("version", BigInteger, nullable=False),
    moment("added_at"),
    # Its name in the tz database, "" where no pack told it.
    Column("timezone", Text, nullable=False, server_default=""),
)

# ``floor`` is its title ("" where the stop stands on no plan); ``x`` and ``y`` are shares of the plan's width and height,
# ``aspect`` its width over its height.
pack_stops: Final = Table(
    "pack_stops",
    METADATA,
    Column("stop", Text, primary_key=True),
    Column("site", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("floor", Text, nullable=False, server_default=""),
    Column("x", Float),
    Column("y", Float),
    Column("aspect", Float, nullable=False, server_default="1"),
)
Index(None, pack_stops.c.site)
