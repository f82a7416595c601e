"""Which stops a list of suggestions holds: what fits best, the less visited in their turn, and what was promised."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest
from random import Random
from typing import Final

from kiosk.guide.fit import Fit
from kiosk.guide.slots import Chosen, Slot, keep_for_new, keep_for_taste, keep_variety
from kiosk.model.content import StopCard

# One place in five is for new stops, while there are any.
_PLACES_A_TURN: Final = 5
# The hundredth best of its kind is never the best for anything.
_LOOKED_AT: Final = 100


def choose(fit: Fit, candidates: Sequence[StopCard], count: int, seed: int) -> list[Chosen]:
    """Return at most ``count`` of the candidates, each once: the tour's next, then the likeliest, then what has a place."""
    ranked = _rank(fit, candidates)
    chosen = _begin(fit, ranked, count)
    if count > 1:
        keep_for_new(fit, ranked, chosen, _count_places(fit, count, seed))
        keep_for_taste(fit, ranked, chosen)
        keep_variety(fit, ranked, chosen)
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


def _count_places(fit: Fit, count: int, seed: int) -> int:
    """Return how many places are for new stops: one in five, so of shorter lists only some have one."""
    share = count / _PLACES_A_TURN
    chance = Random(f"{seed} {fit.moment.here} {len(fit.moment.seen)}").random()
    return int(share) + (chance < share % 1)
