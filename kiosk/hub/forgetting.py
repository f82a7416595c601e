"""Forgetting what visitors gave back and staff refused, and recordings that no message names."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, delete, select, update

from kiosk.hub.database.voice_tables import message_decisions, messages, recordings
from kiosk.hub.messages_read import State
from kiosk.hub.moderation import KEPT_AFTER_REFUSAL_MS

# A recording may come before its message: by a stick that is quicker, or while facts wait for company.
KEPT_WITHOUT_MESSAGE_MS: Final = 90 * 86_400_000


def forget_refused(connection: Connection, now_ms: int) -> int:
    """Erase what was refused 30 days ago, and recordings nobody needs; return how many messages were erased."""
    over = (messages.c.state == State.REFUSED) & (messages.c.decided_at < now_ms - KEPT_AFTER_REFUSAL_MS)
    found = connection.execute(select(messages.c.id, messages.c.sound).where(over)).all()
    erased, sounds = [row.id for row in found], [row.sound for row in found if row.sound]
    if erased:
        empty = {"state": State.ERASED, "text": "", "sound": "", "shown": "", "answer": ""}
        connection.execute(update(messages).where(messages.c.id.in_(erased)).values(**empty))
        told = message_decisions.c.message.in_(erased)
        connection.execute(update(message_decisions).where(told).values(shown=""))
    old = recordings.c.arrived_at < now_ms - KEPT_WITHOUT_MESSAGE_MS
    named = select(messages.c.id).where(messages.c.sound == recordings.c.sha256).exists()
    unneeded = (old | recordings.c.sha256.in_(sounds)) & ~named
    connection.execute(delete(recordings).where(unneeded))
    return len(erased)
