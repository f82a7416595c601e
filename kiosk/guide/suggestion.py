"""A stop worth going to next, and why: what the guide hands to a page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.model.content import StopCard


class Reason(StrEnum):
    """Why a stop is suggested; the screen says it in the visitor's language.

    What :attr:`Suggestion.because` names is in brackets.
    """

    NEAREST = "nearest"
    NEXT_IN_ORDER = "next-in-order"
    NOT_YET_SEEN = "not-yet-seen"
    NEXT_OF_TOUR = "next-of-tour"
    OFTEN_NEXT = "often-next"
    MUCH_VISITED = "much-visited"
    YOUR_INTEREST = "your-interest"  # [a tag]
    BECAUSE_STAYED = "because-stayed"  # [the stop stayed with]
    MORE_LIKE = "more-like"  # [the stop of which more was asked for]
    NEW = "new"
    LESS_VISITED = "less-visited"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A stop worth going to next.

    Attributes:
        stop: The stop.
        reason: Why.
        because: What the reason names: a stop's id, or a tag's; "" where it names nothing.
        walk_m: Metres on foot from where the visitor is; None where that is not known.
        floor_id: The floor the stop is on.
        withheld: It is not shown, so that what suggestions do can be told.
    """

    stop: StopCard
    reason: Reason
    because: str = ""
    walk_m: float | None = None
    floor_id: str = ""
    withheld: bool = False
