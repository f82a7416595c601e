"""Folding an ended visit into unlinked facts: a dwell a stop, a move a step, one for the visit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kiosk.model.dwell import compute_dwell_ms, is_valid_dwell, is_valid_visit
from kiosk.model.facts import Fact
from kiosk.visits.history import HeardNarration, LoggedEvent, StopHistory, VisitHistory
from kiosk.visits.random_ids import new_id
from kiosk.visits.talk_back import message_facts, rating_facts
from kiosk.visits.timeline import read_visit
from kiosk.visits.trails import trail_facts

_ADMITTED_BY = {"TicketAccepted": "ticket", "VoucherRedeemed": "voucher", "PassRead": "return"}
_MS_A_MINUTE = 60_000
_MOST_MINUTES = 1_440


def fold(events: Sequence[LoggedEvent]) -> tuple[Fact, ...]:
    """Return the facts of one visit's rows (in logged order), as :func:`fold_history` makes them."""
    visit = read_visit(events)
    return () if visit is None else fold_history(visit)


def fold_history(visit: VisitHistory) -> tuple[Fact, ...]:
    """Return the facts of one visit, none of staff. What failed in it is counted elsewhere, by the day.

    A stop opened several times is one dwell: the sum; if one of its openings never closed, the dwell
    is unknown and the stop counts for attraction only.
    """
    if visit.staff:
        return ()
    dwells = {stop: _sum_dwell_ms(visit, history) for stop, history in visit.stops.items()}
    counted = is_valid_visit(dwells.values(), visit.length_ms)
    return (
        *(_dwell_fact(visit, visit.stops[stop], dwell, counted) for stop, dwell in dwells.items()),
        *_move_facts(visit, counted),
        _visit_fact(visit, sum(map(is_valid_dwell, dwells.values())), counted),
        *_suggestion_facts(visit, counted),
        *_setting_facts(visit, counted),
        *_admission_facts(visit),
        *rating_facts(visit, counted),
        *message_facts(visit),
        *trail_facts(visit),
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
            "id": new_id(),
            "stop": history.stop,
            "dwell_ms": dwell_ms,
            **_describe(heard, visit.language),
            "by": history.by,
            "hour": history.hour,
            "counted": counted,
        },
    )


def _describe(heard: HeardNarration | None, visit_language: str) -> dict[str, object]:
    if heard is None:
        nothing = {"depth": None, "kind": None, "version": None}
        return {"heard_ms": 0, "media_ms": 0, "language": visit_language, **nothing}
    return {
        "heard_ms": heard.heard_ms,
        "media_ms": heard.media_ms,
        "language": heard.language,
        "depth": heard.depth,
        "kind": heard.kind,
        "version": heard.version,
    }


def _move_facts(visit: VisitHistory, counted: bool) -> Iterator[Fact]:
    for origin, target in visit.moves:
        ends = {"from_stop": origin, "to_stop": target}
        yield Fact("move", {"id": new_id(), **ends, "day": visit.day, "counted": counted})


def _visit_fact(visit: VisitHistory, valid_stops: int, counted: bool) -> Fact:
    return Fact(
        "visit",
        {
            "id": new_id(),
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


def _suggestion_facts(visit: VisitHistory, counted: bool) -> Iterator[Fact]:
    for suggestion in visit.suggestions.values():
        told = {"shown": not suggestion.withheld, "taken": suggestion.taken, "opened": suggestion.opened}
        where = {"id": new_id(), "stop": suggestion.stop, "slot": suggestion.slot}
        yield Fact("suggestion", {**where, **told, "day": visit.day, "counted": counted})


def _setting_facts(visit: VisitHistory, counted: bool) -> Iterator[Fact]:
    for preference, value in visit.settings.items():
        wish = {"preference": preference, "value": value, "day": visit.day, "counted": counted}
        yield Fact("setting", {"id": new_id(), "site": visit.site, **wish})


def _admission_facts(visit: VisitHistory) -> Iterator[Fact]:
    for event, values in visit.admitted:
        yield Fact(_ADMITTED_BY[event], {"id": new_id(), "site": visit.site, **values, "day": visit.day})
