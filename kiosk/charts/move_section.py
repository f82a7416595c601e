"""How often guide users went from stop to stop: on the plan of each floor where it is known, else around a ring."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kiosk.charts.flow import Place, Way, draw_flow
from kiosk.charts.report_words import count_words, short_name
from kiosk.charts.section import Section
from kiosk.charts.table import format_table
from kiosk.model.disclosure import SiteReport
from kiosk.model.use_report import Move

# Of more arrows between a dozen stops nobody can follow one.
_DRAWN_WAYS: Final = 20


@dataclass(frozen=True, slots=True)
class OnPlan:
    """Where a stop stands: on which floor (its name), as shares of its plan's width and height from the top left.

    ``aspect`` is the plan's width over its height.
    """

    floor: str
    x: float
    y: float
    aspect: float = 1.0


def draw_moves(
    report: SiteReport,
    name_stop: Callable[[str], str] = short_name,
    plan: Mapping[str, OnPlan] | None = None,
) -> Section:
    """Return the ways from stop to stop.

    Args:
        report: The report of a site.
        name_stop: How a stop is called, by its id; no two stops alike.
        plan: Where stops stand. Only where every stop of a move is there is the plan drawn.
    """
    moves = report.use.moves
    stops = sorted({stop for move in moves for stop in (move.from_stop, move.to_stop)})
    words = (
        f"From one stop straight to the next; moves made fewer than {report.hidden_under} times are left out."
    )
    if plan and all(stop in plan for stop in stops):
        drawn, more = _draw_floors(moves, stops, name_stop, plan)
    else:
        drawn = _draw(moves, [Place(name_stop(stop)) for stop in stops], name_stop)
        more = _tell_drawn(min(len(moves), _DRAWN_WAYS), len(moves))
    rows = [[name_stop(move.from_stop), name_stop(move.to_stop), count_words(move.count)] for move in moves]
    table = format_table("Moves", ["from", "to", "moves"], rows)
    return Section("Moves", words + more, drawn, table)


def _draw_floors(
    moves: Sequence[Move], stops: Sequence[str], name_stop: Callable[[str], str], plan: Mapping[str, OnPlan]
) -> tuple[str, str]:
    charts, left = [], 0
    floors = dict.fromkeys(plan[stop].floor for stop in stops)
    for floor in floors:
        here = [stop for stop in stops if plan[stop].floor == floor]
        within = [move for move in moves if move.from_stop in here and move.to_stop in here]
        charts.append(_draw(within, [_place(name_stop(stop), plan[stop]) for stop in here], name_stop, floor))
        left += len(within[:_DRAWN_WAYS])
    named = " Stops stand to each other as on the plan; names are where there is room."
    between = f" Each of {len(floors)} floors is drawn by itself." if len(floors) > 1 else ""
    return "".join(charts), named + between + _tell_drawn(left, len(moves))


def _draw(
    moves: Sequence[Move], places: Iterable[Place], name_stop: Callable[[str], str], floor: str = ""
) -> str:
    ways = [Way(name_stop(move.from_stop), name_stop(move.to_stop), move.count) for move in moves]
    drawn = sorted(ways, key=lambda way: -way.count)[:_DRAWN_WAYS]
    title = f"Moves between stops: {floor}" if floor else "Moves between stops"
    return draw_flow(title, "The thicker an arrow, the more often it was walked.", list(places), drawn)


def _tell_drawn(drawn: int, moves: int) -> str:
    return (
        f" {drawn} of {moves} ways are drawn, the most walked first; the table has all."
        if drawn < moves
        else ""
    )


def _place(name: str, at: OnPlan) -> Place:
    return Place(name, at.x * at.aspect, at.y)
