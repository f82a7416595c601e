"""Two versions of a stop's narration on trial: what may be told of each, and whether one surely holds better.

Each visit draws one of them at random. Holding power and completion are those of :mod:`kiosk.model.measures`, of the
visits that were told a version.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Final

from kiosk.model.measures import StopMeasures, VersionMeasures
from kiosk.model.suppression import (
    HIDE_UNDER,
    is_few,
    may_tell_share,
    round_down,
    round_share,
)

# The 97.5 % quantile of the normal distribution: an interval of 95 %.
_Z: Final = 1.96


@dataclass(frozen=True, slots=True)
class VersionReport:
    """What may be told of one version; None: it rests on too few, or there is nothing to measure.

    ``stopped_at_least`` and ``heard_at_least`` are how many visits stopped and heard it, rounded down: the exact
    numbers would tell, beside the stop's own, how few stopped here before the trial.
    """

    version: str
    stopped_at_least: int | None
    heard_at_least: int | None
    holding_power: float | None
    completion: float | None


@dataclass(frozen=True, slots=True)
class TrialReport:
    """Two versions beside each other.

    ``better`` is the version that more visitors hear to its end, where that is hardly chance (``find_better``); "" where
    it may be.
    """

    versions: tuple[VersionReport, ...]
    better: str = ""


def disclose_trial(stop: StopMeasures, visits: int, under: int = HIDE_UNDER) -> TrialReport | None:
    """Return what may be told of a stop's trial among ``visits``, None where there is none or too few took part.

    Where nearly all visits stopped, so many are taken off the counts that their sum does not tell how many
    did not; of few visits nothing is told then.
    """
    told = [stop.versions[name] for name in sorted(stop.versions)]
    if len(told) < 2 or any(version.stopped < under for version in told):
        return None
    hidden = under if is_few(visits - stop.stopped, under) else 0
    if hidden and visits < 4 * under:
        return None
    reports = [_disclose_version(name, stop.versions[name], hidden, under) for name in sorted(stop.versions)]
    may_compare = all(report.completion is not None for report in reports)
    return TrialReport(tuple(reports), find_better(stop.versions) if may_compare else "")


def find_better(versions: Mapping[str, VersionMeasures]) -> str:
    """Return the version heard to its end by a larger share of those who heard it, "" where that may be chance.

    The interval of 95 % for the difference of two shares after Agresti and Caffo (The American Statistician 54, 2000):
    one more who did and one more who did not are added to each, which holds for small numbers too.
    """
    (one, first), (other, second) = sorted(versions.items())[:2]
    share, spread = _smooth_share(first)
    other_share, other_spread = _smooth_share(second)
    difference = share - other_share
    if abs(difference) <= _Z * sqrt(spread + other_spread):
        return ""
    return one if difference > 0 else other


def _smooth_share(version: VersionMeasures) -> tuple[float, float]:
    """Return the smoothed share that heard it to its end, and that share's variance."""
    count = version.heard + 2
    share = ((version.completion or 0.0) * version.heard + 1) / count
    return share, share * (1 - share) / count


def _disclose_version(name: str, found: VersionMeasures, hidden: int, under: int) -> VersionReport:
    stopped, heard = max(0, found.stopped - hidden), max(0, found.heard - hidden)
    heard_enough = heard >= under
    completed = round((found.completion or 0.0) * found.heard)
    tells = found.completion is not None and heard_enough and may_tell_share(completed, found.heard, under)
    return VersionReport(
        version=name,
        stopped_at_least=round_down(stopped, under) or None,
        heard_at_least=round_down(heard, under) or None,
        holding_power=round(found.holding_power, 2)
        if heard_enough and found.holding_power is not None
        else None,
        completion=round_share(completed, found.heard) if tells else None,
    )
