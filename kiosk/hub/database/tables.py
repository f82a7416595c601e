"""All tables of the hub, so that whoever compares or copies the whole database misses none."""

from __future__ import annotations

from typing import Final

from sqlalchemy import MetaData

from kiosk.hub.database import (
    account_tables,
    device_tables,
    key_tables,
    pack_tables,
    repeat_tables,
    rollup_tables,
    stream_tables,
    ticket_tables,
    voice_tables,
)
from kiosk.hub.database.columns import METADATA

SUBJECTS: Final = (
    account_tables,
    device_tables,
    key_tables,
    pack_tables,
    repeat_tables,
    rollup_tables,
    stream_tables,
    ticket_tables,
    voice_tables,
)


def all_tables() -> MetaData:
    """Return the register of every table."""
    return METADATA
