"""What failed, as counts a day: scans and searches that led nowhere. No visit is behind a count any more.

A day's counts leave the device as unlinked facts once the day is over; what is counted of it later (a
visit folded after a power cut) follows as the difference.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Final

from kiosk.model.errors import KioskError
from kiosk.model.facts import Fact
from kiosk.visits.history import VisitHistory
from kiosk.visits.random_ids import new_id

# Six kinds a day and site: more than ten years of one site.
MAX_ROWS: Final = 25_000
MOST_A_FACT: Final = 1_000_000

_DUE: Final = "told < count AND day <> ? AND site <> ''"


def add_failures(connection: sqlite3.Connection, visit: VisitHistory) -> None:
    """Count the failures of a visit, none of staff; inside the caller's transaction."""
    if visit.staff or not visit.failures:
        return
    connection.executemany(
        "INSERT INTO failures(day, site, kind, count) VALUES(?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET count = count + excluded.count",
        ((visit.day or "", visit.site, kind, count) for kind, count in Counter(visit.failures).items()),
    )
    connection.execute(
        "DELETE FROM failures WHERE day < (SELECT day FROM failures ORDER BY day DESC LIMIT 1 OFFSET ?)",
        (MAX_ROWS,),
    )


def are_due(connection: sqlite3.Connection, today: str) -> bool:
    """Tell whether counts of days other than ``today`` wait ("" where the day is not known)."""
    return connection.execute(f"SELECT 1 FROM failures WHERE {_DUE} LIMIT 1", (today,)).fetchone() is not None


def take_due(connection: sqlite3.Connection, today: str) -> list[Fact]:
    """Return the facts that are due and mark them as told; inside the caller's transaction."""
    rows = connection.execute(
        f"SELECT day, site, kind, count - told FROM failures WHERE {_DUE}", (today,)
    ).fetchall()
    connection.execute(f"UPDATE failures SET told = count WHERE {_DUE}", (today,))
    return [
        Fact(
            "failure",
            {
                "id": new_id(),
                "site": site,
                "kind": kind,
                "day": day or None,
                "count": min(count, MOST_A_FACT),
            },
        )
        for day, site, kind, count in rows
    ]


def read_failures(path: Path) -> Mapping[tuple[str, str], int]:
    """Return the counts over all days by site and kind; empty where there is no log yet.

    The site is "" for what an earlier version of the program counted.

    Raises:
        KioskError: ``visits.log-not-read``.
    """
    if not path.exists():
        return {}
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            rows = connection.execute("SELECT site, kind, sum(count) FROM failures GROUP BY site, kind")
            return {(site, kind): count for site, kind, count in rows}
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise KioskError(
            "What failed was not counted",
            thing=path.name,
            found=str(error),
            remedy="Start the guide once: it mends its log by itself",
            code="visits.log-not-read",
        ) from error
