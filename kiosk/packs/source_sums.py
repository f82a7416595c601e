"""Reads ``guide_sums.toml``: how the site is visited, as the hub worked it out over many visits."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

from kiosk.model.site_sums import NO_SUMS, SiteSums, StopSums
from kiosk.packs.catalogue_values import MAX_MOVES, MOST_STAY_S, MOST_VISITS
from kiosk.packs.findings import Findings
from kiosk.packs.source_fields import Fields, read_toml, shorten

SUMS_FILE = "guide_sums.toml"
MAX_SUMS_BYTES = 4_000_000
_NAMED = 5
_WRITE_ANEW = "write it anew at the hub: kiosk hub sums"

Stars = tuple[int, int, int, int, int]
NO_STARS: Stars = (0, 0, 0, 0, 0)


def read_sums(folder: Path, stop_ids: frozenset[str], findings: Findings) -> SiteSums:
    """Return the sums of ``folder``, stops named by their folders; ``NO_SUMS`` where nobody put them there.

    Stops that are not here any more are left out, with one warning for all.
    """
    if not (folder / SUMS_FILE).exists():
        return NO_SUMS
    top = read_toml(folder / SUMS_FILE, SUMS_FILE, findings, MAX_SUMS_BYTES)
    gone: set[str] = set()
    sums = SiteSums(
        visits=top.integer("visits", high=MOST_VISITS),
        stops=MappingProxyType(_read_stops(top, stop_ids, gone)),
        moves=MappingProxyType(_read_moves(top, stop_ids, gone)),
        until=top.date("until"),
        ratings=_read_ratings(top),
    )
    _tell_gone(top, gone)
    top.finish()
    return sums


def _read_stops(top: Fields, stop_ids: frozenset[str], gone: set[str]) -> dict[str, StopSums]:
    table = top.table("stops", may_be_missing=True)
    found: dict[str, StopSums] = {}
    for stop_id in table.names():
        entry = table.table(stop_id)
        visits, holding_s = entry.integer("visits", high=MOST_VISITS), _read_quartiles(entry)
        entry.finish()
        if stop_id in stop_ids:
            found[stop_id] = StopSums(visits, holding_s)
        else:
            gone.add(stop_id)
    return found


def _read_quartiles(entry: Fields) -> tuple[int, int, int] | None:
    """Return ``holding_s``, None where it is left out or wrong."""
    values = _read_counts(entry, "holding_s", 3, MOST_STAY_S)
    if not values:
        return None
    lower_s, median_s, upper_s = values
    if not lower_s <= median_s <= upper_s:
        entry.error(
            "holding_s", f"{shorten(list(values))} is not in order", "write the quartiles, the least first"
        )
        return None
    return lower_s, median_s, upper_s


def _read_ratings(top: Fields) -> Stars:
    values = _read_counts(top, "ratings", 5, MOST_VISITS)
    if not values:
        return NO_STARS
    one, two, three, four, five = values
    return one, two, three, four, five


def _read_counts(entry: Fields, key: str, count: int, high: int) -> tuple[int, ...]:
    """Return ``count`` whole numbers in 0..``high``; none where they are left out or wrong."""
    values = entry.numbers(key)
    if values and (len(values) != count or not all(0 <= value <= high for value in values)):
        entry.error(
            key, f"{shorten(list(values))} is out of range", f"write {count} whole numbers from 0 to {high}"
        )
        return ()
    return values


def _read_moves(top: Fields, stop_ids: frozenset[str], gone: set[str]) -> dict[tuple[str, str], int]:
    table = top.table("moves", may_be_missing=True)
    found: dict[tuple[str, str], int] = {}
    for from_stop in table.names():
        entry = table.table(from_stop)
        for to_stop in entry.names():
            visits = entry.integer(to_stop, low=1, high=MOST_VISITS)
            strange = {from_stop, to_stop} - stop_ids
            gone |= strange
            if not strange:
                found[from_stop, to_stop] = visits
    if len(found) > MAX_MOVES:
        top.error(
            "moves", f"there are {len(found):,} of them", f"leave the rarest out: at most {MAX_MOVES:,}"
        )
    return found


def _tell_gone(top: Fields, gone: set[str]) -> None:
    if gone:
        names = ", ".join(shorten(name) for name in sorted(gone)[:_NAMED])
        more = f" and {len(gone) - _NAMED} more" if len(gone) > _NAMED else ""
        what = f"there is no stop {names}{more} in this pack; what was counted there is left out"
        top.warn("stops", what, _WRITE_ANEW, kind="sums_outdated")
