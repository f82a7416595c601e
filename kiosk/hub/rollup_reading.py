"""Measures from the rollups: what :mod:`kiosk.model.measures` makes of facts, made of their sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from sqlalchemy import ColumnElement, Connection, select, union

from kiosk.hub.database.rollup_tables import (
    move_days,
    stop_days,
    suggestion_days,
    tally_days,
    trial_days,
    visit_days,
)
from kiosk.hub.days import ALL_DAYS, Days
from kiosk.hub.histograms import Counts, add_up, find_quantile, find_quartiles, ms_of_bin
from kiosk.hub.rollup_counts import NOWHERE
from kiosk.hub.told_sums import RollupSums, Sums
from kiosk.model.measures import (
    MINUTES_A_BIN,
    NOTHING_TOLD,
    SiteMeasures,
    StopMeasures,
    VersionMeasures,
    sweep_rate_index,
)
from kiosk.model.site_use import UNKNOWN, SiteUse, Suggested
from kiosk.model.steps import EXACT, share_of, tell_bins

_STOP_SUMS: Final = tuple(stop_days.c[name] for name in ("stopped", "held", "heard", "completed", "capped", "heard_share_sum"))  # fmt: skip
_TRIAL_SUMS: Final = tuple(trial_days.c[name] for name in ("stopped", "heard", "completed", "heard_share_sum"))  # fmt: skip
_VISIT_SUMS: Final = tuple(visit_days.c[name] for name in ("visits", "diligent_of", "diligent", "suggestions_shown", "suggestions_taken", "minutes_sum"))  # fmt: skip


def list_sites(connection: Connection) -> list[str]:
    """Return the sites of which anything is known, by name."""
    of_tables = (select(table.c.site).distinct() for table in (visit_days, stop_days, tally_days))
    return sorted(site for site in connection.scalars(union(*of_tables)) if site != NOWHERE)


def measure(
    connection: Connection,
    site: str,
    floor_area_m2: float | None = None,
    days: Days = ALL_DAYS,
    step: int = EXACT,
) -> SiteMeasures:
    """Return the measures of one site over ``days``: counts in full steps (:mod:`kiosk.model.steps`) and shares of them.

    Means and percentiles are of the days themselves, those of the holding time within 1 %. Stops are all that were
    ever stopped or glanced at until the last of the days.
    """
    reading = RollupSums(connection, site, days, step)
    of_site = reading.read((), _VISIT_SUMS, histogram=visit_days.c.minutes, before_too=True)
    (sums,) = of_site.values() or (_NO_VISITS,)
    visits, diligent_of, diligent, shown, taken = (reading.tell(sums, number) for number in range(5))
    mean_minutes = sums.inside[5] / sums.inside[0] if sums.inside[0] else None
    return SiteMeasures(
        site=site,
        visits=visits,
        mean_minutes=mean_minutes,
        diligent_of=diligent_of,
        diligent_share=share_of(diligent, diligent_of),
        sweep_rate_index=sweep_rate_index(floor_area_m2, mean_minutes),
        suggestions_shown=shown,
        suggestions_taken=taken,
        languages=reading.count_words(visit_days.c.language, visit_days.c.visits),
        depths=_read_dwells(reading, "depth", NOTHING_TOLD),
        stops=tuple(_read_stops(reading, visits)),
        minutes_quartiles=find_quartiles(sums.histogram, float),
        minutes_bins=tell_bins(_add_bins(sums.histogram), _add_bins(sums.histogram_before), step),
        use=_read_use(reading),
    )


def _add_bins(minutes: Counts) -> list[int]:
    return [
        int(minutes[start : start + MINUTES_A_BIN].sum()) for start in range(0, len(minutes), MINUTES_A_BIN)
    ]


def _read_stops(reading: RollupSums, visits: int) -> Iterator[StopMeasures]:
    """Read each stop's sums and its histograms, added up: two rows a stop at most, however many days."""
    versions = _read_versions(reading)
    found = reading.read((stop_days.c.stop,), _STOP_SUMS, histogram=stop_days.c.dwells)
    for (stop,), sums in found.items():
        stopped, held, heard, completed, capped = (reading.tell(sums, number) for number in range(5))
        yield StopMeasures(
            stop=stop,
            stopped=stopped,
            held=held,
            heard=heard,
            attraction=share_of(stopped, visits) or 0.0,
            holding_time_ms=find_quantile(sums.histogram, 0.5, ms_of_bin),
            holding_power=_mean(sums, 5, 2),
            completion=share_of(completed, heard),
            capped_share=share_of(capped, held),
            quartiles_ms=find_quartiles(sums.histogram, ms_of_bin),
            versions=versions.get(stop, {}),
        )


