"""Reports for eyes: small counts are hidden, and nothing lets them be worked out from the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Final

from kiosk.model.measures import MINUTES_A_BIN, SiteMeasures, StopMeasures
from kiosk.model.site_use import Suggested
from kiosk.model.suppression import (
    HIDE_UNDER,
    hide,
    hide_parts,
    is_few,
    may_tell_median,
    may_tell_quartiles,
    may_tell_share,
    may_tell_whole,
    merge_spans,
    round_down,
    round_share,
)
from kiosk.model.trials import TrialReport, disclose_trial
from kiosk.model.use_report import UseReport, disclose_use

__all__ = ["HIDE_UNDER", "SiteReport", "StopReport", "disclose", "hide"]

Quartiles = tuple[float, float]
_MS_A_SECOND: Final = 1_000


@dataclass(frozen=True, slots=True)
class StopReport:
    """One stop's line. None: hidden because it rests on too few, or nothing to measure.

    ``nearly_all``: all but 1 to ``hidden_under - 1`` guide users stopped here, which hides how many did.
    ``held_at_least`` and ``heard_at_least`` are how many values the percentiles and the shares of media
    rest on, rounded down. ``trial`` is of two versions of its narration, None where none is on.
    """

    stop: str
    stopped: int | None
    attraction: float | None
    holding_time_s: float | None
    holding_power: float | None
    completion: float | None
    capped_share: float | None
    nearly_all: bool = False
    holding_quartiles_s: Quartiles | None = None
    held_at_least: int | None = None
    heard_at_least: int | None = None
    trial: TrialReport | None = None


@dataclass(frozen=True, slots=True)
class MinutesSpan:
    """How many visits took ``start`` to under ``end`` minutes."""

    start: int
    end: int
    count: int


@dataclass(frozen=True, slots=True)
class SiteReport:
    """One site's report. None: hidden because it rests on fewer than ``hidden_under``, or unknown.

    Parts (``languages``, ``depths``) have their small ones joined under ``suppression.OTHERS``.
    """

    site: str
    hidden_under: int
    visits: int | None
    mean_minutes: float | None
    diligent_share: float | None
    sweep_rate_index: float | None
    suggestions_shown: int | None
    suggestions_taken: int | None
    languages: Mapping[str, int | None]
    depths: Mapping[str, int | None]
    stops: tuple[StopReport, ...]
    minutes_quartiles: Quartiles | None = None
    minutes: tuple[MinutesSpan, ...] = ()
    use: UseReport = field(default_factory=UseReport)

    def as_dict(self) -> dict[str, Any]:
        """Return the report as JSON-ready values."""
        return asdict(self)


def disclose(measures: SiteMeasures, under: int = HIDE_UNDER) -> SiteReport:
    """Return what may be shown of one site; shares are given where at least ``under`` stand behind them."""
    visits = measures.visits
    if visits < under:
        return _disclose_nothing(measures, under)
    stops = [_disclose_stop(stop, visits, under) for stop in measures.stops]
    stops.sort(key=_by_attraction)
    dwells_may_be_told = _may_tell_dwells(measures, under)
    shown, taken = measures.suggestions_shown, measures.suggestions_taken
    return SiteReport(
        site=measures.site,
        hidden_under=under,
        visits=visits,
        mean_minutes=_rounded(measures.mean_minutes, 1),
        diligent_share=_share(measures.diligent_share, measures.diligent_of, under),
        sweep_rate_index=_rounded(measures.sweep_rate_index, 1),
        suggestions_shown=hide(shown, under),
        suggestions_taken=taken if shown and may_tell_share(taken, shown, under) else None,
        languages=hide_parts(measures.languages, under),
        depths=hide_parts(measures.depths, under) if dwells_may_be_told else {},
        stops=tuple(stops),
        minutes_quartiles=_quartiles(measures.minutes_quartiles, visits, 1.0, under),
        minutes=tuple(
            MinutesSpan(first * MINUTES_A_BIN, (last + 1) * MINUTES_A_BIN, count)
            for first, last, count in merge_spans(measures.minutes_bins, under)
        ),
        use=disclose_use(measures.use, under, dwells_may_be_told=dwells_may_be_told),
    )


def _disclose_nothing(measures: SiteMeasures, under: int) -> SiteReport:
    stops = tuple(StopReport(stop.stop, None, None, None, None, None, None) for stop in measures.stops)
    # Failures, tickets and passes have bases of their own; moves and settings are those of the visits.
    apart = replace(measures.use, moves=Counter(), settings=Counter(), suggested=Suggested())
    use = disclose_use(apart, under, dwells_may_be_told=False)
    visits = hide(measures.visits, under)
    return SiteReport(measures.site, under, visits, None, None, None, None, None, {}, {}, stops, use=use)


def _disclose_stop(stop: StopMeasures, visits: int, under: int) -> StopReport:
    nearly_all = is_few(visits - stop.stopped, under)
    if is_few(stop.stopped, under) or (nearly_all and visits < 2 * under):
        return StopReport(stop.stop, None, None, None, None, None, None)
    # Of nearly all, what is shown or not must not tell which of the few numbers it is.
    most = visits - under if nearly_all else visits
    held, heard = min(stop.held, most), min(stop.heard, most)
    holds = may_tell_median(held, under) and stop.holding_time_ms is not None
    return StopReport(
        stop=stop.stop,
        stopped=None if nearly_all else stop.stopped,
        attraction=None if nearly_all else _rounded(stop.attraction, 2),
        holding_time_s=_rounded((stop.holding_time_ms or 0) / _MS_A_SECOND, 0) if holds else None,
        holding_power=_rounded(stop.holding_power, 2) if heard >= under else None,
        completion=_share(stop.completion, stop.heard, under),
        capped_share=_share(stop.capped_share, stop.held, under),
        nearly_all=nearly_all,
        holding_quartiles_s=_quartiles(stop.quartiles_ms, held, _MS_A_SECOND, under),
        held_at_least=round_down(held, under) or None,
        heard_at_least=round_down(heard, under) or None,
        trial=disclose_trial(stop, visits, under),
    )


def _may_tell_dwells(measures: SiteMeasures, under: int) -> bool:
    """Tell whether all dwells together may be split up otherwise (by depth, by how the stop was found).

    Such a split tells the sum of the column ``stopped``, which gives away a single hidden cell of it.
    """
    few = [stop.stopped for stop in measures.stops if is_few(stop.stopped, under)]
    lacking = [measures.visits - stop.stopped for stop in measures.stops]
    nearly_all = [count for count in lacking if is_few(count, under)]
    if measures.visits < 2 * under:
        return not few and not nearly_all
    return may_tell_whole(few, nearly_all, under)


def _by_attraction(stop: StopReport) -> tuple[float, str]:
    # What lies between two figures would be told by its place among them: hidden ones go last, by name.
    return (
        -2.0 if stop.nearly_all else -(stop.attraction if stop.attraction is not None else -1.0),
        stop.stop,
    )


def _share(share: float | None, of: int, under: int) -> float | None:
    if share is None or not may_tell_share(round(share * of), of, under):
        return None
    return round_share(share * of, of)


def _quartiles(found: Quartiles | None, of: int, unit: float, under: int) -> Quartiles | None:
    if found is None or not may_tell_quartiles(of, under):
        return None
    lower, upper = found
    return round(lower / unit, 0), round(upper / unit, 0)


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)
