"""Which stops may be suggested at all: hard filters, before anything is weighed."""

from __future__ import annotations

from math import inf
from typing import Final

from kiosk.guide.moment import Moment
from kiosk.guide.pace import find_speed
from kiosk.guide.site_ground import SiteGround
from kiosk.model.content import StopCard

# A stop is worth the way only where this much time is left at it.
_LEAST_STAY_MIN: Final = 1.0


def find_candidates(ground: SiteGround, moment: Moment) -> tuple[StopCard, ...]:
    """Return the stops worth weighing: unseen, on show, reachable, in time and in the visitor's language.

    What was seen in earlier visits or taken out of the tour comes back only where nothing else is left, and stops in
    another language only where there is nothing in the visitor's own.
    """
    out = ground.find_shut(moment.now) | {*moment.seen, moment.here}
    there = [card for card in ground.cards if card.id not in out]
    there = _prefer(there, [card for card in there if card.in_language])
    there = _keep_reachable(ground, moment, there)
    unwanted = moment.seen_before | moment.left_off
    return tuple(_prefer(there, [card for card in there if card.id not in unwanted]))


def _prefer(all_of_them: list[StopCard], better: list[StopCard]) -> list[StopCard]:
    return better or all_of_them


def _keep_reachable(ground: SiteGround, moment: Moment, cards: list[StopCard]) -> list[StopCard]:
    closeness = ground.closeness(moment.wishes.step_free)
    if ground.find_card(moment.here) is None or not closeness.is_measured:
        return cards
    metres, far_m = closeness.around(moment.here), _find_farthest_m(moment)
    return [card for card in cards if metres[card.id] < inf and metres[card.id] <= far_m]


def _find_farthest_m(moment: Moment) -> float:
    """Return how far the visitor gets in the time they have left; infinite where they set no limit."""
    if moment.wishes.minutes is None:
        return inf
    left_min = moment.wishes.minutes - moment.gone_min - _LEAST_STAY_MIN
    return max(0.0, left_min) * find_speed(moment.wishes)
