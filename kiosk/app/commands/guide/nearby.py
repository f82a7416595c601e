"""``kiosk guide nearby``: the sites within a walk or a short ride, with how far they are and whether they are open."""

from __future__ import annotations

import argparse
from math import isfinite
from typing import TYPE_CHECKING, Any, Final

from kiosk.app.commands.guide.at_site import add_site_arguments, open_site, read_now
from kiosk.app.output import Output
from kiosk.guide.nearby import RIDE_M, NearbyPlace, as_nearby, find_nearby
from kiosk.guide.opening import OpenState
from kiosk.model.content import NearbySite, Site
from kiosk.model.errors import KioskError

if TYPE_CHECKING:
    from kiosk.packs.library import Library

MOST_WITHIN_M: Final = 50_000.0
_EPILOG = (
    "With --json each site gives {id, name, summary, source, distance_m, walk_m, is_walk, lesser_known, is_open, until, opens,"
    " may_differ_on_holidays}: walk_m is null where nobody measured the way, is_open where the hours are not known. Exits 1"
    " where nothing is near."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the site, and how far around it."""
    parser.epilog = _EPILOG
    add_site_arguments(parser)
    parser.add_argument(
        "--at", metavar="LAT,LON", type=_parse_place, help="around this place (default: the site's own)"
    )
    parser.add_argument(
        "--within",
        metavar="M",
        type=_parse_metres,
        default=RIDE_M,
        help="so many metres in a straight line at most (default: %(default)g)",
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Tell each site; 0 when one is near, else 1."""
    with open_site(arguments) as (library, site):
        lat, lon = arguments.at or (site.lat, site.lon)
        if lat is None or lon is None:
            raise KioskError(
                "What is near cannot be told",
                thing=site.id,
                found="a site without lat and lon",
                remedy="write them into pack.toml, or say --at LAT,LON",
                code="app.site-without-place",
            )
        now = read_now(arguments.now, site)
        places = find_nearby(
            _list_sites(library, site, arguments.lang),
            lat,
            lon,
            now,
            within_m=arguments.within,
            timezone=site.timezone,
        )
    for place in places:
        out.answer(_record(place), _words(place))
    if not places:
        out.note(f"Nothing is known within {arguments.within:g} m of {site.name}.")
    return 0 if places else 1


def _list_sites(library: Library, site: Site, language: str | None) -> list[NearbySite]:
    language = language or site.fallback_language
    others = (as_nearby(other) for other in library.sites(language) if other.id != site.id)
    return [*library.nearby(site.id, language), *(other for other in others if other is not None)]


def _record(place: NearbyPlace) -> dict[str, Any]:
    opening = place.opening
    return {
        "id": place.site.id,
        "name": place.site.name,
        "summary": place.site.summary,
        "source": place.site.source,
        "distance_m": round(place.distance_m),
        "walk_m": None if place.walk_m is None else round(place.walk_m),
        "is_walk": place.is_walk,
        "lesser_known": place.site.lesser_known,
        "is_open": opening.is_open,
        "until": opening.until.isoformat() if opening.until else None,
        "opens": opening.opens.isoformat() if opening.opens else None,
        "may_differ_on_holidays": opening.may_differ_on_holidays,
    }


def _words(place: NearbyPlace) -> str:
    if place.walk_m is not None:
        far = f"{_metres(place.walk_m)} on foot"
    else:
        far = f"about {_metres(place.distance_m)}"
    parts = [place.site.name, far, _opening_words(place.opening), "lesser known" * place.site.lesser_known]
    return " · ".join(part for part in parts if part)


def _opening_words(state: OpenState) -> str:
    if state.is_open is None:
        return ""
    at, words = (state.until, "open until") if state.is_open else (state.opens, "closed, opens")
    if at is None:
        return "open" if state.is_open else "closed"
    differs = " (holidays may differ)" * state.may_differ_on_holidays
    return f"{words} {at:%a %H:%M}{differs}"


def _metres(metres: float) -> str:
    return f"{round(metres, -1):.0f} m" if metres < 1_000 else f"{metres / 1_000:.1f} km"


def _parse_place(text: str) -> tuple[float, float]:
    try:
        lat, lon = (float(part) for part in text.split(","))
        if abs(lat) <= 90 and abs(lon) <= 180:
            return lat, lon
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{text!r} is no place like 28.5245,77.1855")


def _parse_metres(text: str) -> float:
    try:
        metres = float(text)
    except ValueError:
        metres = -1.0
    if isfinite(metres) and 0 < metres <= MOST_WITHIN_M:
        return metres
    raise argparse.ArgumentTypeError(f"{text!r} is not a number of metres up to {MOST_WITHIN_M:.0f}")
