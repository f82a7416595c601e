"""Why a stop was chosen, as one reason: the truest that says most to the visitor."""

from __future__ import annotations

from math import inf

from kiosk.guide.fit import Fit
from kiosk.guide.slots import Chosen, Slot
from kiosk.guide.suggestion import Reason, Suggestion
from kiosk.model.content import StopCard

# What is less alike than this is not "like" anything to a visitor.
_LIKE = 0.3


def explain(fit: Fit, chosen: Chosen) -> Suggestion:
    """Return a chosen stop with its reason and the way to it."""
    reason, because = _find_reason(fit, chosen)
    card = chosen.card
    return Suggestion(card, reason, because, _find_walk_m(fit, card), card.floor_id)


def _find_reason(fit: Fit, chosen: Chosen) -> tuple[Reason, str]:
    card = chosen.card
    if chosen.slot is Slot.TOUR:
        return Reason.NEXT_OF_TOUR, ""
    if chosen.slot is Slot.STAYED:
        return Reason.BECAUSE_STAYED, chosen.because
    if chosen.slot is Slot.NEW:
        return Reason.NEW, ""
    if chosen.slot is Slot.LESS_VISITED:
        return Reason.LESS_VISITED, ""
    return _find_wish(fit, card) or (_find_place(fit, card), "")


def _find_wish(fit: Fit, card: StopCard) -> tuple[Reason, str] | None:
    """Return the visitor's own word that the stop answers to, where there is one."""
    likeness = fit.ground.likeness
    for stop in reversed(fit.moment.taste.more):
        if likeness.between(stop, card.id) >= _LIKE:
            return Reason.MORE_LIKE, stop
    for tag in card.tags:
        if tag in fit.moment.wishes.interests:
            return Reason.YOUR_INTEREST, tag
    return None


def _find_place(fit: Fit, card: StopCard) -> Reason:
    """Return the reason that lies in where the stop is, or where others go."""
    popularity, here = fit.ground.popularity, fit.moment.here
    if popularity.is_often_next(here, card.id):
        return Reason.OFTEN_NEXT
    if fit.follower is not None and card.id == fit.follower.id:
        return Reason.NEXT_IN_ORDER
    if card.id == fit.nearest:
        return Reason.NEAREST
    if card.id in popularity.much_visited:
        return Reason.MUCH_VISITED
    return Reason.NOT_YET_SEEN


def _find_walk_m(fit: Fit, card: StopCard) -> float | None:
    walking, here = fit.ground.walking(fit.moment.wishes.step_free), fit.moment.here
    if not walking.knows(here, card.id):
        return None
    metres = walking.metres(here, card.id)
    return metres if metres < inf else None
