"""Streams of facts: what devices sent, in its place and in its own words.

Keys begin with the device, so that a distributed PostgreSQL keeps a device's rows together. PostgreSQL keeps
facts by the month of their arrival (:mod:`kiosk.hub.database.partitions`); its keys have to name that day. That
no number is there twice is the stream's head's doing: it is locked while a batch is taken.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Column, Date, LargeBinary, Table, Text

from kiosk.hub.database.columns import METADATA, HexId, moment

# The head: the hub has facts 1 to ``acked_through``, and the chain's hash is ``head_hash`` after the last.
streams: Final = Table(
    "streams",
    METADATA,
    Column("device", HexId, primary_key=True),
    Column("incarnation", HexId, primary_key=True),
    Column("acked_through", BigInteger, nullable=False),
    Column("head_hash", LargeBinary(32), nullable=False),
    moment("first_seen_at"),
    moment("last_seen_at"),
)

# ``fact`` is the kind, or 'quarantined'; ``body`` the line as it came (JSON), by which a new kind needs no new
# column; ``hash`` the chain's after it, by which a replay is told from a fork.
facts: Final = Table(
    "facts",
    METADATA,
    Column("device", HexId, primary_key=True),
    Column("incarnation", HexId, primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("arrived_on", Date, primary_key=True),
    Column("fact", Text, nullable=False),
    Column("site", Text),
    Column("hash", LargeBinary(32), nullable=False),
    Column("body", Text, nullable=False),
    postgresql_partition_by="RANGE (arrived_on)",
)

# What could not be read, as it came; acknowledged, so that one bad fact never blocks the line.
quarantine: Final = Table(
    "quarantine",
    METADATA,
    Column("device", HexId, primary_key=True),
    Column("incarnation", HexId, primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("raw", LargeBinary, nullable=False),
    Column("reason", Text, nullable=False),
)

# How far each stream is counted in the rollups. Not in ``streams``: counting must not wait for devices, nor they
# for it.
counted_streams: Final = Table(
    "counted_streams",
    METADATA,
    Column("device", HexId, primary_key=True),
    Column("incarnation", HexId, primary_key=True),
    Column("counted_through", BigInteger, nullable=False),
)
