"""Which places of a list of suggestions are kept for what: most for what fits, one for taste, one for the little known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import Final

from kiosk.guide.fit import Fit
from kiosk.model.content import StopCard

# One place in five is for new or less-visited stops: fewer, and they are never found; more, and the rest suffers.
_PLACES_A_TURN: Final = 5
# What is less alike than this has nothing to do with it.
_LEAST_LIKENESS: Final = 0.15
# Stayed longer than others, and than this visitor does, by a third.
_LEAST_INTEREST: Final = 0.3


class Slot(StrEnum):
    """What a place in the list is for."""

    TOUR = "tour"
    FITTING = "fitting"
    STAYED = "stayed"
    LITTLE_KNOWN = "little-known"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A stop for a place; ``because`` is the stop that was stayed with, in the place for that."""

    card: StopCard
    slot: Slot
    because: str = ""


def choose(fit: Fit, candidates: Sequence[StopCard], count: int, seed: int) -> list[Chosen]:
    """Return at most ``count`` of the candidates, each once, the best fitting first."""
    left = {card.id: card for card in candidates}
    taken: list[Chosen] = []
    kept = _keep_places(fit, left, count, seed)
    for stop in fit.moment.planned[:1]:
        if stop in left and count > 0:
            taken.append(Chosen(left.pop(stop), Slot.TOUR))
    while left and len(taken) + len(kept) < count:
        taken.append(Chosen(left.pop(_best(fit, left, taken)), Slot.FITTING))
    for take in kept:
        if left and len(taken) < count:
            taken.append(_take(fit, left, taken, take))
    return taken


_Find = Callable[[Fit, dict[str, StopCard], list[Chosen]], Chosen | None]


def _keep_places(fit: Fit, left: dict[str, StopCard], count: int, seed: int) -> list[_Find]:
    """Return what finds a stop for each place that is kept; the first place is always for what fits."""
    kept: list[_Find] = []
    if count > 1 and _longest_stay(fit) is not None:
        kept.append(_find_stayed)
    share = count / _PLACES_A_TURN
    places = int(share) + (Random(f"{seed} {fit.moment.here} {len(fit.moment.seen)}").random() < share % 1)
    if _little_known(fit, left):
        kept += [_find_little_known] * places
    return kept[-max(0, count - 1) :] if count > 1 else []


def _take(fit: Fit, left: dict[str, StopCard], taken: list[Chosen], find: _Find) -> Chosen:
    chosen = find(fit, left, taken) or Chosen(left[_best(fit, left, taken)], Slot.FITTING)
    del left[chosen.card.id]
    return chosen


def _best(fit: Fit, left: dict[str, StopCard], taken: list[Chosen]) -> str:
    """Return the stop that fits best, less what it has in common with those already taken."""
    likeness, variety = fit.ground.likeness, fit.weights.variety
    return max(
        left,
        key=lambda stop: (
            fit.scores[stop]
            - variety * max((likeness.between(one.card.id, stop) for one in taken), default=0.0),
            -left[stop].order,
            stop,
        ),
    )


def _longest_stay(fit: Fit) -> str | None:
    """Return the stop of this visit that the visitor stayed with most, for what it is and for how they go."""
    told_less = set(fit.moment.taste.less)
    stays = [
        (interest, stop)
        for stop, interest in fit.moment.taste.stayed
        if interest >= _LEAST_INTEREST and stop not in told_less and fit.ground.find_card(stop) is not None
    ]
    return max(stays)[1] if stays else None


def _find_stayed(fit: Fit, left: dict[str, StopCard], taken: list[Chosen]) -> Chosen | None:
    """Return the stop that is most like the one stayed with, among those that fit about as well."""
    because = _longest_stay(fit)
    assert because is not None
    del taken
    likeness = fit.ground.likeness
    alike = {stop: likeness.between(because, stop) for stop in left}
    best = max(
        (stop for stop in left if alike[stop] >= _LEAST_LIKENESS),
        key=lambda stop: (fit.scores[stop] + fit.weights.more * alike[stop], stop),
        default=None,
    )
    return Chosen(left[best], Slot.STAYED, because) if best is not None else None


def _little_known(fit: Fit, left: dict[str, StopCard]) -> list[str]:
    """Return the new stops among those left; the less visited where none is new."""
    return [stop for stop in left if stop in fit.ground.new_stops] or [
        stop for stop in left if stop in fit.ground.popularity.less_visited
    ]


def _find_little_known(fit: Fit, left: dict[str, StopCard], taken: list[Chosen]) -> Chosen | None:
    """Return a new or less-visited stop: the one that is nearest and most to the visitor's taste."""
    del taken
    found = _little_known(fit, left)
    if not found:
        return None
    best = max(found, key=lambda stop: (fit.nearness(left[stop]) + fit.taste(left[stop]), stop))
    return Chosen(left[best], Slot.LITTLE_KNOWN)
