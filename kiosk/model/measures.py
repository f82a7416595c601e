"""What unlinked facts tell: the field's measures, with formula and source. Counts are of guide users, not of visitors.

Sources: B. Serrell, "Paying Attention" (1998) for the sweep rate index and the diligent visitors; S.
Bitgood, "Attention and Value" (2013) and C. Robinson, "The Behavior of the Museum Visitor" (1928) for
attraction and holding power. The hub and the device compute them here, from the same facts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import fmean, median, quantiles
from typing import Any, Final

from kiosk.model.dwell import dwell_cap_ms, is_valid_dwell
from kiosk.model.facts import Fact
from kiosk.model.site_use import SiteUse, count_use

COMPLETE_SHARE: Final = 0.9
MINUTES_A_BIN: Final = 5
# A part of its own: left out, the difference of two sums would tell how few there are.
NOTHING_TOLD: Final = "nothing told"


@dataclass(frozen=True, slots=True)
class StopDwell:
    """One visit's dwell at a stop: None where it never closed. ``media_ms`` is 0 with no narration.

    ``version`` is "a" or "b" where that narration was one of two on trial, None else.
    """

    stop: str
    dwell_ms: int | None
    heard_ms: int
    media_ms: int
    depth: str | None = None
    version: str | None = None


@dataclass(frozen=True, slots=True)
class SiteVisit:
    """One counted visit, without its way: ``stops`` valid ones of ``stops_on_offer`` (0 unknown)."""

    site: str
    stops: int
    stops_on_offer: int
    minutes: int
    language: str
    suggestions_shown: int = 0
    suggestions_taken: int = 0


@dataclass(frozen=True, slots=True)
class VersionMeasures:
    """One of two versions of a narration: of the visits it was told to, as :class:`StopMeasures` has them."""

    stopped: int
    heard: int
    holding_power: float | None
    completion: float | None


@dataclass(frozen=True, slots=True)
class StopMeasures:
    """The measures of one stop; None where there is nothing to measure. ``held`` counts known dwells.

    ``quartiles_ms`` are the lower and upper quartile of the holding time, None of fewer than two. ``versions``
    are the measures of the visits that were told version "a" and "b", where two are on trial.
    """

    stop: str
    stopped: int
    held: int
    heard: int
    attraction: float
    holding_time_ms: float | None
    holding_power: float | None
    completion: float | None
    capped_share: float | None
    quartiles_ms: tuple[float, float] | None = None
    versions: Mapping[str, VersionMeasures] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SiteMeasures:
    """The measures of one site. ``visits`` counts valid ones; ``diligent_of`` those whose base is known.

    ``minutes_bins`` has the visits of 0 to under 5 minutes, 5 to under 10, and so on.
    """

    site: str
    visits: int
    mean_minutes: float | None
    diligent_of: int
    diligent_share: float | None
    sweep_rate_index: float | None
    suggestions_shown: int
    suggestions_taken: int
    languages: Mapping[str, int]
    depths: Mapping[str, int]
    stops: tuple[StopMeasures, ...] = field(default=())
    minutes_quartiles: tuple[float, float] | None = None
    minutes_bins: tuple[int, ...] = ()
    use: SiteUse = field(default_factory=SiteUse)


def measure_stop(stop: str, dwells: Iterable[StopDwell], visits: int) -> StopMeasures:
    """Return the measures of one stop among ``visits`` valid visits.

    attraction power = visits that stopped / visits (Bitgood 2013). holding time = median dwell of those
    who stopped, each capped at max(3 x narration, 5 min). holding power = mean min(1, media heard / its
    length) (Robinson 1928, with heard for seen). completion = share that heard 90 % or more.
    """
    stopped = [dwell for dwell in dwells if is_valid_dwell(dwell.dwell_ms)]
    held = [(dwell.dwell_ms, dwell_cap_ms(dwell.media_ms)) for dwell in stopped if dwell.dwell_ms is not None]
    capped_ms = [min(dwell_ms, cap_ms) for dwell_ms, cap_ms in held]
    shares = [min(1.0, dwell.heard_ms / dwell.media_ms) for dwell in stopped if dwell.media_ms]
    return StopMeasures(
        stop=stop,
        stopped=len(stopped),
        held=len(held),
        heard=len(shares),
        attraction=min(1.0, len(stopped) / visits) if visits else 0.0,
        holding_time_ms=median(capped_ms) if held else None,
        holding_power=fmean(shares) if shares else None,
        completion=fmean(share >= COMPLETE_SHARE for share in shares) if shares else None,
        capped_share=fmean(dwell_ms > cap_ms for dwell_ms, cap_ms in held) if held else None,
        quartiles_ms=find_quartiles(capped_ms),
    )


def measure_site(
    site: str,
    visits: Sequence[SiteVisit],
    dwells: Iterable[StopDwell],
    floor_area_m2: float | None = None,
    use: SiteUse | None = None,
) -> SiteMeasures:
    """Return the measures of one site from its counted visits and dwells.

    % diligent = share of visits that stopped at more than half of the stops; sweep rate index = floor
    area in square feet / mean visit minutes (both Serrell 1998).
    """
    by_stop: dict[str, list[StopDwell]] = defaultdict(list)
    for dwell in dwells:
        by_stop[dwell.stop].append(dwell)
    minutes = [visit.minutes for visit in visits]
    mean_minutes = fmean(minutes) if minutes else None
    diligent = [visit.stops * 2 > visit.stops_on_offer for visit in visits if visit.stops_on_offer]
    return SiteMeasures(
        site=site,
        visits=len(visits),
        mean_minutes=mean_minutes,
        diligent_of=len(diligent),
        diligent_share=fmean(diligent) if diligent else None,
        sweep_rate_index=sweep_rate_index(floor_area_m2, mean_minutes),
        suggestions_shown=sum(visit.suggestions_shown for visit in visits),
        suggestions_taken=sum(visit.suggestions_taken for visit in visits),
        languages=Counter(visit.language for visit in visits),
        depths=Counter(
            dwell.depth or NOTHING_TOLD
            for found in by_stop.values()
            for dwell in found
            if is_valid_dwell(dwell.dwell_ms)
        ),
        stops=tuple(_measure_trial(stop, found, len(visits)) for stop, found in sorted(by_stop.items())),
        minutes_quartiles=find_quartiles(minutes),
        minutes_bins=_count_bins(minutes),
        use=use or SiteUse(),
    )


def _measure_trial(stop: str, dwells: Sequence[StopDwell], visits: int) -> StopMeasures:
    """Return the measures of a stop and, of each version of its narration that was told, the same."""
    by_version: dict[str, list[StopDwell]] = defaultdict(list)
    for dwell in dwells:
        if dwell.version is not None:
            by_version[dwell.version].append(dwell)
    versions = {
        name: VersionMeasures(told.stopped, told.heard, told.holding_power, told.completion)
        for name, told in ((name, measure_stop(stop, found, visits)) for name, found in by_version.items())
    }
    return replace(measure_stop(stop, dwells, visits), versions=versions)


def _count_bins(minutes: Sequence[int]) -> tuple[int, ...]:
    bins = Counter(value // MINUTES_A_BIN for value in minutes)
    return tuple(bins[number] for number in range(max(bins, default=-1) + 1))


def find_quartiles(values: Sequence[float]) -> tuple[float, float] | None:
    """Return the lower and the upper quartile (inclusive), None of fewer than two values."""
    if len(values) < 2:
        return None
    lower, _median, upper = quantiles(values, n=4, method="inclusive")
    return lower, upper


def sweep_rate_index(floor_area_m2: float | None, mean_minutes: float | None) -> float | None:
    """Return Serrell's index in square feet a minute (300 is the mean of her 110 exhibitions), or None."""
    square_feet_a_m2 = 10.7639
    if not floor_area_m2 or not mean_minutes:
        return None
    return floor_area_m2 * square_feet_a_m2 / mean_minutes


