"""What facts add to the rollups, counted in memory before any table is touched.

The rules are those of :mod:`kiosk.model.measures` and :mod:`kiosk.model.site_use`; tests compare the two. Only visits
that count are counted, and what has no visit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Table

from kiosk.hub.database.rollup_tables import (
    move_days,
    stop_days,
    suggestion_days,
    tally_days,
    telling_days,
    trial_days,
    visit_days,
)
from kiosk.hub.histograms import bin_of_ms
from kiosk.model.dwell import dwell_cap_ms, is_valid_dwell
from kiosk.model.measures import COMPLETE_SHARE
from kiosk.model.site_use import keep_own_stop

Values = Mapping[str, Any]
Key = tuple[str | int, ...]
NOWHERE: Final = ""
UNKNOWN_DAY: Final = ""
UNKNOWN_HOUR: Final = -1

# Kinds that are only tallied: up to three data whose words are told apart, and the one that is summed up.
TALLIES: Final[Mapping[str, tuple[tuple[str, ...], str | None]]] = {
    "setting": (("preference", "value"), None),
    "failure": (("kind",), "count"),
    "ticket": (("product", "price_class", "party"), "party"),
    "voucher": (("from_site",), None),
    "return": (("nth", "after", "from_site"), None),
    "gap": ((), "facts"),
}
# How many columns of each table are sums: the counters below fill them in the order of rollup_tables.
_SUMS: Final = {
    stop_days: 7, trial_days: 4, telling_days: 1, visit_days: 7, move_days: 1, suggestion_days: 3, tally_days: 2,
}  # fmt: skip
# What of a dwell is tallied for its whole site, whatever the stop; '' where it is not told.
DWELL_TALLIES: Final = ("depth", "kind", "by")


class Counts:
    """Sums to be added to rows of the rollups, by table and key.

    Attributes:
        sums: For each key what to add to each column, in the order of the table's (without key and histogram).
        bins: For each key what to add to the bins of the table's histogram.
    """

    def __init__(self) -> None:
        self.sums: dict[Table, dict[Key, list[float]]] = {table: {} for table in _SUMS}
        self.bins: dict[Table, dict[Key, dict[int, int]]] = {stop_days: {}, visit_days: {}}

    def count(self, kind: str, values: Values) -> None:
        """Count one fact, which was checked when it came in."""
        if values.get("counted") is False:
            return
        if kind in TALLIES:
            _count_tally(self, kind, values)
        elif kind in _COUNTERS:
            _COUNTERS[kind](self, values)

    def row(self, table: Table, key: Key) -> list[float]:
        """Return the sums of one row, to be added to in place."""
        rows = self.sums[table]
        found = rows.get(key)
        if found is None:
            found = rows[key] = [0] * _SUMS[table]
        return found

    def add_bin(self, table: Table, key: Key, number: int) -> None:
        """Count one value in the histogram of one row."""
        bins = self.bins[table].setdefault(key, {})
        bins[number] = bins.get(number, 0) + 1


def _count_dwell(counts: Counts, values: Values) -> None:
    stop, day = values["stop"], _read_day(values)
    site, dwell_ms = _site_of(stop), values.get("dwell_ms")
    key = (site, day, stop)
    row = counts.row(stop_days, key)
    if not is_valid_dwell(dwell_ms):
        row[2] += 1
        return
    row[0] += 1
    listened = _read_listening(values["heard_ms"], values["media_ms"])
    _add(row, 3, listened)
    if dwell_ms is not None:
        cap_ms = dwell_cap_ms(values["media_ms"])
        row[1] += 1
        row[6] += dwell_ms > cap_ms
        counts.add_bin(stop_days, key, bin_of_ms(min(dwell_ms, cap_ms)))
    if version := values.get("version"):
        _add(counts.row(trial_days, (*key, version)), 0, (1, *listened))
    counts.row(telling_days, (*key, values["language"], values.get("depth") or ""))[0] += 1
    for name in DWELL_TALLIES:
        counts.row(tally_days, (site, day, "dwell", name, values.get(name) or "", ""))[0] += 1


def _read_listening(heard_ms: int, media_ms: int) -> tuple[int, float, int]:
    """Return 1 where there was something to hear, which share of it was heard, and 1 where that was all of it."""
    if not media_ms:
        return 0, 0.0, 0
    share = min(1.0, heard_ms / media_ms)
    return 1, share, share >= COMPLETE_SHARE


def _add(row: list[float], first: int, amounts: Sequence[float]) -> None:
    for number, amount in enumerate(amounts, first):
        row[number] += amount


def _count_visit(counts: Counts, values: Values) -> None:
    hour = int(values["hour"][11:]) if values.get("hour") else UNKNOWN_HOUR
    key = (values["site"], _read_day(values), hour, values["language"])
    stops, on_offer = values["stops"], values["stops_on_offer"]
    row = counts.row(visit_days, key)
    row[0] += 1
    row[1] += values["minutes"]
    row[2] += stops
    row[3] += on_offer > 0
    row[4] += on_offer > 0 and stops * 2 > on_offer
    row[5] += values["suggestions_shown"]
    row[6] += values["suggestions_taken"]
    counts.add_bin(visit_days, key, values["minutes"])


def _count_move(counts: Counts, values: Values) -> None:
    from_stop = values["from_stop"]
    counts.row(move_days, (_site_of(from_stop), _read_day(values), from_stop, values["to_stop"]))[0] += 1


def _count_suggestion(counts: Counts, values: Values) -> None:
    stop = values["stop"]
    key = (_site_of(stop), _read_day(values), stop, values["slot"], int(values["shown"]))
    row = counts.row(suggestion_days, key)
    row[0] += 1
    row[1] += values["taken"]
    row[2] += values["opened"]


def _count_tally(counts: Counts, kind: str, values: Values) -> None:
    names, summed = TALLIES[kind]
    words = [str(values[name]) for name in names] + [""] * (3 - len(names))
    row = counts.row(tally_days, (values.get("site") or NOWHERE, _read_day(values), kind, *words))
    row[0] += 1
    row[1] += values[summed] if summed else 0


def _count_rating(counts: Counts, values: Values) -> None:
    site = values["site"]
    stop = keep_own_stop(site, values.get("stop"))
    row = counts.row(tally_days, (site, _read_day(values), "rating", stop, str(values["stars"]), ""))
    row[0] += 1
    row[1] += values["stars"]


def _read_day(values: Values) -> str:
    return (values.get("day") or values.get("hour") or UNKNOWN_DAY)[:10]


def _site_of(stop: str) -> str:
    return stop.split("/", 1)[0]


_COUNTERS: Final[Mapping[str, Callable[[Counts, Values], None]]] = {
    "dwell": _count_dwell,
    "visit": _count_visit,
    "move": _count_move,
    "suggestion": _count_suggestion,
    "rating": _count_rating,
}
