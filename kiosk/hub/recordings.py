"""Recordings of visitors' voices: checked before they are kept, kept before they are acknowledged, told apart by their hash."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import threading
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects import postgresql, sqlite

from kiosk.hub.database import HubDatabase
from kiosk.hub.database.voice_tables import messages, recordings

MAX_RECORDING_BYTES: Final = 500 * 1024
# What a device may leave here that no message names; a day of a busy site is a fraction of it.
MOST_UNNAMED: Final = 200
_CHECK: Final = Path(__file__).with_name("recording_check.py")
_CHECK_S: Final = 15.0
# Decoding takes a processor: devices' facts come first.
_AT_ONCE: Final = threading.Semaphore(1)


class BadRecordingError(Exception):
    """A recording that is not taken, now or ever; the message says why."""


class TooManyRecordingsError(Exception):
    """A device left more here than any message names."""


def take_recording(database: HubDatabase, device: str, sha256: str, content: bytes, now_ms: int) -> None:
    """Check a recording and keep it; one that is here already is not looked at again.

    Raises:
        BadRecordingError: It is not what its hash says, too large, too long, or no Opus that can be decoded.
        TooManyRecordingsError: This device has left :data:`MOST_UNNAMED` that no message names.
        SQLAlchemyError: It could not be kept; the device may send it again.
    """
    if len(content) > MAX_RECORDING_BYTES or hashlib.sha256(content).hexdigest() != sha256:
        raise BadRecordingError("not the recording that its name says")
    with database.reading() as connection:
        if has_recording(connection, sha256):
            return
        if _count_unnamed(connection, device) >= MOST_UNNAMED:
            raise TooManyRecordingsError
    row = {"sha256": sha256, "device": device, "content": content, "duration_ms": check_recording(content)}
    with database.writing() as connection:
        dialect = postgresql if database.kind == "postgresql" else sqlite
        connection.execute(
            dialect.insert(recordings).values(**row, arrived_at=now_ms).on_conflict_do_nothing()
        )


def has_recording(connection: Connection, sha256: str) -> bool:
    """Tell whether a recording is at the hub."""
    query = select(recordings.c.sha256).where(recordings.c.sha256 == sha256)
    return connection.scalar(query) is not None


def read_recording(connection: Connection, sha256: str) -> bytes | None:
    """Return a recording that was checked, None where there is none."""
    content = connection.scalar(select(recordings.c.content).where(recordings.c.sha256 == sha256))
    return None if content is None else bytes(content)


def check_recording(content: bytes) -> int:
    """Return how long a recording is (ms), decoded to its end in a process of its own.

    Raises:
        BadRecordingError: It is no Ogg Opus, is longer than 61 s, or costs more time than any recording may.
    """
    command = [sys.executable, "-I", str(_CHECK)]
    with _AT_ONCE:
        try:
            done = subprocess.run(command, input=content, capture_output=True, timeout=_CHECK_S, check=False)
        except subprocess.TimeoutExpired:
            raise BadRecordingError("it takes too long to decode") from None
    if done.returncode == 0:
        return int(done.stdout)
    words = done.stderr.decode(errors="replace").strip().splitlines()
    # One that killed its process left no words.
    raise BadRecordingError(
        words[-1][:120] if done.returncode == 1 and words else "no sound that can be decoded"
    )


def _count_unnamed(connection: Connection, device: str) -> int:
    named = select(messages.c.id).where(messages.c.sound == recordings.c.sha256).exists()
    query = select(func.count()).select_from(recordings).where(recordings.c.device == device, ~named)
    return connection.scalar(query) or 0
