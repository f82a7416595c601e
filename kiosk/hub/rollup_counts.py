"""What facts add to the rollups, counted in memory before any table is touched.

The rules are those of :mod:`kiosk.model.measures` and :mod:`kiosk.model.site_use`; tests compare the two. Only visits
that count are counted, and what has no visit.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Table

from kiosk.hub.database.rollup_tables import (
    move_days,
    stop_days,
    suggestion_days,
    tally_days,
    telling_days,
    visit_days,
)
from kiosk.hub.histograms import bin_of_ms
from kiosk.model.dwell import dwell_cap_ms, is_valid_dwell
from kiosk.model.measures import COMPLETE_SHARE

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
# What of a dwell is tallied for its whole site, whatever the stop.
DWELL_TALLIES: Final = ("depth", "kind", "by")


@dataclass(slots=True)
class Counts:
    """Sums to be added to rows of the rollups: by table, by key, by column. ``bins`` are those of histograms."""

    sums: dict[Table, dict[Key, Counter[str]]] = field(default_factory=lambda: defaultdict(dict))
    bins: dict[Table, dict[Key, Counter[int]]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, table: Table, key: Key, **amounts: float) -> None:
        """Add ``amounts`` to the columns of one row."""
        row = self.sums[table].setdefault(key, Counter())
        for column, amount in amounts.items():
            row[column] += amount  # type: ignore[assignment]  # a Counter counts fractions as well

    def add_bin(self, table: Table, key: Key, number: int | None) -> None:
        """Count one value in the histogram of one row; None only sees that there is one."""
        bins = self.bins[table].setdefault(key, Counter())
        if number is not None:
            bins[number] += 1

    def count(self, kind: str, values: Values) -> None:
        """Count one fact, which was checked when it came in."""
        if values.get("counted") is False:
            return
        if kind in TALLIES:
            _count_tally(self, kind, values)
        elif kind in _COUNTERS:
            _COUNTERS[kind](self, values)


def _count_dwell(counts: Counts, values: Values) -> None:
    stop, day = values["stop"], _read_day(values)
    site, dwell_ms, media_ms = _site_of(stop), values.get("dwell_ms"), values["media_ms"]
    key = (site, day, stop)
    if not is_valid_dwell(dwell_ms):
        counts.add(stop_days, key, glances=1)
        counts.add_bin(stop_days, key, None)
        return
    cap_ms = dwell_cap_ms(media_ms)
    share = min(1.0, values["heard_ms"] / media_ms) if media_ms else 0.0
    counts.add(
        stop_days,
        key,
        stopped=1,
        held=dwell_ms is not None,
        heard=media_ms > 0,
        heard_share_sum=share,
        completed=share >= COMPLETE_SHARE,
        capped=dwell_ms is not None and dwell_ms > cap_ms,
    )
    counts.add_bin(stop_days, key, None if dwell_ms is None else bin_of_ms(min(dwell_ms, cap_ms)))
    counts.add(telling_days, (*key, values["language"], values.get("depth") or ""), stopped=1)
    for name in DWELL_TALLIES:
        if values.get(name):
            counts.add(tally_days, (site, day, "dwell", name, values[name], ""), facts=1)


def _count_visit(counts: Counts, values: Values) -> None:
    hour = int(values["hour"][11:]) if values.get("hour") else UNKNOWN_HOUR
    key = (values["site"], _read_day(values), hour, values["language"])
    on_offer = values["stops_on_offer"]
    counts.add(
        visit_days,
        key,
        visits=1,
        minutes_sum=values["minutes"],
        stops_sum=values["stops"],
        diligent_of=on_offer > 0,
        diligent=on_offer > 0 and values["stops"] * 2 > on_offer,
        suggestions_shown=values["suggestions_shown"],
        suggestions_taken=values["suggestions_taken"],
    )
    counts.add_bin(visit_days, key, values["minutes"])


def _count_move(counts: Counts, values: Values) -> None:
    from_stop = values["from_stop"]
    key = (_site_of(from_stop), _read_day(values), from_stop, values["to_stop"])
    counts.add(move_days, key, moves=1)


def _count_suggestion(counts: Counts, values: Values) -> None:
    stop = values["stop"]
    key = (_site_of(stop), _read_day(values), stop, values["slot"], int(values["shown"]))
    counts.add(suggestion_days, key, suggestions=1, taken=values["taken"], opened=values["opened"])


def _count_tally(counts: Counts, kind: str, values: Values) -> None:
    names, summed = TALLIES[kind]
    words = [str(values[name]) for name in names] + [""] * (3 - len(names))
    amount = values[summed] if summed else 0
    key = (values.get("site") or NOWHERE, _read_day(values), kind, *words)
    counts.add(tally_days, key, facts=1, amount=amount)


def _read_day(values: Values) -> str:
    return (values.get("day") or values.get("hour") or UNKNOWN_DAY)[:10]


def _site_of(stop: str) -> str:
    return stop.split("/", 1)[0]


_COUNTERS: Final[Mapping[str, Callable[[Counts, Values], None]]] = {
    "dwell": _count_dwell,
    "visit": _count_visit,
    "move": _count_move,
    "suggestion": _count_suggestion,
}
