"""Tries the guide and four plain ways on visits of people from whose visits nothing was learnt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import mean
from typing import Final, TypeVar

from kiosk.guide.evaluate.folds import FOLDS, split_by_visitor
from kiosk.guide.evaluate.learning import make_ground
from kiosk.guide.evaluate.measures import CUTS, Hits, find_moments
from kiosk.guide.evaluate.rankers import BASELINES, Ranker, make_ours
from kiosk.guide.evaluate.tours import TourMaker, TourMatch, find_tours, make_planner, make_walker
from kiosk.guide.evaluate.trails import Trail, Trails

_Part = TypeVar("_Part", Hits, TourMatch)

OURS: Final = "the guide"
TOURS_A_FOLD: Final = 20
"""So many visits of each part are planned: planning one takes some hundred times as long as suggesting."""


@dataclass
class Score:
    """What one way of suggesting reached, part by part.

    Each part counts the same. ``hits`` and ``tours`` are in the order of the parts; ``items`` is how many items there are.
    """

    name: str
    items: int
    hits: list[Hits] = field(default_factory=list)
    tours: list[TourMatch] = field(default_factory=list)

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

    @property
    def tour_f1(self) -> float:
        """The mean F1 of tours."""
        return _mean(self.tours, lambda one: one.f1, lambda one: one.tours)

    @property
    def pairs_f1(self) -> float:
        """The mean F1 of ordered pairs of stops."""
        return _mean(self.tours, lambda one: one.pairs_f1, lambda one: one.tours)

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
            "tour_f1": round(self.tour_f1, 4) if self.tours_made else None,
            "tour_pairs_f1": round(self.pairs_f1, 4) if self.tours_made else None,
            "moments": self.moments,
            "tours": self.tours_made,
        }


def evaluate(
    trails: Trails, folds: int = FOLDS, seed: int = 0, least: int = 1, tours_a_fold: int = TOURS_A_FOLD
) -> list[Score]:
    """Return what the guide reached, then each of the plain ways.

    Args:
        trails: The visits.
        folds: Into how many parts the visitors are put; each is tried once, with what the others say.
        seed: Which visitors go together.
        least: A count below this is left out of what the guide learns, as a hub does with small ones.
        tours_a_fold: How many visits of each part are planned as well; 0 for none.

    Raises:
        KioskError: ``guide.too-few-visitors``.
    """
    scores = {name: Score(name, len(trails.items)) for name in (OURS, *BASELINES)}
    for learnt, tried in split_by_visitor(trails.trails, folds, seed):
        ground = make_ground(trails.items, learnt, least)
        rankers = {
            OURS: make_ours(ground),
            **{name: make(trails.items, learnt) for name, make in BASELINES.items()},
        }
        makers = {
            name: make_planner(ground) if name == OURS else make_walker(rank)
            for name, rank in rankers.items()
        }
        tours = find_tours(tried)[:tours_a_fold]
        for name, score in scores.items():
            score.hits.append(_try_suggesting(rankers[name], tried))
            score.tours.append(_try_planning(makers[name], tours))
    return list(scores.values())


def _try_suggesting(ranker: Ranker, tried: Sequence[Trail]) -> Hits:
    hits = Hits()
    for past, target in find_moments(tried):
        hits.add(ranker, past, target)
    return hits


def _try_planning(maker: TourMaker, tours: Sequence[list[str]]) -> TourMatch:
    match = TourMatch()
    for stops in tours:
        match.add(maker(stops[0], len(stops)), stops)
    return match


def _mean(parts: Sequence[_Part], measure: Callable[[_Part], float], size: Callable[[_Part], int]) -> float:
    """Return the mean over the parts in which anything was tried."""
    return mean([measure(part) for part in parts if size(part)] or [0.0])
