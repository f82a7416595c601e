"""A site near by as one row of a list: the values QML binds to."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from kiosk.guide.nearby import NearbyPlace
from kiosk.guide.opening import OpenState
from kiosk.model.content import NearbySite

SUNDAY = 7
DAYS_TOLD = 7
"""A day further away would be told by the name of one that is nearer."""


def make_place_row(place: NearbyPlace, now: datetime | None) -> dict[str, Any]:
    """Return what a row shows of a place; ``metres`` are those on foot where ``on_foot``, else the straight line's."""
    return {
        "id": place.site.id,
        "name": place.site.name,
        "summary": place.site.summary,
        "metres": round(place.distance_m if place.walk_m is None else place.walk_m),
        "on_foot": place.walk_m is not None,
        "is_walk": place.is_walk,
        "lesser_known": place.site.lesser_known,
        **_make_opening(place.opening, now),
    }


def make_found_row(site: NearbySite) -> dict[str, Any]:
    """Return what a row shows of a site that was found by its name and is not near enough to tell how far."""
    return {
        "id": site.id,
        "name": site.name,
        "summary": site.summary,
        "metres": -1,
        "on_foot": False,
        "is_walk": False,
        "lesser_known": site.lesser_known,
        **_make_opening(OpenState(None), None),
    }


def _make_opening(state: OpenState, now: datetime | None) -> dict[str, Any]:
    """Return ``state`` ("open", "closed", ""), ``at`` ("17:00"), its ``day`` (0 Sunday; -1 for today), ``differs``.

    ``at`` is when an open place closes, or a closed one opens; "" where that is not known or a week away.
    """
    change = state.until or state.opens
    if state.is_open is None or now is None:
        return {"state": "", "at": "", "day": -1, "differs": False}
    told = {"state": "open" if state.is_open else "closed", "differs": state.may_differ_on_holidays}
    if change is None:
        return {**told, "at": "", "day": -1}
    days = (change.date() - now.astimezone(change.tzinfo).date()).days
    if days >= DAYS_TOLD:
        return {**told, "at": "", "day": -1}
    return {**told, "at": f"{change:%H:%M}", "day": change.isoweekday() % SUNDAY if days else -1}
