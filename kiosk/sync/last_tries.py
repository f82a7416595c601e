"""When the hub was last reached, and why not since: kept over a restart, for staff (``sync-state.json``)."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Final

from kiosk.seals.secret_file import read_secret, write_secret
from kiosk.sync.state import SyncState

FILE_NAME: Final = "sync-state.json"
MAX_BYTES: Final = 4_096
MAX_WHY: Final = 500
KEEP_EVERY_MS: Final = 600_000


@dataclass(frozen=True, slots=True)
class LastTries:
    """What is known of the way to the hub. Times are the device's wall clock (UTC ms), 0 for never.

    Attributes:
        reached_ms: When the hub last acknowledged something over the network.
        tried_ms: When it was last tried in vain.
        reason: Why in vain, as :class:`kiosk.sync.outcome.Outcome` has it; "" where all is well.
        why: The same in words, for staff.
        stick_written_ms: When facts were last written to a stick.
        stick_read_ms: When the hub's answers were last read from one.
    """

    reached_ms: int = 0
    tried_ms: int = 0
    reason: str = ""
    why: str = ""
    stick_written_ms: int = 0
    stick_read_ms: int = 0


def read_last_tries(data_folder: Path) -> LastTries:
    """Return what is known; nothing where the file is absent or damaged, since nothing hangs on it."""
    try:
        record = json.loads(read_secret(data_folder / FILE_NAME, MAX_BYTES))
    except (OSError, ValueError, RecursionError):
        return LastTries()
    if not isinstance(record, dict):
        return LastTries()
    kinds = {field.name: str if field.type == "str" else int for field in fields(LastTries)}
    known: dict[str, Any] = {
        name: value
        for name, value in record.items()
        if name in kinds and type(value) is kinds[name] and (isinstance(value, str) or 0 <= value < 2**53)
    }
    return LastTries(**known)


def keep_last_tries(data_folder: Path, tries: LastTries) -> None:
    """Keep it.

    Raises:
        OSError: It could not be kept; what was there is untouched.
    """
    write_secret(data_folder / FILE_NAME, json.dumps(asdict(tries)).encode())


class TriesKeeper:
    """Takes the sending thread's states and keeps what has changed; not each try, which would wear the disk out."""

    def __init__(self, data_folder: Path) -> None:
        self._data_folder = data_folder
        self._reason: str | None = None
        self._kept_ms = 0

    def take(self, state: SyncState) -> None:
        """Take the newest state. Called on the sending thread."""
        reached_ms = state.last_success_ms or 0
        if not state.reason and not reached_ms:
            return
        if state.reason == self._reason and reached_ms - self._kept_ms < KEEP_EVERY_MS:
            return
        self._reason, self._kept_ms = state.reason, reached_ms
        known = read_last_tries(self._data_folder)
        tried_ms = time.time_ns() // 1_000_000 if state.reason else known.tried_ms
        told = replace(
            known,
            reached_ms=max(reached_ms, known.reached_ms),
            tried_ms=tried_ms,
            reason=state.reason,
            why=state.why[:MAX_WHY],
        )
        with suppress(OSError):  # a note for staff; the disk's trouble is told elsewhere
            keep_last_tries(self._data_folder, told)
