"""Moves on a route through places: fill it with what is worth most, untangle it, shift pieces of it.

A route is a list of places, changed where it stands; its first and last stay where they are. Costs are symmetric and
never negative. These are the innermost loops of planning: they are written for speed, and measured by ``./run bench plan``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import inf
from typing import Final

Costs = Sequence[Sequence[float]]
Route = list[int]

LEAST: Final = 1e-9  # a change that is smaller is rounding
LONGEST_PIECE: Final = 3
_NO_WAY_ROUND: Final = 0.01  # added to each cost, so that of two places on the way the more worthy goes first


def measure(costs: Costs, route: Route) -> float:
    """Return what a route costs."""
    return sum([costs[one][other] for one, other in pairwise(route)])


def fill(costs: Costs, route: Route, worth: Sequence[float], free: set[int], left: float) -> float:
    """Put in places of ``free``, always the one worth most for its cost, until none fits into ``left``; return what is left.

    Each goes in where it costs least; what went in is free no more.
    """
    extra: dict[int, float] = {}
    after: dict[int, int] = {}
    for place in free:
        cost, before = find_gap(costs, route, place)
        if cost <= left:
            extra[place], after[place] = cost, before
    while extra:
        place = _pick(extra, worth)
        at = route.index(after[place]) + 1
        route.insert(at, place)
        free.discard(place)
        left -= extra.pop(place)
        _renew(costs, route, at, extra, after)
        extra = {one: cost for one, cost in extra.items() if cost <= left}
    return left


def find_gap(costs: Costs, route: Route, place: int) -> tuple[float, int]:
    """Return what a place costs where it costs least, and the place after which that is."""
    row = costs[place]
    least, before = inf, -1
    one, to_one = route[0], row[route[0]]
    for other in route[1:]:
        to_other = row[other]
        cost = to_one + to_other - costs[one][other]
        if cost < least:
            least, before = cost, one
        one, to_one = other, to_other
    return least, before


def _pick(extra: Mapping[int, float], worth: Sequence[float]) -> int:
    best, picked = -1.0, -1
    for place, cost in extra.items():
        value = worth[place] / ((cost if cost > 0 else 0.0) + _NO_WAY_ROUND)
        if value > best:
            best, picked = value, place
    return picked


def _renew(costs: Costs, route: Route, at: int, extra: dict[int, float], after: dict[int, int]) -> None:
    """Reckon anew where each place costs least, now that another was put in at ``at``."""
    one, new, other = route[at - 1 : at + 2]
    first, second = costs[one][new], costs[new][other]
    for place, least in extra.items():
        if after[place] == one:  # its gap is gone
            extra[place], after[place] = find_gap(costs, route, place)
            continue
        row = costs[place]
        before_new = row[one] + row[new] - first
        behind_new = row[new] + row[other] - second
        if before_new < least and before_new <= behind_new:
            extra[place], after[place] = before_new, one
        elif behind_new < least:
            extra[place], after[place] = behind_new, new


def untangle(costs: Costs, route: Route) -> bool:
    """Turn pieces round as long as that makes the route cheaper (2-opt); tell whether any was."""
    changed, again = False, True
    while again:
        again = False
        for first in range(len(route) - 3):
            row_a = costs[route[first]]
            row_b = costs[route[first + 1]]
            step = row_a[route[first + 1]] - LEAST
            for last in range(first + 2, len(route) - 1):
                end, beyond = route[last], route[last + 1]
                if row_a[end] + row_b[beyond] < step + costs[end][beyond]:
                    route[first + 1 : last + 1] = route[last:first:-1]
                    again = changed = True
                    row_b = costs[route[first + 1]]
                    step = row_a[route[first + 1]] - LEAST
    return changed


def shorten(costs: Costs, route: Route) -> None:
    """Untangle a route and shift pieces of up to three places, turned round or not, as long as that makes it cheaper."""
    again = True
    while again:
        untangle(costs, route)
        again = False
        for size in range(1, LONGEST_PIECE + 1):
            for at in range(1, len(route) - size):
                again |= _shift(costs, route, at, size)


def _shift(costs: Costs, route: Route, at: int, size: int) -> bool:
    """Move the piece of ``size`` places at ``at`` to where it costs least; tell whether it moved."""
    if at + size >= len(route):
        return False
    one, head, tail, other = route[at - 1], route[at], route[at + size - 1], route[at + size]
    saved = costs[one][head] + costs[tail][other] - costs[one][other] - LEAST
    if saved <= 0:
        return False
    piece = route[at : at + size]
    rest = route[:at] + route[at + size :]
    to_head, to_tail = costs[head], costs[tail]
    best, target, turned = saved, -1, False
    for gap in range(len(rest) - 1):
        before, behind = rest[gap], rest[gap + 1]
        step = costs[before][behind]
        straight = to_head[before] + to_tail[behind] - step
        if straight < best:
            best, target, turned = straight, gap + 1, False
        back = to_tail[before] + to_head[behind] - step
        if back < best:
            best, target, turned = back, gap + 1, True
    if target < 0:
        return False
    rest[target:target] = reversed(piece) if turned else piece
    route[:] = rest
    return True
