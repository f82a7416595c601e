"""Check of the visit log: whether it can be read, and what waits in it."""

from __future__ import annotations

from pathlib import Path

from kiosk.app.doctor.finding import Finding, fail, ok, warn
from kiosk.model.errors import KioskError
from kiosk.visits.identity import load_device


def check_log(data_folder: Path) -> Finding:
    """Tell whether the log can be written, and how many facts wait for the hub."""
    if not (data_folder / "events.db").exists():
        return ok("log", "no visit yet")
    if not (data_folder / "outbox.db").exists():
        return ok("log", "no facts wait for the hub")
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
