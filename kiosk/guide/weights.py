"""What counts how much when stops are weighed against each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Weights:
    """What counts how much, in natural logarithms: 0.7 is twice as likely.

    Attributes:
        popularity: Of ln P(stop), its share of visits.
        distance: Of -ln(spacing + distance).
        moves: Of ln M(here, stop), the share of moves.
        earlier: How many times as much the moves from a stop seen before count as those from the stop after it, 0 to 1.
        thread: How many times likelier the stop is that comes next in the curator's order, while few moves are counted.
        interest: Of a stop with a tag that the visitor named.
        more: Of the likeness (0 to 1) to what the visitor asked for more of, or less of.
        sharpness: What all is multiplied by to become a likelihood: how far the differences are to be believed.
        going_on: How likely a visit goes on after each stop of a tour: what a stop is worth there is how many come to it
            from here on, at once or by way of others.
        turns: Which share of all places goes to the less-visited half of the stops, where they do not have it anyway.
    """

    popularity: float = 0.5
    distance: float = 1.25
    moves: float = 1.0
    earlier: float = 0.2
    thread: float = 4.0
    interest: float = 0.8
    more: float = 3.0
    sharpness: float = 0.6
    going_on: float = 0.7
    turns: float = 0.2


FITTED: Final = Weights()
"""Those of visits, distance, moves and earlier stops, sharpness and going on are near the best on public sets of visits, each tried
with what the others say (docs/adr/0169, 0197)."""
