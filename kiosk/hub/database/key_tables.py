"""The hub's own keys, and the operator's paper keys that devices are given sealed."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Integer, LargeBinary, Table, Text

from kiosk.hub.database.columns import METADATA, moment

# ``purpose`` is signing (Ed25519) or sealing (X25519); the private halves, 32 bytes. A backup holds them.
hub_keys: Final = Table(
    "hub_keys",
    METADATA,
    Column("purpose", Text, primary_key=True),
    Column("private_key", LargeBinary(32), nullable=False),
    moment("made_at"),
)

# ``kind`` is ticket, voucher or pass; ``site`` the ticket's, '' for the others. ``secret`` (32 bytes) authenticates
# typed codes; tickets are also signed (Ed25519): ``private_key`` stays here, ``public_key`` goes to devices.
paper_keys: Final = Table(
    "paper_keys",
    METADATA,
    Column("kind", Text, primary_key=True),
    Column("site", Text, primary_key=True),
    Column("key_id", Integer, primary_key=True, autoincrement=False),
    Column("secret", LargeBinary(32), nullable=False),
    Column("public_key", LargeBinary(32)),
    Column("private_key", LargeBinary(32)),
    moment("made_at"),
    moment("retired_at", optional=True),
)

# One row: grows with each change of the paper keys, so that devices see that there are newer ones.
paper_keys_version: Final = Table(
    "paper_keys_version",
    METADATA,
    Column("only", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, nullable=False),
)
