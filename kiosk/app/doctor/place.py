"""Check of how this device learns its place outdoors, where a site has stops that need it."""

from __future__ import annotations

from pathlib import Path

from kiosk.app.doctor.finding import Finding, ok, warn
from kiosk.model.errors import KioskError
from kiosk.packs.library import Library
from kiosk.place.source import AUTO, NONE, check_port

CHECK = "position"
SERVICE = Path("usr/share/dbus-1/system-services/org.freedesktop.GeoClue2.service")
"""What Debian's geoclue-2.0 installs; Qt asks this service and no other."""

BUS = Path("run/dbus/system_bus_socket")


def check_place(spec: str, outdoors: int, root: Path = Path("/")) -> Finding:
    """Tell whether outdoor stops can be offered by place.

    Args:
        spec: The setting ``position``.
        outdoors: How many stops stand outdoors; without one nothing is needed.
        root: The system's own folder.
    """
    if outdoors == 0:
        return ok(CHECK, "no stop stands outdoors; not needed")
    stops = f"{outdoors} outdoor stop{'s' if outdoors > 1 else ''}"
    if spec == NONE:
        return ok(CHECK, f"switched off; {stops} found by label, number and list only")
    if spec == AUTO:
        return _check_service(stops, root)
    try:
        check_port(Path(spec))
    except KioskError as error:
        return warn(CHECK, f"{error}; {stops} found by label, number and list only", error.remedy)
    return ok(CHECK, f"{spec}; {stops} offered by place")


def _check_service(stops: str, root: Path) -> Finding:
    if (root / SERVICE).exists() and (root / BUS).exists():
        return ok(CHECK, f"the system's service; {stops} offered by place where it knows the place")
    return warn(
        CHECK,
        f"the system has no service for positions; {stops} found by label, number and list only",
        'Install geoclue-2.0, name a receiver in the setting position, or set position = "none"',
    )


def count_outdoors(library: Library) -> int:
    """Return how many stops of all sites have a place on the ground."""
    cards = (
        card for site in library.sites("") for card in library.stop_cards(site.id, site.fallback_language)
    )
    return sum(card.lat is not None for card in cards)
