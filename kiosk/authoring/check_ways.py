"""Whether the ways of a site lead to all its stops, and are as long as they can be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kiosk.authoring.check_telling import PACK_FILE, Teller
from kiosk.model.content import WayKind
from kiosk.model.geography import distance_m
from kiosk.packs.findings import Severity
from kiosk.packs.pack_source import Origin, StopSource, WaySource

# Two stops are placed to some 10 m each, and nobody measures a way to the metre.
_PLACED_M = 20.0
_NAMED = 5


def check_ways(teller: Teller) -> None:
    """Tell which stops no open way leads to, which are reached by stairs only, and which ways are too short."""
    ways, stops = teller.source.ways, teller.source.stops
    if not ways:
        return
    by_id = {stop.id: stop for stop in stops}
    reached = find_largest_piece(by_id, [way for way in ways if not way.closed])
    shown = {stop.id for stop in stops if not stop.closed}
    lonely = sorted(shown - reached)
    if lonely:
        what = f"no open way leads to {_list(lonely)}: no tour comes there"
        teller.warn_of_pack("ways", what, "add a way, or close the stop too", "ways_apart")
    step_free = [way for way in ways if not way.closed and way.kind is not WayKind.STAIRS]
    steep = sorted((reached & shown) - find_largest_piece(by_id, step_free))
    if steep:
        what = f"only stairs lead to {_list(steep)}: whoever goes step-free is not sent there"
        teller.at(
            Severity.NOTE,
            Origin(PACK_FILE),
            "ways",
            what,
            "add a lift or a ramp, if there is one",
            "ways_apart",
        )
    for way in ways:
        _check_length(teller, way, by_id)


def find_largest_piece(stops: Iterable[str], ways: Sequence[WaySource]) -> frozenset[str]:
    """Return the stops of the largest piece that ways join; of two as large, the one whose first stop comes first."""
    ahead: dict[str, set[str]] = {stop: set() for stop in stops}
    for way in ways:
        ahead.setdefault(way.from_stop, set()).add(way.to_stop)
        ahead.setdefault(way.to_stop, set()).add(way.from_stop)
    largest: frozenset[str] = frozenset()
    left = dict.fromkeys(ahead)
    while left:
        piece = _walk_on(next(iter(left)), ahead)
        largest = piece if len(piece) > len(largest) else largest
        for stop in piece:
            del left[stop]
    return largest


def _walk_on(start: str, ahead: dict[str, set[str]]) -> frozenset[str]:
    found, edge = {start}, [start]
    while edge:
        for stop in ahead[edge.pop()] - found:
            found.add(stop)
            edge.append(stop)
    return frozenset(found)


def _check_length(teller: Teller, way: WaySource, stops: dict[str, StopSource]) -> None:
    one, other = stops[way.from_stop], stops[way.to_stop]
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return
    straight_m = distance_m(one.lat, one.lon, other.lat, other.lon)
    if way.metres + _PLACED_M < straight_m:
        what = f"it is {way.metres:g} m long, while its ends lie {straight_m:.0f} m apart"
        teller.warn_of_pack(
            f"ways {way.id} metres", what, "mend metres, or lat and lon of a stop", "way_too_short"
        )


def _list(ids: Sequence[str]) -> str:
    more = f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else ""
    return ", ".join(ids[:_NAMED]) + more
