"""Check of the visit log: whether it can be read, what waits in it, and what went wrong lately."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from kiosk.app.doctor.finding import Finding, fail, ok, warn
from kiosk.model.errors import KioskError
from kiosk.visits.identity import load_device
from kiosk.visits.incidents import read_incidents

DAY_MS = 86_400_000
LATELY_DAYS = 7


def check_log(data_folder: Path) -> Iterator[Finding]:
    """Tell whether the log can be read, how many facts wait for the hub, and which incidents there were."""
    log = data_folder / "events.db"
    if not log.exists():
        yield ok("log", "no visit yet")
        return
    yield (
        _check_outbox(data_folder)
        if (data_folder / "outbox.db").exists()
        else ok("log", "no facts wait for the hub")
    )
    yield _check_incidents(log, data_folder / "diary.log")


def _check_outbox(data_folder: Path) -> Finding:
    from kiosk.sync.outbox import Outbox

    try:
        outbox = Outbox(data_folder / "outbox.db", load_device(data_folder))
    except KioskError as error:
        return fail("log", str(error), error.remedy or "Free space on the disk")
    try:
        waiting = outbox.waiting()
    except KioskError as error:
        return warn("log", str(error), error.remedy or "Run kiosk doctor again")
    finally:
        outbox.close()
    return ok("log", f"{waiting.facts} facts wait for the hub")


def _check_incidents(log: Path, diary: Path) -> Finding:
    since_ms = time.time_ns() // 1_000_000 - LATELY_DAYS * DAY_MS
    try:
        incidents = read_incidents(log, since_ms)
    except KioskError as error:
        return fail("incidents", str(error), error.remedy)
    if not incidents:
        return ok("incidents", f"none in {LATELY_DAYS} days")
    words = ", ".join(f"{code} ({count})" for code, count in incidents.most_common())
    return warn("incidents", f"in {LATELY_DAYS} days: {words}", f"Read what was said about each in {diary}")
