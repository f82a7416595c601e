"""What a list of suggestions holds: what fits best, the less visited in their turn, something for taste, new or of another kind.

A promise that the best fitting stops keep by themselves costs nothing; else the last of them gives its place up.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from heapq import nlargest
from random import Random
from typing import Final

from kiosk.guide.fit import Fit
from kiosk.model.content import StopCard

# One place in five is for new stops, while there are any.
_PLACES_A_TURN: Final = 5
# The hundredth best of its kind is never the best for anything.
_LOOKED_AT: Final = 100
# What is less alike than this has nothing to do with it.
_LEAST_LIKENESS: Final = 0.15
# Stayed longer than others, and than this visitor does, by a third.
_LEAST_INTEREST: Final = 0.3
# A stop gives its place up for taste, or for another kind, to one that is at least so many times as likely as itself.
_WORTH_IT: Final = 0.9


class Slot(StrEnum):
    """What a place in the list is for."""

    TOUR = "tour"
    FITTING = "fitting"
    STAYED = "stayed"
    NEW = "new"
    LESS_VISITED = "less-visited"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A stop for a place; ``because`` is the stop that was stayed with, in the place for that."""

    card: StopCard
    slot: Slot
    because: str = ""


def choose(fit: Fit, candidates: Sequence[StopCard], count: int, seed: int) -> list[Chosen]:
    """Return at most ``count`` of the candidates, each once: the tour's next, then the likeliest, then what has a place."""
    ranked = _rank(fit, candidates)
    chosen = _begin(fit, ranked, count)
    if count > 1:
        _keep_for_new(fit, ranked, chosen, _count_places(fit, count, seed))
        _keep_for_taste(fit, ranked, chosen)
        _keep_variety(fit, ranked, chosen)
    return chosen


def _rank(fit: Fit, candidates: Sequence[StopCard]) -> list[StopCard]:
    """Return the candidates worth a place, the likeliest first: of a large site, the best of each kind of stops."""
    less, new = fit.ground.popularity.less_visited, fit.ground.new_stops
    kinds: tuple[list[StopCard], list[StopCard], list[StopCard]] = ([], [], [])
    for card in candidates:
        kinds[2 if card.id in new else card.id in less].append(card)
    scores = fit.scores
    best = [card for kind in kinds for card in nlargest(_LOOKED_AT, kind, key=lambda card: scores[card.id])]
    return sorted(best, key=lambda card: (-fit.likelihoods[card.id], card.order, card.id))


def _begin(fit: Fit, ranked: Sequence[StopCard], count: int) -> list[Chosen]:
    """Return the next stop of the visitor's tour and those that are likeliest, the less visited with their lift."""
    planned = next((card for card in ranked if card.id in fit.moment.planned[:1]), None)
    chosen = [Chosen(planned, Slot.TOUR)] if planned is not None and count > 0 else []
    others = [card for card in ranked if card is not planned]
    plain = others[: max(0, count - len(chosen))]
    lifted = set(_lift(fit, others, count)[: len(plain)])
    kept = [Chosen(card, Slot.FITTING) for card in plain if card.id in lifted]
    taken = {one.card.id for one in kept}
    in_turn = [Chosen(card, Slot.LESS_VISITED) for card in others if card.id in lifted - taken]
    return chosen + kept + in_turn


def _lift(fit: Fit, ranked: Sequence[StopCard], count: int) -> list[str]:
    """Return stops by likelihood, the less visited as if they were as much likelier as their turn takes."""
    # New stops have their own place, which is turn enough while there are any.
    is_new = any(card.id in fit.ground.new_stops for card in ranked)
    lift = 0.0 if is_new else fit.ground.turns.lift(count)
    less = fit.ground.popularity.less_visited
    # Sorting keeps the order of what is equally likely.
    return sorted(
        (card.id for card in ranked), key=lambda stop: -(fit.likelihoods[stop] + lift * (stop in less))
    )


def _keep_for_taste(fit: Fit, ranked: Sequence[StopCard], chosen: list[Chosen]) -> None:
    """See to it that one is like the stop that was stayed with longest, where that was long."""
    because = _find_longest_stay(fit)
    if because is None:
        return
    alike = fit.ground.likeness.around(because)
    near = [card for card in ranked if alike.get(card.id, 0.0) >= _LEAST_LIKENESS]
    best = max(near, key=lambda card: fit.scores[card.id] + fit.weights.more * alike[card.id], default=None)
    if best is not None:
        _put_in(fit, chosen, Chosen(best, Slot.STAYED, because), {card.id for card in near}, _WORTH_IT)


def _find_longest_stay(fit: Fit) -> str | None:
    """Return the stop of this visit that the visitor stayed with most, for what it is and for how they go."""
    stays = [
        (interest, stop)
        for stop, interest in fit.moment.taste.stayed
        if interest >= _LEAST_INTEREST
        and stop not in fit.moment.taste.less
        and fit.ground.find_card(stop) is not None
    ]
    return max(stays)[1] if stays else None


def _count_places(fit: Fit, count: int, seed: int) -> int:
    """Return how many places are for new stops: one in five, so of shorter lists only some have one."""
    share = count / _PLACES_A_TURN
    chance = Random(f"{seed} {fit.moment.here} {len(fit.moment.seen)}").random()
    return int(share) + (chance < share % 1)


def _keep_for_new(fit: Fit, ranked: Sequence[StopCard], chosen: list[Chosen], places: int) -> None:
    """See to it that so many are new."""
    left = {card.id: card for card in ranked if card.id in fit.ground.new_stops}
    for _ in range(min(places, len(left))):
        best = max(left.values(), key=lambda card: (fit.unvisited(card), card.id))
        _put_in(fit, chosen, Chosen(best, Slot.NEW), left)
        for one in chosen:
            left.pop(one.card.id if one.slot is Slot.NEW else "", None)


def _keep_variety(fit: Fit, ranked: Sequence[StopCard], chosen: list[Chosen]) -> None:
    """See to it that not all are of one kind, unless the visitor asked for it."""
    shared = set.intersection(*(set(one.card.tags) for one in chosen)) if len(chosen) > 1 else set()
    if not shared - fit.moment.wishes.interests or fit.moment.taste.more:
        return
    best = next((card for card in ranked if not shared & set(card.tags)), None)
    if best is not None:
        _put_in(fit, chosen, Chosen(best, Slot.FITTING), (), _WORTH_IT)


def _put_in(
    fit: Fit, chosen: list[Chosen], new: Chosen, serving: Collection[str], worth: float = 0.0
) -> None:
    """Mark the first that serves already; else put ``new`` in the place of the last that only fits.

    That one stays where ``new`` is not ``worth`` times as likely.
    """
    for at, one in enumerate(chosen):
        if one.card.id in serving and one.slot in (Slot.FITTING, Slot.LESS_VISITED):
            chosen[at] = Chosen(one.card, new.slot, new.because)
            return
    for at in range(len(chosen) - 1, 0, -1):
        if chosen[at].slot is Slot.FITTING:
            if fit.likelihoods[new.card.id] >= worth * fit.likelihoods[chosen[at].card.id]:
                chosen[at] = new
            return
