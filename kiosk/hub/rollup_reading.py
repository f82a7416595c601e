"""Measures from the rollups: what :mod:`kiosk.model.measures` makes of facts, made of their sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, Table, func, select, union

from kiosk.hub.database.adding import join_bytes, split_bytes
from kiosk.hub.database.rollup_tables import (
    move_days,
    stop_days,
    suggestion_days,
    tally_days,
    trial_days,
    visit_days,
)
from kiosk.hub.histograms import add_up, find_quantile, find_quartiles, ms_of_bin
from kiosk.hub.rollup_counts import NOWHERE
from kiosk.model.measures import (
    MINUTES_A_BIN,
    NOTHING_TOLD,
    SiteMeasures,
    StopMeasures,
    VersionMeasures,
    sweep_rate_index,
)
from kiosk.model.site_use import UNKNOWN, SiteUse, Suggested

_STOP_SUMS: Final = ("stopped", "held", "heard", "heard_share_sum", "completed", "capped")
_VISIT_SUMS: Final = ("visits", "minutes_sum", "diligent_of", "diligent", "suggestions_shown", "suggestions_taken")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Days:
    """UTC days, ``2026-11-22``, both included; None for no bound. Facts of no known day are in no bounded range."""

    first: str | None = None
    last: str | None = None

    def within(self, table: Table) -> Iterable[ColumnElement[bool]]:
        """Return the conditions for rows of ``table``."""
        if self.first is not None:
            yield table.c.day >= self.first
        if self.last is not None:
            yield table.c.day <= self.last
            yield table.c.day != ""


ALL_DAYS: Final = Days()


def list_sites(connection: Connection) -> list[str]:
    """Return the sites of which anything is known, by name."""
    of_tables = (select(table.c.site).distinct() for table in (visit_days, stop_days, tally_days))
    return sorted(site for site in connection.scalars(union(*of_tables)) if site != NOWHERE)


def measure(
    connection: Connection, site: str, floor_area_m2: float | None = None, days: Days = ALL_DAYS
) -> SiteMeasures:
    """Return the measures of one site over ``days``; of the holding time within 1 %, all else exactly."""
    visits = _read_sums(connection, visit_days, _VISIT_SUMS, site, days)
    count = visits["visits"]
    mean_minutes = visits["minutes_sum"] / count if count else None
    joined = select(join_bytes(connection, visit_days.c.minutes))
    minutes = add_up([split_bytes(connection.scalar(_rows(joined, visit_days, site, days)))])
    return SiteMeasures(
        site=site,
        visits=count,
        mean_minutes=mean_minutes,
        diligent_of=visits["diligent_of"],
        diligent_share=visits["diligent"] / visits["diligent_of"] if visits["diligent_of"] else None,
        sweep_rate_index=sweep_rate_index(floor_area_m2, mean_minutes),
        suggestions_shown=visits["suggestions_shown"],
        suggestions_taken=visits["suggestions_taken"],
        languages=_read_parts(connection, visit_days, visit_days.c.visits, (visit_days.c.language,), site, days),
        depths=_read_tally(connection, "dwell", "depth", NOTHING_TOLD, site, days),
        stops=tuple(_read_stops(connection, site, count, days)),
        minutes_quartiles=find_quartiles(minutes, float),
        minutes_bins=tuple(
            int(minutes[start : start + MINUTES_A_BIN].sum()) for start in range(0, len(minutes), MINUTES_A_BIN)
        ),
        use=_read_use(connection, site, days),
    )  # fmt: skip


def _read_stops(connection: Connection, site: str, visits: int, days: Days) -> Iterable[StopMeasures]:
    """Read each stop's sums and its histograms, added up: one row a stop, however many days."""
    sums = [func.sum(stop_days.c[name]) for name in _STOP_SUMS]
    joined = join_bytes(connection, stop_days.c.dwells)
    versions = _read_versions(connection, site, days)
    query = _rows(select(stop_days.c.stop, joined, *sums), stop_days, site, days)
    for stop, packed, *found in connection.execute(
        query.group_by(stop_days.c.stop).order_by(stop_days.c.stop)
    ):
        stopped, held, heard, share_sum, completed, capped = found
        dwells = add_up([split_bytes(packed)])
        yield StopMeasures(
            stop=stop,
            stopped=int(stopped),
            held=int(held),
            heard=int(heard),
            attraction=min(1.0, int(stopped) / visits) if visits else 0.0,
            holding_time_ms=find_quantile(dwells, 0.5, ms_of_bin),
            holding_power=share_sum / int(heard) if heard else None,
            completion=int(completed) / int(heard) if heard else None,
            capped_share=int(capped) / int(held) if held else None,
            quartiles_ms=find_quartiles(dwells, ms_of_bin),
            versions=versions.get(stop, {}),
        )


