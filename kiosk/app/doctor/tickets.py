"""Check of what tickets need: keys of the sites that ask for them, a shared folder that answers, a clock that is set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from kiosk.app.doctor.finding import Finding, fail, ok, warn
from kiosk.app.settings import Settings
from kiosk.app.ticket_desk import read_ticket_fitting
from kiosk.app.ticket_keys import KeyShelf
from kiosk.model.errors import KioskError
from kiosk.tickets.rule import Asking


def check_tickets(data_folder: Path, settings: Settings, sites: Sequence[str]) -> Iterator[Finding]:
    """Tell whether each of ``sites`` that asks for tickets can check them; nothing where none does."""
    fitting = read_ticket_fitting(settings)
    asking = [site for site in sites if fitting.rule.find(site) is not Asking.OFF]
    if asking:
        yield _check_keys(data_folder, asking)
    if fitting.shared is not None:
        yield _check_shared(fitting.shared)


def _check_keys(data_folder: Path, asking: Sequence[str]) -> Finding:
    try:
        keys = KeyShelf(data_folder).read()
    except KioskError as error:
        return fail("tickets", str(error), error.remedy)
    missing = [site for site in asking if not keys.tickets_of(site)]
    if missing:
        remedy = "Enrol the device at the hub, bring it a stick from there, or set tickets to off"
        return fail("tickets", f"asked for at {', '.join(missing)}, with no keys to check them", remedy)
    return ok("tickets", f"asked for and checked at {', '.join(asking)}")


def _check_shared(folder: Path) -> Finding:
    from kiosk.tickets.desk_folder import DeskFolder

    if DeskFolder(folder, "").is_there():
        return ok("ticket desk", f"{folder} answers")
    remedy = "Plug the drive in or connect the share, and make the folder on it; visitors go in meanwhile"
    return warn("ticket desk", f"{folder} is not there or does not answer", remedy)