def _read_versions(reading: RollupSums) -> Mapping[str, dict[str, VersionMeasures]]:
    """Read how each version of a narration on trial held, by stop."""
    versions: dict[str, dict[str, VersionMeasures]] = {}
    for (stop, version), sums in reading.read((trial_days.c.stop, trial_days.c.version), _TRIAL_SUMS).items():
        stopped, heard, completed = (reading.tell(sums, number) for number in range(3))
        versions.setdefault(stop, {})[version] = VersionMeasures(
            stopped=stopped,
            heard=heard,
            holding_power=_mean(sums, 3, 1),
            completion=share_of(completed, heard),
        )
    return versions


def _mean(sums: Sums, total: int, count: int) -> float | None:
    return sums.inside[total] / sums.inside[count] if sums.inside[count] else None


def _read_use(reading: RollupSums) -> SiteUse:
    tally = tally_days.c
    moves = reading.count((move_days.c.from_stop, move_days.c.to_stop), move_days.c.moves)
    settings = reading.count((tally.one, tally.two), tally.facts, tally.fact == "setting")
    people = reading.count((), tally.amount, tally.fact == "ticket")
    ratings = reading.count((tally.one, tally.two), tally.facts, tally.fact == "rating")
    return SiteUse(
        found_by=_read_dwells(reading, "by", UNKNOWN),
        moves=Counter({(origin, target): count for (origin, target), count in moves}),
        settings=Counter({f"{preference} {value}": count for (preference, value), count in settings}),
        failures=reading.count_words(tally.one, tally.amount, tally.fact == "failure"),
        tickets=reading.count_words(tally.one, tally.facts, tally.fact == "ticket"),
        people=sum(count for _key, count in people),
        vouchers=reading.count_words(tally.one, tally.facts, tally.fact == "voucher"),
        returns=reading.count_words(tally.one, tally.facts, tally.fact == "return"),
        returns_from=reading.count_words(tally.three, tally.facts, tally.fact == "return"),
        suggested=_read_suggested(reading),
        ratings=Counter({(stop, int(stars)): count for (stop, stars), count in ratings}),
    )


def _read_suggested(reading: RollupSums) -> Suggested:
    columns = (suggestion_days.c.suggestions, suggestion_days.c.opened)
    found = reading.read((suggestion_days.c.shown,), columns)
    told = {shown: (reading.tell(sums, 0), reading.tell(sums, 1)) for (shown,), sums in found.items()}
    return Suggested(*told.get(1, (0, 0)), *told.get(0, (0, 0)))


def _read_dwells(reading: RollupSums, named: str, untold: str) -> Counter[str]:
    """Return the site's dwells by what is told of each under ``named``."""
    tally = tally_days.c
    is_meant: ColumnElement[bool] = (tally.fact == "dwell") & (tally.one == named)
    return Counter(
        {
            word or untold: count
            for word, count in reading.count_words(tally.two, tally.facts, is_meant).items()
        }
    )


_NO_VISITS: Final = Sums([0] * 6, [0] * 6, add_up([]), add_up([]))
