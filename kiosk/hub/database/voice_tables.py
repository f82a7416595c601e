"""What visitors gave back: messages with what staff decided on them, and recordings that were checked.

A message's text stands here and nowhere else at the hub: its line among the facts keeps only its number.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text

from kiosk.hub.database.columns import METADATA, HexId, moment

# ``id`` is the fact's own random one; it says nothing of device or visit. ``text`` is what was said, ``shown`` what of it
# was let through. ``decisions`` counts them: whoever decides on what has changed meanwhile is told so.
messages: Final = Table(
    "messages",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("site", Text, nullable=False),
    Column("stop", Text, nullable=False, server_default=""),
    Column("kind", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("day", Text, nullable=False, server_default=""),
    Column("text", Text, nullable=False, server_default=""),
    Column("sound", Text, nullable=False, server_default=""),
    Column("state", Text, nullable=False),
    Column("shown", Text, nullable=False, server_default=""),
    Column("answer", Text, nullable=False, server_default=""),
    Column("decisions", Integer, nullable=False, server_default="0"),
    moment("decided_at", optional=True),
)
Index(None, messages.c.state, messages.c.site, messages.c.day)
Index(None, messages.c.sound)

# Every decision: who made it, when, and what it let through. Rows are only added.
message_decisions: Final = Table(
    "message_decisions",
    METADATA,
    Column("message", Text, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("state", Text, nullable=False),
    Column("shown", Text, nullable=False, server_default=""),
    Column("made_by", Text, nullable=False),
    moment("made_at"),
)

# Only such as were found to be what they say: ``sha256`` in hex is that of ``content``, an Opus file.
recordings: Final = Table(
    "recordings",
    METADATA,
    Column("sha256", Text, primary_key=True),
    Column("device", HexId, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("duration_ms", Integer, nullable=False),
    moment("arrived_at"),
)
Index(None, recordings.c.device)
