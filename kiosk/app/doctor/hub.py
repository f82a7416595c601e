"""Check of the way to the operator's hub."""

from __future__ import annotations

from pathlib import Path

from kiosk.app.doctor.finding import Finding, fail, ok, warn
from kiosk.model.errors import KioskError


def check_hub(address: str, data_folder: Path | None = None) -> Finding:
    """Tell whether the hub answers. It may be away for weeks: facts wait, so only a wrong address is a fault.

    Args:
        address: The one in the settings; "" for where the device is enrolled.
        data_folder: Where that is written down; None for a device that is enrolled nowhere.
    """
    from kiosk.sync.enrolment import find_enrolment
    from kiosk.sync.health import find_trouble
    from kiosk.sync.hub_address import parse_hub_address

    try:
        enrolled = find_enrolment(data_folder) if data_folder else None
        address = address or (enrolled.hub if enrolled else "")
        if not address:
            return ok("hub", "none is set; facts stay on this device")
        hub = parse_hub_address(address)
    except KioskError as error:
        return fail("hub", str(error), error.remedy)
    if trouble := find_trouble(hub):
        remedy = "Nothing is lost: facts wait here. Check the network, or the address in settings.toml"
        return warn("hub", f"{hub.format()} {trouble}", remedy)
    known = f"; enrolled as {enrolled.name or enrolled.device[:8]}" if enrolled else ""
    return ok("hub", f"{hub.format()} answers{known}")
