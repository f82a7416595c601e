"""Check of the way to the operator's hub."""

from __future__ import annotations

from kiosk.app.doctor.finding import Finding, fail, ok, warn
from kiosk.model.errors import KioskError


def check_hub(address: str) -> Finding:
    """Tell whether the hub answers. It may be away for weeks: facts wait, so only a wrong address is a fault."""
    if not address:
        return ok("hub", "none is set; facts stay on this device")
    from kiosk.sync.health import find_trouble
    from kiosk.sync.hub_address import parse_hub_address

    try:
        hub = parse_hub_address(address)
    except KioskError as error:
        return fail("hub", str(error), error.remedy)
    if trouble := find_trouble(hub):
        remedy = "Nothing is lost: facts wait here. Check the network, or the address in settings.toml"
        return warn("hub", f"{hub.format()} {trouble}", remedy)
    return ok("hub", f"{hub.format()} answers")
