"""Tries the guide and four plain ways on visits of people from whose visits nothing was learnt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import mean
from typing import Final, TypeVar

from kiosk.guide.evaluate.folds import FOLDS, split_by_visitor
from kiosk.guide.evaluate.learning import make_ground
from kiosk.guide.evaluate.measures import CUTS, Hits, find_moments
from kiosk.guide.evaluate.rankers import BASELINES, Ranker, make_ours
from kiosk.guide.evaluate.tour_ways import (
    TourMaker,
    find_minutes,
    make_counting_planner,
    make_counting_walker,
    make_planner,
    make_walker,
)
from kiosk.guide.evaluate.tours import TourMatch, find_tours
from kiosk.guide.evaluate.trails import Trail, Trails
from kiosk.guide.site_ground import SiteGround
from kiosk.guide.weights import FITTED, Weights

_Part = TypeVar("_Part", Hits, TourMatch)

OURS: Final = "the guide"
TOURS_A_FOLD: Final = 20
"""So many visits of each part are planned: planning one takes some hundred times as long as suggesting."""


@dataclass
class Score:
    """What one way of suggesting reached, part by part.

    Each part counts the same; lists are in the order of the parts. ``items`` is how many items there are. ``tours`` were asked
    for in a visit's minutes, ``counted_tours`` with as many stops as it had.
    """

    name: str
    items: int
    hits: list[Hits] = field(default_factory=list)
    tours: list[TourMatch] = field(default_factory=list)
    counted_tours: list[TourMatch] = field(default_factory=list)

    def hit_rate(self, cut: int) -> float:
        """Return the mean HR@cut of the parts, 0 to 1."""
        return _mean(self.hits, lambda one: one.rate(cut), lambda one: one.moments)

    @property
    def reciprocal_rank(self) -> float:
        """The mean reciprocal rank among the first ten."""
        return _mean(self.hits, lambda one: one.reciprocal_rank, lambda one: one.moments)

    @property
    def coverage(self) -> float:
        """The share of all items that was among the first five, at least once a part."""
        return _mean(self.hits, lambda one: one.coverage(self.items), lambda one: one.moments)

    def tour_f1(self, counted: bool = False) -> float:
        """Return the mean F1 of tours, in a visit's minutes or with as many stops."""
        return _mean(self.counted_tours if counted else self.tours, lambda one: one.f1, lambda one: one.tours)

    def pairs_f1(self, counted: bool = False) -> float:
        """Return the mean F1 of ordered pairs of stops."""
        tours = self.counted_tours if counted else self.tours
        return _mean(tours, lambda one: one.pairs_f1, lambda one: one.tours)

    @property
    def moments(self) -> int:
        """How many steps of visits were tried."""
        return sum(one.moments for one in self.hits)

    @property
    def tours_made(self) -> int:
        """How many tours were tried."""
        return sum(one.tours for one in self.tours)

    def as_dict(self) -> dict[str, object]:
        """Return all of it for programs."""
        rates = {f"hr_{cut}": round(self.hit_rate(cut), 4) for cut in CUTS}
        return {
            "way": self.name,
            **rates,
            "mrr": round(self.reciprocal_rank, 4),
            "coverage": round(self.coverage, 4),
            "tour_f1": self._tell(self.tour_f1()),
            "tour_pairs_f1": self._tell(self.pairs_f1()),
            "counted_tour_f1": self._tell(self.tour_f1(counted=True)),
            "counted_tour_pairs_f1": self._tell(self.pairs_f1(counted=True)),
            "moments": self.moments,
            "tours": self.tours_made,
        }

    def _tell(self, measure: float) -> float | None:
        return round(measure, 4) if self.tours_made else None


def evaluate(
    trails: Trails,
    folds: int = FOLDS,
    seed: int = 0,
    least: int = 1,
    tours_a_fold: int = TOURS_A_FOLD,
    weights: Weights = FITTED,
) -> list[Score]:
    """Return what the guide reached, then each of the plain ways.

    Args:
        trails: The visits.
        folds: Into how many parts the visitors are put; each is tried once, with what the others say.
        seed: Which visitors go together.
        least: A count below this is left out of what the guide learns, as a hub does with small ones.
        tours_a_fold: How many visits of each part are planned as well; 0 for none.
        weights: What counts how much; others than the fitted ones are for trying them out.

    Raises:
        KioskError: ``guide.too-few-visitors``.
    """
    scores = {name: Score(name, len(trails.items)) for name in (OURS, *BASELINES)}
    for learnt, tried in split_by_visitor(trails.trails, folds, seed):
        ground = make_ground(trails.items, learnt, least, weights=weights)
        rankers = {
            OURS: make_ours(ground),
            **{name: make(trails.items, learnt) for name, make in BASELINES.items()},
        }
        for name, score in scores.items():
            score.hits.append(_try_suggesting(rankers[name], tried))
        _try_planning(scores, ground, rankers, find_tours(learnt), find_tours(tried)[:tours_a_fold])
    return list(scores.values())


def _try_suggesting(ranker: Ranker, tried: Sequence[Trail]) -> Hits:
    hits = Hits()
    for past, target in find_moments(tried):
        hits.add(ranker, past, target)
    return hits


def _try_planning(
    scores: Mapping[str, Score],
    ground: SiteGround,
    rankers: Mapping[str, Ranker],
    learnt: Sequence[Sequence[str]],
    tours: Sequence[list[str]],
) -> None:
    """Ask all for the same tours, in the minutes of each visit and with as many stops."""
    minutes = [find_minutes(ground, stops) for stops in tours]
    counts = [len(stops) for stops in tours]
    planner = make_planner(ground)
    for name, score in scores.items():
        if name == OURS:
            timed, counting = planner, make_counting_planner(ground, planner, learnt if tours else ())
        else:
            timed, counting = make_walker(rankers[name], ground), make_counting_walker(rankers[name])
        score.tours.append(_match(timed, tours, minutes))
        score.counted_tours.append(_match(counting, tours, counts))


def _match(maker: TourMaker, tours: Sequence[list[str]], asked: Sequence[int]) -> TourMatch:
    match = TourMatch()
    for stops, number in zip(tours, asked, strict=True):
        match.add(maker(stops[0], number), stops)
    return match


def _mean(parts: Sequence[_Part], measure: Callable[[_Part], float], size: Callable[[_Part], int]) -> float:
    """Return the mean over the parts in which anything was tried."""
    return mean([measure(part) for part in parts if size(part)] or [0.0])
