"""Check of the printer for visit passes: that it is there, what paper it takes, and what holds it up."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.app.doctor.finding import Finding, ok, warn
from kiosk.app.settings import Settings
from kiosk.model.errors import KioskError


def check_printer(settings: Settings) -> Iterator[Finding]:
    """Tell what passes would be printed with; nothing where no printer is set."""
    if not settings.printer:
        return
    from kiosk.passes.cups_printer import CupsPrinter

    try:
        look = CupsPrinter(settings.printer).look()
    except KioskError as error:
        yield warn("printer", f"{error.thing}: {error.found} [{error.code}]", error.remedy)
        return
    medium = look.medium
    kind = "receipts" if medium.is_receipt else "sheets"
    paper = f"{medium.width_mm:.0f} x {medium.height_mm:.0f} mm"
    yield ok("printer", f"{look.name} prints passes on {kind} of {paper}")