def measure_facts(facts: Iterable[Fact], floor_area_m2: float | None = None) -> tuple[SiteMeasures, ...]:
    """Return the measures of each site in ``facts``; only those of valid visits count."""
    kept = list(facts)
    visits: dict[str, list[SiteVisit]] = defaultdict(list)
    dwells: dict[str, list[StopDwell]] = defaultdict(list)
    for fact in kept:
        if not fact.values.get("counted"):
            continue
        if fact.name == "visit":
            visits[fact.values["site"]].append(read_visit(fact.values))
        elif fact.name == "dwell":
            dwells[fact.values["stop"].split("/", 1)[0]].append(read_dwell(fact.values))
    use = count_use(kept)
    return tuple(
        measure_site(site, visits[site], dwells[site], floor_area_m2, use.get(site))
        for site in sorted({*visits, *dwells, *use})
    )


def read_visit(values: Mapping[str, Any]) -> SiteVisit:
    """Return the parts of a visit fact that are measured."""
    names = (
        "site",
        "stops",
        "stops_on_offer",
        "minutes",
        "language",
        "suggestions_shown",
        "suggestions_taken",
    )
    return SiteVisit(*(values[name] for name in names))


def read_dwell(values: Mapping[str, Any]) -> StopDwell:
    """Return the parts of a dwell fact that are measured."""
    names = ("stop", "dwell_ms", "heard_ms", "media_ms", "depth")
    # Facts of earlier versions of the program know of no trials.
    return StopDwell(**{name: values[name] for name in names}, version=values.get("version"))
