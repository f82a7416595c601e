"""Messages of visitors as staff see them: which there are, how each stands, and what was decided on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from kiosk.hub.database.voice_tables import message_decisions, messages, recordings
from kiosk.hub.messages_taken import WAITING
from kiosk.model.content import VoiceOf


class State(StrEnum):
    """Where a message stands. What is erased has no text and no recording any more."""

    WAITING = WAITING
    LET_THROUGH = "let-through"
    REFUSED = "refused"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class Message:
    """A visitor's message; nothing tells which device or visit it is of.

    Attributes:
        id: 16 hex digits.
        site: Where it was said.
        stop: What it is about; "" for the site as a whole.
        kind: Comment, story or question.
        language: Of the screens it was written on (BCP 47).
        day: When, UTC (2026-11-21); "" unknown.
        text: What was said; "" where it was recorded.
        sound: The recording's SHA-256; "" where it was written.
        sound_ms: How long the recording is; None where it is not at the hub.
        state: Where it stands.
        shown: What of the text was let through.
        answer: The site's, "" for none.
        decisions: How many there were.
        decided_by: Who made the last one; "" for none.
        decided_ms: When (UTC ms); None for none.
    """

    id: str
    site: str
    stop: str
    kind: VoiceOf
    language: str
    day: str
    text: str
    sound: str
    sound_ms: int | None
    state: State
    shown: str
    answer: str
    decisions: int
    decided_by: str
    decided_ms: int | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which messages are looked for; "" or None: whichever."""

    site: str | None = None
    state: State | None = State.WAITING
    stop: str = ""
    language: str = ""
    kind: str = ""


def list_messages(connection: Connection, wanted: Wanted, most: int) -> list[Message]:
    """Return the messages that are looked for, the oldest first, at most ``most``."""
    query = _where(_select_messages(), wanted).order_by(messages.c.day, messages.c.id).limit(most)
    return [_read(row) for row in connection.execute(query)]


def count_messages(connection: Connection, wanted: Wanted) -> int:
    """Return how many messages are looked for."""
    return connection.scalar(_where(select(func.count()).select_from(messages), wanted)) or 0


def find_message(connection: Connection, message: str) -> Message | None:
    """Return a message by its id."""
    row = connection.execute(_select_messages().where(messages.c.id == message)).one_or_none()
    return None if row is None else _read(row)


def list_words(connection: Connection, column: str, site: str | None) -> list[str]:
    """Return what there is to choose from of ``stop``, ``language`` or ``site``, of a site or of all (None), by name."""
    query = select(messages.c[column]).distinct().where(messages.c[column] != "")
    if site is not None:
        query = query.where(messages.c.site == site)
    return sorted(connection.scalars(query))


def _select_messages() -> Select[Any]:
    last = (message_decisions.c.message == messages.c.id) & (
        message_decisions.c.number == messages.c.decisions
    )
    joined = messages.outerjoin(message_decisions, last).outerjoin(
        recordings, recordings.c.sha256 == messages.c.sound
    )
    return select(messages, message_decisions.c.made_by, recordings.c.duration_ms).select_from(joined)


def _where(query: Select[Any], wanted: Wanted) -> Select[Any]:
    named: tuple[tuple[ColumnElement[str], str | None], ...] = (
        (messages.c.site, wanted.site), (messages.c.state, wanted.state), (messages.c.stop, wanted.stop or None),
        (messages.c.language, wanted.language or None), (messages.c.kind, wanted.kind or None),
    )  # fmt: skip
    return query.where(*(column == value for column, value in named if value is not None))


def _read(row: Row[Any]) -> Message:
    return Message(
        id=row.id,
        site=row.site,
        stop=row.stop,
        kind=VoiceOf(row.kind),
        language=row.language,
        day=row.day,
        text=row.text,
        sound=row.sound,
        sound_ms=row.duration_ms,
        state=State(row.state),
        shown=row.shown,
        answer=row.answer,
        decisions=row.decisions,
        decided_by=row.made_by or "",
        decided_ms=row.decided_at,
    )
