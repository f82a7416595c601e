"""Tours beside recorded visits of two cities and a park: the guide's own, and popularity-first.

All are asked as ``kiosk guide evaluate`` asks them: the first stop of a visit and its minutes, or as many stops as it had. How
likely a visit goes on is never fitted on the set that is tried: it is what does best on the others. Visitors are divided into
parts anew several times, and each division is a pair: the spread of the differences says whether a lead is luck. The visits may
not be shipped; without them (``../shared/data/trails`` or $KIOSK_TRAILS) nothing is measured.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import mean, stdev
from typing import Final

from kiosk.guide.evaluate.evaluation import OURS, Score, evaluate
from kiosk.guide.evaluate.folds import split_by_visitor
from kiosk.guide.evaluate.learning import make_ground
from kiosk.guide.evaluate.rankers import BASELINES
from kiosk.guide.evaluate.tour_ways import find_minutes, make_planner
from kiosk.guide.evaluate.tours import TourMatch, find_tours
from kiosk.guide.evaluate.trails import Trails
from kiosk.guide.weights import FITTED, Weights
from tests.benchmarks.bench_suggest import TRAILS, read_sets

Row = tuple[str, float, str, float | None]
FIRST: Final = "popularity"
TOURS_A_FOLD: Final = 60
DIVISIONS: Final = 5
GOING_ON: Final = (0.5, 0.7, 0.85)
# Fitting looks at so many visits of each other set.
FITTED_ON: Final = 60


def measure() -> Iterator[Row]:
    """Yield (goal, measured, unit, popularity-first in the same run)."""
    sets = read_sets()
    if not sets:
        print(f"   tours: not measured, no public visits in {TRAILS}")
    for name, trails in sets.items():
        weights = fit([other for key, other in sets.items() if key != name])
        print(f"   {name}: going on {weights.going_on:g} from the others")
        yield from measure_set(name, trails, weights)


def fit(others: Sequence[Trails]) -> Weights:
    """Return the weights with the best mean on some sets."""
    tries = [replace(FITTED, going_on=going_on) for going_on in GOING_ON]
    return max(
        tries, key=lambda weights: mean(try_some(trails, weights) for trails in others), default=FITTED
    )


def try_some(trails: Trails, weights: Weights) -> float:
    """Return the mean of F1 and pairs-F1 in the minutes of some visits."""
    learnt, tried = next(iter(split_by_visitor(trails.trails)))
    ground = make_ground(trails.items, learnt, weights=weights)
    plan, match = make_planner(ground), TourMatch()
    for stops in find_tours(tried)[:FITTED_ON]:
        match.add(plan(stops[0], find_minutes(ground, stops)), stops)
    return (match.f1 + match.pairs_f1) / 2


def measure_set(name: str, trails: Trails, weights: Weights) -> Iterator[Row]:
    """Yield both measures for both manners of asking, the mean over all divisions, and print the spread."""
    runs = [
        {
            score.name: score
            for score in evaluate(trails, seed=seed, tours_a_fold=TOURS_A_FOLD, weights=weights)
        }
        for seed in range(DIVISIONS)
    ]
    for counted in (False, True):
        asked = "with as many stops" if counted else "in a visit's minutes"
        for what, measure_one in (("F1", Score.tour_f1), ("pairs-F1", Score.pairs_f1)):
            found = {way: [measure_one(run[way], counted) for run in runs] for way in (OURS, *BASELINES)}
            tell_spread(f"{name}: {what} {asked}", found)
            yield (
                f"{name}: {what} {asked} (goal: ratio >= 1)",
                100 * mean(found[OURS]),
                "%",
                100 * mean(found[FIRST]),
            )


def tell_spread(what: str, found: dict[str, list[float]]) -> None:
    """Print by how much the guide is ahead, division by division."""
    ahead = [ours - first for ours, first in zip(found[OURS], found[FIRST], strict=True)]
    best = max(BASELINES, key=lambda way: mean(found[way]))
    print(
        f"   {what}: ahead of popularity-first by {mean(ahead):+.3f}, least {min(ahead):+.3f}, most {max(ahead):+.3f},"
        f" spread {stdev(ahead):.3f} over {len(ahead)} divisions; best plain way: {best} {mean(found[best]):.3f}"
    )
