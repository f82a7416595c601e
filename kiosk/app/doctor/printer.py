"""Check of the printer for visit passes: that it is there, what paper it takes, and what holds it up."""

from __future__ import annotations

from contextlib import suppress

from kiosk.app.doctor.finding import Finding, ok, warn
from kiosk.app.settings import Settings
from kiosk.model.errors import KioskError


def check_printer(settings: Settings) -> Finding:
    """Tell what passes would be printed with; where none is set, which printers there are."""
    from kiosk.passes.cups_printer import CupsPrinter

    if not settings.printer:
        known: tuple[str, ...] = ()
        with suppress(KioskError):  # nobody asked for a printing system
            known = CupsPrinter("").list_printers()
        there = f"; this machine knows {', '.join(known)}" if known else ""
        return ok("printer", f"none is set, and visit passes are photographed{there}")
    try:
        look = CupsPrinter(settings.printer).look()
    except KioskError as error:
        return warn("printer", f"{error.thing}: {error.found} [{error.code}]", error.remedy)
    medium = look.medium
    kind = "receipts" if medium.is_receipt else "sheets"
    paper = f"{medium.width_mm:.0f} x {medium.height_mm:.0f} mm"
    return ok("printer", f"{look.name} prints passes on {kind} of {paper}")
