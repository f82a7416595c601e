"""What failed, as counts a day: scans and searches that led nowhere. No visit is behind a count any more."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from kiosk.model.errors import KioskError
from kiosk.visits.timeline import LoggedEvent

TALLIED: Final = frozenset({"ScanFailed", "SearchFailed"})
# Six kinds a day: more than ten years.
MAX_TALLIES: Final = 25_000


def add_tallies(connection: sqlite3.Connection, rows: Sequence[LoggedEvent]) -> None:
    """Count the failures among a visit's rows; inside the caller's transaction."""
    failures = [(row.hour or "", row.name, row.values["kind"]) for row in rows if row.name in TALLIED]
    connection.executemany(
        "INSERT INTO tallies VALUES(substr(?, 1, 10), ?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1",
        failures,
    )
    if failures:
        connection.execute(
            "DELETE FROM tallies WHERE day < (SELECT day FROM tallies ORDER BY day DESC LIMIT 1 OFFSET ?)",
            (MAX_TALLIES,),
        )


def read_tallies(path: Path) -> Mapping[tuple[str, str], int]:
    """Return the counts over all days by event name and kind; empty where there is no log yet.

    Raises:
        KioskError: ``visits.log-not-read``.
    """
    if not path.exists():
        return {}
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            rows = connection.execute("SELECT name, kind, sum(count) FROM tallies GROUP BY name, kind")
            return {(name, kind): count for name, kind, count in rows}
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise KioskError(
            "What failed was not counted",
            thing=path.name,
            found=str(error),
            remedy="Start the guide once: it mends its log by itself",
            code="visits.log-not-read",
        ) from error
