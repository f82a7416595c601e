"""Counts told in full steps, so that no two reports can be taken from each other to find a small one.

What is told of a period is the difference of two numbers of whole steps: those filled from the first day on until
its end, and those filled before it began. So every count told is a multiple of the step, and so is every sum and
difference of such counts, whichever periods, sites and tables they are of and whenever they are asked for: never 1 to
``step - 1``. What does not fill a step is not lost, but told with the next day that fills it; what is told of two
periods that follow each other adds up to what is told of both. A told count is less than a step away from the true one.

The method is that of rounding the building blocks of all tables once, consistently (Langsrud and Heldal, "An Algorithm
for Small Count Rounding of Tabular Data", 2018), with days as the blocks and the remainder carried on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Final, TypeVar

from kiosk.model.measures import SiteMeasures, StopMeasures, VersionMeasures
from kiosk.model.site_use import SiteUse, Suggested

K = TypeVar("K")
# Every single one is told: for sums that nobody but the program reads.
EXACT: Final = 1


def tell(inside: int, before: int, step: int) -> int:
    """Return what is told of ``inside``, where ``before`` were counted from the first day on until it begins.

    Within ``step - 1`` of ``inside``; where nothing is before, never more than it.
    """
    return (before + inside) // step * step - before // step * step


def tell_parts(counts: Mapping[K, int], step: int) -> Counter[K]:
    """Return the parts of which something is told, and what, where nothing is before them."""
    return Counter({part: told for part, count in counts.items() if (told := tell(count, 0, step))})


def tell_measures(measures: SiteMeasures, step: int) -> SiteMeasures:
    """Return a site's measures from its first day on with every count in full steps, and every share made of those."""
    visits = tell(measures.visits, 0, step)
    diligent_of = tell(measures.diligent_of, 0, step)
    diligent = tell(_part(measures.diligent_share, measures.diligent_of), 0, step)
    return replace(
        measures,
        visits=visits,
        diligent_of=diligent_of,
        diligent_share=share_of(diligent, diligent_of),
        suggestions_shown=tell(measures.suggestions_shown, 0, step),
        suggestions_taken=tell(measures.suggestions_taken, 0, step),
        languages=tell_parts(measures.languages, step),
        depths=tell_parts(measures.depths, step),
        stops=tuple(_tell_stop(stop, visits, step) for stop in measures.stops),
        minutes_bins=tell_bins(measures.minutes_bins, (), step),
        use=_tell_use(measures.use, step),
    )


def tell_bins(inside: Sequence[int], before: Sequence[int], step: int) -> tuple[int, ...]:
    """Return what is told of each bin of a histogram; ``before`` may have more or fewer bins."""
    earlier = [*before, *[0] * len(inside)]
    return tuple(tell(count, earlier[number], step) for number, count in enumerate(inside))


def share_of(part: int, whole: int) -> float | None:
    """Return which share of ``whole`` a part is, both as they are told; None of nothing.

    A part may be told a step later than its whole was, and then be the larger of the two.
    """
    return min(1.0, part / whole) if whole else None


def _tell_stop(stop: StopMeasures, visits: int, step: int) -> StopMeasures:
    stopped, held, heard = (tell(count, 0, step) for count in (stop.stopped, stop.held, stop.heard))
    return replace(
        stop,
        stopped=stopped,
        held=held,
        heard=heard,
        attraction=share_of(stopped, visits) or 0.0,
        completion=share_of(tell(_part(stop.completion, stop.heard), 0, step), heard),
        capped_share=share_of(tell(_part(stop.capped_share, stop.held), 0, step), held),
        versions={name: _tell_version(one, step) for name, one in stop.versions.items()},
    )


def _tell_version(version: VersionMeasures, step: int) -> VersionMeasures:
    heard = tell(version.heard, 0, step)
    completed = tell(_part(version.completion, version.heard), 0, step)
    return replace(version, stopped=tell(version.stopped, 0, step), heard=heard, completion=share_of(completed, heard))  # fmt: skip


def _tell_use(use: SiteUse, step: int) -> SiteUse:
    suggested = Suggested(*(tell(getattr(use.suggested, one.name), 0, step) for one in fields(Suggested)))
    return SiteUse(
        found_by=tell_parts(use.found_by, step),
        moves=tell_parts(use.moves, step),
        settings=tell_parts(use.settings, step),
        failures=tell_parts(use.failures, step),
        tickets=tell_parts(use.tickets, step),
        people=tell(use.people, 0, step),
        vouchers=tell_parts(use.vouchers, step),
        returns=tell_parts(use.returns, step),
        returns_from=tell_parts(use.returns_from, step),
        suggested=suggested,
        ratings=tell_parts(use.ratings, step),
    )


def _part(share: float | None, whole: int) -> int:
    """Return the part that a share was made of."""
    return round((share or 0.0) * whole)
