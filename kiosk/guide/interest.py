"""How much a visitor would like a stop, wherever it lies: what a tour collects."""

from __future__ import annotations

from collections.abc import Iterable
from math import exp
from typing import Final

from kiosk.guide.moment import Moment
from kiosk.guide.site_ground import SiteGround
from kiosk.guide.weights import FITTED

SEEN_BEFORE: Final = 0.3
"""What is left of the interest in a stop that was seen in an earlier visit."""


def interest(ground: SiteGround, moment: Moment, stop_id: str) -> float:
    """Return a visitor's interest in a stop of the site: above 0, about 1 where nothing speaks for or against it.

    The visitor's own wishes and what they asked for more or less of count as they do when the next stop is suggested. So
    does the share of visits, and more: in full, since what makes a stop likely to be the next one is not in it.
    """
    card = ground.find_card(stop_id)
    if card is None:
        return 0.0
    share = ground.popularity.share(stop_id) * len(ground.cards)
    liked = bool(moment.wishes.interests & set(card.tags))
    signs = _find_likest(ground, moment.taste.more, stop_id) - _find_likest(
        ground, moment.taste.less, stop_id
    )
    seen = SEEN_BEFORE if stop_id in moment.seen_before else 1.0
    return share * exp(FITTED.interest * liked + FITTED.more * signs) * seen


def _find_likest(ground: SiteGround, stops: Iterable[str], other: str) -> float:
    return max(
        (ground.likeness.between(stop, other) for stop in stops if ground.find_card(stop)), default=0.0
    )
