"""Reports for eyes: small counts are hidden, and nothing lets them be worked out from the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from kiosk.model.measures import SiteMeasures, StopMeasures

HIDE_UNDER: Final = 5


@dataclass(frozen=True, slots=True)
class StopReport:
    """One stop's line. None: hidden because it rests on too few, or nothing to measure."""

    stop: str
    stopped: int | None
    attraction: float | None
    holding_time_s: float | None
    holding_power: float | None
    completion: float | None
    capped_share: float | None


@dataclass(frozen=True, slots=True)
class SiteReport:
    """One site's report. None: hidden because it rests on fewer than ``hidden_under``, or unknown."""

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

    def as_dict(self) -> dict[str, Any]:
        """Return the report as JSON-ready values."""
        return asdict(self)


def hide(count: int, under: int = HIDE_UNDER) -> int | None:
    """Return ``count``, or None where it is 1 to ``under - 1``; nobody is to be seen in a zero."""
    return None if 0 < count < under else count


def hide_partition(counts: Mapping[str, int], under: int = HIDE_UNDER) -> dict[str, int | None]:
    """Return parts of a known whole with the small ones hidden, so that the whole does not give them away.

    Complementary suppression: as long as the hidden parts are one alone, or are fewer than ``under``
    together, the next smallest part is hidden too.
    """
    ascending = sorted((name for name in counts if counts[name]), key=lambda name: (counts[name], name))
    hidden = [name for name in ascending if counts[name] < under]
    while hidden and (len(hidden) == 1 or sum(counts[name] for name in hidden) < under):
        if len(hidden) == len(ascending):
            break  # the whole itself is hidden by who calls, being no larger
        hidden.append(ascending[len(hidden)])
    return {name: None if name in hidden else count for name, count in counts.items()}


def disclose(measures: SiteMeasures, under: int = HIDE_UNDER) -> SiteReport:
    """Return what may be shown of one site; shares are given where at least ``under`` stand behind them."""
    shown = measures.visits >= under
    diligent = measures.diligent_share if shown and measures.diligent_of >= under else None
    stops = [_disclose_stop(stop, under, shown=shown) for stop in measures.stops]
    stops.sort(key=lambda stop: (-(stop.stopped if stop.stopped is not None else -1), stop.stop))
    return SiteReport(
        site=measures.site,
        hidden_under=under,
        visits=hide(measures.visits, under),
        mean_minutes=_rounded(measures.mean_minutes, 1) if shown else None,
        diligent_share=_rounded(diligent, 2),
        sweep_rate_index=_rounded(measures.sweep_rate_index, 1) if shown else None,
        suggestions_shown=hide(measures.suggestions_shown, under) if shown else None,
        suggestions_taken=hide(measures.suggestions_taken, under) if shown else None,
        languages=_parts(measures.languages, under, shown=shown),
        depths=_parts(measures.depths, under, shown=shown),
        stops=tuple(stops),
    )


def _disclose_stop(stop: StopMeasures, under: int, *, shown: bool) -> StopReport:
    stopped = hide(stop.stopped, under) if shown else None
    seen = stopped is not None
    held = seen and stop.held >= under
    heard = seen and stop.heard >= under
    holding_s = stop.holding_time_ms / 1000 if held and stop.holding_time_ms is not None else None
    return StopReport(
        stop=stop.stop,
        stopped=stopped,
        attraction=_rounded(stop.attraction, 2) if seen else None,
        holding_time_s=_rounded(holding_s, 1),
        holding_power=_rounded(stop.holding_power, 2) if heard else None,
        completion=_rounded(stop.completion, 2) if heard else None,
        capped_share=_rounded(stop.capped_share, 2) if held else None,
    )


def _parts(counts: Mapping[str, int], under: int, *, shown: bool) -> dict[str, int | None]:
    parts = hide_partition(counts, under) if shown else dict.fromkeys(counts)
    return dict(sorted(parts.items(), key=lambda part: (-(part[1] or 0), part[0])))


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)
