"""Devices that the operator knows: enrolled with a code of one use, each with keys of its own, revocable."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Boolean, Column, Integer, LargeBinary, Table, Text

from kiosk.hub.database.columns import METADATA, HexId, moment

# ``signing_key`` (Ed25519) and ``sealing_key`` (X25519) are the public halves, 32 bytes each.
devices: Final = Table(
    "devices",
    METADATA,
    Column("device", HexId, primary_key=True),
    Column("name", Text, nullable=False),
    Column("site", Text),
    Column("signing_key", LargeBinary(32), nullable=False),
    Column("sealing_key", LargeBinary(32), nullable=False),
    Column("version", Text, nullable=False, server_default=""),
    Column("enrolled_by", Text, nullable=False, server_default=""),
    moment("enrolled_at"),
    moment("revoked_at", optional=True),
)

# Only the code's hash (SHA-256, 32 bytes): who reads a backup enrols nothing.
enrolment_codes: Final = Table(
    "enrolment_codes",
    METADATA,
    Column("code_hash", LargeBinary(32), primary_key=True),
    Column("site", Text),
    Column("name", Text),
    Column("made_by", Text, nullable=False, server_default=""),
    moment("made_at"),
    moment("expires_at"),
    moment("used_at", optional=True),
    Column("device", HexId),
)

# What each device last said of itself. ``packs`` and ``incidents`` are JSON texts, checked before they are kept.
device_status: Final = Table(
    "device_status",
    METADATA,
    Column("device", HexId, primary_key=True),
    moment("told_at"),
    Column("version", Text, nullable=False, server_default=""),
    Column("battery_percent", Integer),
    Column("charging", Boolean),
    Column("storage_free_bytes", BigInteger),
    Column("storage_total_bytes", BigInteger),
    Column("waiting_facts", BigInteger),
    moment("waiting_since_at", optional=True),
    Column("packs", Text, nullable=False, server_default="[]"),
    Column("incidents", Text, nullable=False, server_default="[]"),
)

# Which version of which pack each device shows, for the fleet at a glance.
device_packs: Final = Table(
    "device_packs",
    METADATA,
    Column("device", HexId, primary_key=True),
    Column("pack", Text, primary_key=True),
    Column("version", BigInteger, nullable=False),
    moment("seen_at"),
)
