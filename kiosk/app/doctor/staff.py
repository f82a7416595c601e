"""Check of the door to the staff pages."""

from __future__ import annotations

from pathlib import Path

from kiosk.app.doctor.finding import Finding, fail, ok, warn
from kiosk.app.staff.pin import StaffPin

REMEDY = "Set one: kiosk staff pin"


def check_staff(data_folder: Path) -> Finding:
    """Tell whether the staff pages have a PIN."""
    pin = StaffPin(data_folder)
    if pin.is_damaged:
        return fail("staff", "the PIN's file is damaged; nobody gets into the staff pages", REMEDY)
    if not pin.is_set:
        return warn("staff", "no PIN yet; whoever comes first with a stick chooses it", REMEDY)
    return ok("staff", "the pages have a PIN")
