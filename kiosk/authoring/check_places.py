"""Whether stops lie where a visitor can walk to them: on the ground, and on the plan."""

from __future__ import annotations

from statistics import median

from kiosk.authoring.check_telling import Teller
from kiosk.model.geography import distance_m
from kiosk.packs.findings import Severity
from kiosk.packs.pack_source import PackSource, StopSource
from kiosk.place.outdoor_stops import LEAST_OWN_RADIUS_M

# A site is as wide as its stops lie apart, and a visit never leads further than this from its middle.
WIDTHS = 5
LEAST_M = 1_000.0
FEW = 4
ALONE_M = 5_000.0
# Two marks on a plan closer than this cover one another (shares of its width).
SAME_SPOT = 0.01


def check_places(teller: Teller) -> None:
    """Check the coordinates and the places on plans of every stop, and the places nearby."""
    _check_ground(teller)
    _check_openings(teller)
    _check_plans(teller)
    _check_nearby(teller)


def _check_ground(teller: Teller) -> None:
    placed = [stop for stop in teller.source.stops if stop.lat is not None and stop.lon is not None]
    middle = _find_middle(teller.source, placed)
    if middle is None:
        return
    away = {stop.id: distance_m(*middle, stop.lat or 0.0, stop.lon or 0.0) for stop in placed}
    limit = max(LEAST_M, WIDTHS * median(away.values())) if len(placed) >= FEW else ALONE_M
    for stop in placed:
        if away[stop.id] > limit:
            _tell_outside(teller, stop, middle, away[stop.id], limit)


def _check_openings(teller: Teller) -> None:
    """Find stops that are to open by themselves and cannot where visitors may stand at another one too."""
    placed = [stop for stop in teller.source.stops if stop.lat is not None and stop.lon is not None]
    for stop in placed:
        if not stop.opens_by_place:
            continue
        for other in placed:
            away_m = distance_m(stop.lat or 0.0, stop.lon or 0.0, other.lat or 0.0, other.lon or 0.0)
            if other is not stop and away_m < _radius_m(stop) + _radius_m(other):
                what = f"{other.id} is {away_m:.0f} m away: where both circles lie, neither opens by itself"
                teller.warn(
                    stop.origin, "opens_by_place", what, "give both a smaller radius_m", "places_overlap"
                )
                break


def _radius_m(stop: StopSource) -> float:
    return LEAST_OWN_RADIUS_M if stop.radius_m is None else stop.radius_m


def _find_middle(source: PackSource, placed: list[StopSource]) -> tuple[float, float] | None:
    """Return the site's own place, or the middle of its stops where it has none or was worked out from them."""
    if not placed:
        return None
    site, is_table = source.site, any(stop.origin.rows for stop in placed)
    if site.lat is not None and site.lon is not None and not is_table:
        return site.lat, site.lon
    return median(stop.lat or 0.0 for stop in placed), median(stop.lon or 0.0 for stop in placed)


def _tell_outside(
    teller: Teller, stop: StopSource, middle: tuple[float, float], away_m: float, limit_m: float
) -> None:
    lat, lon = stop.lat or 0.0, stop.lon or 0.0
    if abs(lon) <= 90 and distance_m(*middle, lon, lat) <= limit_m:
        what = f"latitude and longitude seem exchanged: {lat:g}, {lon:g}"
        teller.at(Severity.ERROR, stop.origin, "lat", what, "exchange them", "coordinates_swapped")
        return
    what = f"it is {_format_distance(away_m)} from the site"
    teller.warn(stop.origin, "lat", what, "mend lat and lon, or the site's own", "place_outside_site")


def _check_plans(teller: Teller) -> None:
    floors = {"", *(floor.id for floor in teller.source.floors)}
    plans = {floor.id for floor in teller.source.floors if floor.plan is not None}
    taken: dict[tuple[str, int, int], str] = {}
    for stop in teller.source.stops:
        if stop.floor not in floors:
            continue
        on_plan = stop.plan_x is not None and stop.plan_y is not None
        if on_plan and stop.floor not in plans:
            what = "the place on the plan is never seen: its floor has none"
            teller.warn(stop.origin, "plan_x", what, "name a floor that has a plan", "plan_missing")
        elif on_plan:
            x, y = round((stop.plan_x or 0.0) / SAME_SPOT), round((stop.plan_y or 0.0) / SAME_SPOT)
            other = taken.setdefault((stop.floor, x, y), stop.id)
            if other != stop.id:
                what = f"its mark on the plan covers that of {other}"
                teller.warn(stop.origin, "plan_x", what, "move one of them", "plan_crowded")
        elif stop.floor in plans:
            what = "nobody can find it on the plan of its floor"
            teller.warn(stop.origin, "plan_x", what, "give plan_x and plan_y", "plan_missing")


def _check_nearby(teller: Teller) -> None:
    site = teller.source.site
    if site.lat is None or site.lon is None:
        return
    for place in teller.source.nearby:
        away_m = distance_m(site.lat, site.lon, place.lat, place.lon)
        if away_m > FAR_M:
            what = f"it is {_format_distance(away_m)} from the site"
            teller.warn_of_pack(f"nearby {place.id} lat", what, "mend lat and lon", "place_outside_site")


FAR_M = 100_000.0
"""No place that far is called nearby; it is a slip."""


def _format_distance(metres: float) -> str:
    return f"{metres / 1000:,.1f} km" if metres >= LEAST_M else f"{metres:.0f} m"
