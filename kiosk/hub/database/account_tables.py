"""People at the hub: accounts with a role, their sessions, and how often somebody tried in vain."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text

from kiosk.hub.database.columns import METADATA, moment

# ``role`` is operator, site or read-only; ``site`` is what a site's account may see (None: all sites).
# ``password_hash`` names its own method and cost.
accounts: Final = Table(
    "accounts",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("role", Text, nullable=False),
    Column("site", Text),
    Column("password_hash", Text, nullable=False),
    moment("made_at"),
    moment("disabled_at", optional=True),
)

# Only the token's hash (SHA-256, 32 bytes): who reads a backup is not logged in.
sessions: Final = Table(
    "sessions",
    METADATA,
    Column("token_hash", LargeBinary(32), primary_key=True),
    Column("account", Text, nullable=False),
    Column("csrf_token", Text, nullable=False),
    moment("made_at"),
    moment("expires_at"),
)
Index(None, sessions.c.account)

# For limits that hold over all hubs of one database: ``door`` is what was tried, ``who`` the account or address.
tries: Final = Table(
    "tries",
    METADATA,
    Column("door", Text, primary_key=True),
    Column("who", Text, primary_key=True),
    Column("count", Integer, nullable=False),
    moment("since_at"),
)
