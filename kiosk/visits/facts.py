"""Folding an ended visit into unlinked facts: a dwell a stop, a move a step, one for the visit."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence

from kiosk.model.dwell import compute_dwell_ms, is_valid_dwell, is_valid_visit
from kiosk.model.facts import Fact
from kiosk.visits.timeline import HeardNarration, LoggedEvent, StopHistory, VisitHistory, read_visit

_MS_A_MINUTE = 60_000
_MOST_MINUTES = 1_440


def fold(events: Sequence[LoggedEvent]) -> tuple[Fact, ...]:
    """Return the facts of one visit's rows (in logged order): none for staff, or where its start is lost.

    A stop opened several times is one dwell: the sum; if one of its openings never closed, the dwell
    is unknown and the stop counts for attraction only.
    """
    visit = read_visit(events)
    if visit is None or visit.staff:
        return ()
    dwells = {stop: _sum_dwell_ms(visit, history) for stop, history in visit.stops.items()}
    counted = is_valid_visit(dwells.values(), visit.length_ms)
    return (
        *(_dwell_fact(visit, visit.stops[stop], dwell, counted) for stop, dwell in dwells.items()),
        *_move_facts(visit, counted),
        _visit_fact(visit, sum(map(is_valid_dwell, dwells.values())), counted),
    )


def _sum_dwell_ms(visit: VisitHistory, history: StopHistory) -> int | None:
    total = 0
    for opened_ms, closed_ms in history.openings:
        dwell = compute_dwell_ms(visit.timeline, opened_ms, closed_ms)
        if dwell is None:
            return None
        total += dwell
    return total


def _dwell_fact(visit: VisitHistory, history: StopHistory, dwell_ms: int | None, counted: bool) -> Fact:
    heard = max(history.narrations, key=lambda narration: narration.heard_ms, default=None)
    return Fact(
        "dwell",
        {
            "id": _new_id(),
            "stop": history.stop,
            "dwell_ms": dwell_ms,
            **_describe(heard, visit.language),
            "hour": history.hour,
            "counted": counted,
        },
    )


def _describe(heard: HeardNarration | None, visit_language: str) -> dict[str, object]:
    if heard is None:
        return {"heard_ms": 0, "media_ms": 0, "language": visit_language, "depth": None, "kind": None}
    return {
        "heard_ms": heard.heard_ms,
        "media_ms": heard.media_ms,
        "language": heard.language,
        "depth": heard.depth,
        "kind": heard.kind,
    }


def _move_facts(visit: VisitHistory, counted: bool) -> Iterator[Fact]:
    day = visit.hour[:10] if visit.hour else None
    for origin, target in visit.moves:
        values = {"id": _new_id(), "from_stop": origin, "to_stop": target, "day": day, "counted": counted}
        yield Fact("move", values)


def _visit_fact(visit: VisitHistory, valid_stops: int, counted: bool) -> Fact:
    return Fact(
        "visit",
        {
            "id": _new_id(),
            "site": visit.site,
            "stops": valid_stops,
            "stops_on_offer": visit.stops_on_offer,
            "minutes": min(_MOST_MINUTES, round(visit.length_ms / _MS_A_MINUTE)),
            "language": visit.language,
            "suggestions_shown": visit.suggestions_shown,
            "suggestions_taken": visit.suggestions_taken,
            "hour": visit.hour,
            "counted": counted,
        },
    )


def _new_id() -> str:
    return secrets.token_hex(8)