def _read_versions(connection: Connection, site: str, days: Days) -> Mapping[str, dict[str, VersionMeasures]]:
    """Read how each version of a narration on trial held, by stop."""
    named = (trial_days.c.stop, trial_days.c.version)
    sums = [func.sum(trial_days.c[name]) for name in ("stopped", "heard", "heard_share_sum", "completed")]
    query = _rows(select(*named, *sums), trial_days, site, days).group_by(*named).order_by(*named)
    found: dict[str, dict[str, VersionMeasures]] = {}
    for stop, version, stopped, heard, share_sum, completed in connection.execute(query):
        count = int(heard)
        found.setdefault(stop, {})[version] = VersionMeasures(
            stopped=int(stopped),
            heard=count,
            holding_power=share_sum / count if count else None,
            completion=int(completed) / count if count else None,
        )
    return found


def _read_use(connection: Connection, site: str, days: Days) -> SiteUse:
    moves = (move_days.c.from_stop, move_days.c.to_stop)
    return SiteUse(
        found_by=_read_tally(connection, "dwell", "by", UNKNOWN, site, days),
        moves=_read_parts(connection, move_days, move_days.c.moves, moves, site, days),
        settings=_read_settings(connection, site, days),
        failures=_read_words(connection, "failure", "one", site, days, amounts=True),
        tickets=_read_words(connection, "ticket", "one", site, days),
        people=_read_words(connection, "ticket", "fact", site, days, amounts=True)["ticket"],
        vouchers=_read_words(connection, "voucher", "one", site, days),
        returns=_read_words(connection, "return", "one", site, days),
        returns_from=_read_words(connection, "return", "three", site, days),
        suggested=_read_suggested(connection, site, days),
        ratings=_read_ratings(connection, site, days),
    )


def _read_ratings(connection: Connection, site: str, days: Days) -> Counter[tuple[str, int]]:
    named = (tally_days.c.one, tally_days.c.two)
    query = _rows(select(*named, func.sum(tally_days.c.facts)), tally_days, site, days)
    rows = connection.execute(query.where(tally_days.c.fact == "rating").group_by(*named))
    return Counter({(stop, int(stars)): int(count) for stop, stars, count in rows})


def _read_suggested(connection: Connection, site: str, days: Days) -> Suggested:
    sums = [func.sum(suggestion_days.c[name]) for name in ("suggestions", "opened")]
    query = _rows(select(suggestion_days.c.shown, *sums), suggestion_days, site, days)
    found = {shown: (int(count), int(opened)) for shown, count, opened in connection.execute(query.group_by(suggestion_days.c.shown))}  # fmt: skip
    return Suggested(*found.get(1, (0, 0)), *found.get(0, (0, 0)))


def _read_settings(connection: Connection, site: str, days: Days) -> Counter[str]:
    columns = (tally_days.c.one, tally_days.c.two)
    query = _rows(select(*columns, func.sum(tally_days.c.facts)), tally_days, site, days)
    rows = connection.execute(query.where(tally_days.c.fact == "setting").group_by(*columns))
    return Counter({f"{preference} {value}": int(count) for preference, value, count in rows})


def _read_tally(
    connection: Connection, kind: str, one: str, untold: str, site: str, days: Days
) -> Counter[str]:
    query = _rows(select(tally_days.c.two, func.sum(tally_days.c.facts)), tally_days, site, days)
    query = query.where(tally_days.c.fact == kind, tally_days.c.one == one).group_by(tally_days.c.two)
    return Counter({word or untold: int(count) for word, count in connection.execute(query)})


def _read_words(
    connection: Connection, kind: str, column: str, site: str, days: Days, *, amounts: bool = False
) -> Counter[str]:
    word, count = tally_days.c[column], tally_days.c.amount if amounts else tally_days.c.facts
    query = _rows(select(word, func.sum(count)), tally_days, site, days)
    rows = connection.execute(query.where(tally_days.c.fact == kind).group_by(word))
    return Counter({found: int(total) for found, total in rows})


def _read_parts(
    connection: Connection,
    table: Table,
    count: ColumnElement[int],
    columns: tuple[ColumnElement[str], ...],
    site: str,
    days: Days,
) -> Counter[Any]:
    query: Select[*tuple[Any, ...]] = select(*columns, func.sum(count))
    counts: Counter[Any] = Counter()
    for row in connection.execute(_rows(query, table, site, days).group_by(*columns)):
        words = tuple(row[:-1])
        counts[words[0] if len(words) == 1 else words] = int(row[-1])
    return counts


def _read_sums(
    connection: Connection, table: Table, names: tuple[str, ...], site: str, days: Days
) -> Mapping[str, int]:
    sums = [func.coalesce(func.sum(table.c[name]), 0) for name in names]
    row = connection.execute(_rows(select(*sums), table, site, days)).one()
    return dict(zip(names, map(int, row), strict=True))


def _rows(query: Select[*tuple[Any, ...]], table: Table, site: str, days: Days) -> Select[*tuple[Any, ...]]:
    return query.where(table.c.site == site, *days.within(table))
