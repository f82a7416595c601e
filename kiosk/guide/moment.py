"""Where a visitor stands in their visit: all that the guide may know to answer what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from kiosk.guide.taste import NO_TASTE, Taste
from kiosk.guide.wishes import NO_WISHES, Wishes

REMEMBERED: Final = 3
"""Of stops seen before these, where one could have gone from there counts too little to be looked up."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment of one visit.

    Attributes:
        site_id: The site.
        language: What the visitor chose (BCP 47).
        here: Id of the stop opened last; "" before the first.
        seen: Ids of the stops opened in this visit, in the order they were first opened.
        seen_before: Ids of those seen in earlier visits, as a visit pass tells.
        wishes: What they said they want.
        taste: What they showed to like.
        gone_min: Minutes since the visitor said how long they have; since the visit began where they have not.
        now: The time, aware of its zone; None where the device's clock cannot be believed: then nobody says what is open.
        planned: Ids of the stops still to come in their tour.
        put_in: Ids of the stops they put into it themselves: planned before all others, where they fit.
        left_off: Ids of those they took out of it: never planned.
    """

    site_id: str
    language: str
    here: str = ""
    seen: tuple[str, ...] = ()
    seen_before: frozenset[str] = frozenset()
    wishes: Wishes = NO_WISHES
    taste: Taste = NO_TASTE
    gone_min: float = 0.0
    now: datetime | None = None
    planned: tuple[str, ...] = ()
    put_in: tuple[str, ...] = ()
    left_off: frozenset[str] = frozenset()

    def find_before(self, here: str) -> tuple[str, ...]:
        """Return the few stops opened last before ``here``, the last one first."""
        return tuple(stop for stop in reversed(self.seen) if stop != here)[:REMEMBERED]
