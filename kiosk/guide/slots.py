"""What a list of suggestions promises beside what fits best: something new, something for taste, not all of one kind.

A promise that the list keeps by itself costs nothing; else the last stop that only fits gives its place up, never the first.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kiosk.guide.fit import Fit
from kiosk.model.content import StopCard

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


def keep_for_taste(fit: Fit, ranked: Sequence[StopCard], chosen: list[Chosen]) -> None:
    """See to it that one is like the stop that was stayed with longest, where that was long: the likest, else any."""
    because = _find_longest_stay(fit)
    if because is None:
        return
    alike = fit.ground.likeness.around(because)
    near = {card.id: card for card in ranked if alike.get(card.id, 0.0) >= _LEAST_LIKENESS}
    if not near:
        return
    best = max(near.values(), key=lambda card: fit.scores[card.id] + fit.weights.more * alike[card.id])
    very = [stop for stop in near if alike[stop] >= alike[best.id]]
    new = Chosen(best, Slot.STAYED, because)
    if not (_mark(chosen, very, new) or _replace(fit, chosen, new, _WORTH_IT)):
        _mark(chosen, near, new)


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


def keep_for_new(fit: Fit, ranked: Sequence[StopCard], chosen: list[Chosen], places: int) -> None:
    """See to it that so many are new."""
    left = {card.id: card for card in ranked if card.id in fit.ground.new_stops}
    for _ in range(min(places, len(left))):
        best = max(left.values(), key=lambda card: (fit.unvisited(card), card.id))
        new = Chosen(best, Slot.NEW)
        if not _mark(chosen, left, new):
            _replace(fit, chosen, new, 0.0)
        for one in chosen:
            left.pop(one.card.id if one.slot is Slot.NEW else "", None)


def keep_variety(fit: Fit, ranked: Sequence[StopCard], chosen: list[Chosen]) -> None:
    """See to it that not all are of one kind, unless the visitor asked for it."""
    shared = set.intersection(*(set(one.card.tags) for one in chosen)) if len(chosen) > 1 else set()
    if not shared - fit.moment.wishes.interests or fit.moment.taste.more:
        return
    best = next((card for card in ranked if not shared & set(card.tags)), None)
    if best is not None:
        _replace(fit, chosen, Chosen(best, Slot.FITTING), _WORTH_IT)


def _mark(chosen: list[Chosen], serving: Collection[str], new: Chosen) -> bool:
    """Give the first that serves the slot and the reason of ``new``; tell whether there is one."""
    for at, one in enumerate(chosen):
        if one.card.id in serving and one.slot in (Slot.FITTING, Slot.LESS_VISITED):
            chosen[at] = Chosen(one.card, new.slot, new.because)
            return True
    return False


def _replace(fit: Fit, chosen: list[Chosen], new: Chosen, worth: float) -> bool:
    """Put ``new`` in the place of the last that only fits, but not of the first, if it is ``worth`` times as likely."""
    if any(one.card.id == new.card.id for one in chosen):
        return False
    for at in range(len(chosen) - 1, 0, -1):
        if chosen[at].slot is Slot.FITTING:
            is_worth_it = fit.likelihoods[new.card.id] >= worth * fit.likelihoods[chosen[at].card.id]
            if is_worth_it:
                chosen[at] = new
            return is_worth_it
    return False
