"""What this device tells its hub of itself, and what it asks there besides delivering facts."""

from __future__ import annotations

import shutil
import time
from collections.abc import Sequence
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from typing import Final

from kiosk import __version__
from kiosk.app.battery import find_battery
from kiosk.model.device_status import DeviceStatus, IncidentCount, ShownPack
from kiosk.model.errors import KioskError
from kiosk.packs.store import PackStore
from kiosk.seals.paper_keys import load_paper_keys
from kiosk.spoken.shelf import SpokenShelf
from kiosk.sync.errand import Errand
from kiosk.sync.last_tries import read_last_tries
from kiosk.sync.outbox import Outbox
from kiosk.sync.recording_errand import RecordingErrand
from kiosk.sync.status_errand import StatusErrand
from kiosk.sync.ticket_errand import TicketErrand
from kiosk.tickets.book import TicketBook
from kiosk.tickets.places import FILE_NAME as TICKETS
from kiosk.visits.incidents import read_incidents

DAY_MS: Final = 86_400_000


def make_errands(data_folder: Path, outbox: Outbox, parts: ExitStack) -> Sequence[Errand]:
    """Return what an enrolled device does at its hub; what has to be closed is entered into ``parts``."""
    book = parts.enter_context(closing(TicketBook(data_folder)))
    return (
        StatusErrand(data_folder, lambda: read_status(data_folder, outbox)),
        TicketErrand(book, lambda: _takes_tickets(data_folder)),
        RecordingErrand(SpokenShelf(data_folder), lambda: outbox.waiting().facts == 0),
    )


def find_book(data_folder: Path, parts: ExitStack) -> TicketBook | None:
    """Return the used tickets, entered into ``parts``; None where this device takes no tickets."""
    if not _takes_tickets(data_folder):
        return None
    return parts.enter_context(closing(TicketBook(data_folder)))


def read_status(data_folder: Path, outbox: Outbox) -> DeviceStatus:
    """Return how the device is now. What cannot be read is left out: a status is never the reason that nothing is sent."""
    now_ms = time.time_ns() // 1_000_000
    battery, (free_bytes, total_bytes) = find_battery(), _read_storage(data_folder)
    waiting = outbox.waiting()
    return DeviceStatus(
        at_ms=max(0, now_ms),
        version=__version__,
        packs=_list_packs(data_folder),
        battery_percent=battery.percent if battery else None,
        is_charging=battery.is_charging if battery else None,
        storage_free_bytes=free_bytes,
        storage_total_bytes=total_bytes,
        waiting_facts=waiting.facts,
        waiting_since_ms=waiting.since_ms,
        why_waiting=read_last_tries(data_folder).reason,
        incidents=_list_incidents(data_folder, now_ms),
        paper_keys_version=_read_paper_keys_version(data_folder),
    )


def _takes_tickets(data_folder: Path) -> bool:
    with suppress(KioskError):
        return (data_folder / TICKETS).exists() or bool(load_paper_keys(data_folder).tickets)
    return False


def _read_storage(data_folder: Path) -> tuple[int, int]:
    try:
        usage = shutil.disk_usage(data_folder)
    except OSError:
        return 0, 0
    return usage.free, usage.total


def _list_packs(data_folder: Path) -> tuple[ShownPack, ...]:
    if not (data_folder / "state.db").exists():
        return ()
    with suppress(KioskError), closing(PackStore(data_folder)) as store:
        return tuple(
            ShownPack(release.manifest.id, release.manifest.version)
            for release in store.list_releases()
            if release.active
        )
    return ()


def _list_incidents(data_folder: Path, now_ms: int) -> tuple[IncidentCount, ...]:
    with suppress(KioskError):
        counts = read_incidents(data_folder / "events.db", now_ms - DAY_MS)
        return tuple(IncidentCount(code, count) for code, count in counts.most_common(50))
    return ()


def _read_paper_keys_version(data_folder: Path) -> int:
    with suppress(KioskError):
        return load_paper_keys(data_folder).version
    return 0
