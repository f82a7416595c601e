"""Devices that sent under several incarnations, and the ids of all their facts, by which a repeated one is known."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Column, LargeBinary, Table

from kiosk.hub.database.columns import METADATA, HexId

# A device stands here from its second stream on; ``repeats`` are facts that came twice and were counted once.
restarted_devices: Final = Table(
    "restarted_devices",
    METADATA,
    Column("device", HexId, primary_key=True),
    Column("repeats", BigInteger, nullable=False, server_default="0"),
)

# Of those devices only: the ids that facts carry in themselves (8 bytes).
fact_ids: Final = Table(
    "fact_ids",
    METADATA,
    Column("device", HexId, primary_key=True),
    Column("fact_id", LargeBinary(8), primary_key=True),
)
