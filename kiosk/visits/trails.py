"""The trail of a visit for a study: only where the visitor agreed on the screen, and did not take it back."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.model.dwell import compute_dwell_ms
from kiosk.model.facts import Fact
from kiosk.visits.history import VisitHistory
from kiosk.visits.random_ids import new_id

_MS_A_SECOND = 1_000


def trail_facts(visit: VisitHistory) -> Iterator[Fact]:
    """Yield one fact for each time a stop was opened, in order; none without consent.

    They share a random name made here: it is not the visit's id, which nothing outlives.
    """
    if visit.study is None:
        return
    trail = new_id()
    for step, (stop, opening, by) in enumerate(visit.opened, 1):
        opened_ms, closed_ms = visit.stops[stop].openings[opening]
        yield Fact(
            "trail",
            {
                "id": new_id(),
                "study": visit.study,
                "trail": trail,
                "step": step,
                "stop": stop,
                "started_s": max(0, opened_ms - visit.started_ms) // _MS_A_SECOND,
                "dwell_ms": compute_dwell_ms(visit.timeline, opened_ms, closed_ms),
                "by": by,
                "day": visit.day,
            },
        )
