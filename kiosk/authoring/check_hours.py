"""Whether opening hours can be understood by the library that tells visitors what is open."""

from __future__ import annotations

from kiosk.authoring.check_telling import Teller
from kiosk.model.opening_hours import MAX_SIGNS

HOURS_REMEDY = 'write them like "Mo-Fr 09:00-17:00; Sa,Su 10:00-16:00"'


def check_hours(teller: Teller) -> None:
    """Tell which hours of stops and of places nearby say nothing to the guide."""
    for stop in teller.source.stops:
        if stop.opening_hours and not can_be_read(stop.opening_hours):
            what = "these opening hours cannot be read: the guide takes the stop to be open"
            teller.warn(stop.origin, "opening_hours", what, HOURS_REMEDY, "hours_unreadable")
    for place in teller.source.nearby:
        if place.opening_hours and not can_be_read(place.opening_hours):
            what = "these opening hours cannot be read, so visitors are not told them"
            teller.warn_of_pack(f"nearby {place.id} opening_hours", what, HOURS_REMEDY, "hours_unreadable")


def can_be_read(hours: str) -> bool:
    """Tell whether hours are in OpenStreetMap's syntax, as the library reads it; longer ones the guide does not try."""
    # 20 ms, which a pack without hours never pays.
    from opening_hours import validate

    return len(hours) <= MAX_SIGNS and bool(validate(hours))
