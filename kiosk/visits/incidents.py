"""What went wrong on the device, as its log has it: for staff, never linked to a visit."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

from kiosk.model.errors import KioskError


def read_incidents(path: Path, since_wall_ms: int) -> Counter[str]:
    """Return how often each error code was noted since a moment (wall clock, UTC ms); none where there is no log.

    Raises:
        KioskError: ``visits.log-not-read``.
    """
    if not path.exists():
        return Counter()
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            rows = connection.execute(
                "SELECT body FROM events WHERE name = 'Incident' AND wall_ms >= ?", (since_wall_ms,)
            )
            return Counter(str(json.loads(body)["code"]) for (body,) in rows)
    except (sqlite3.Error, ValueError, KeyError) as error:
        raise KioskError(
            "What went wrong on this device was not read",
            thing=path.name,
            found=str(error),
            remedy="Start the guide once: it mends its log by itself",
            code="visits.log-not-read",
        ) from error
