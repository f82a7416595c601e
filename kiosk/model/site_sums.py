"""What a pack knows of how its site is visited: sums over many visits, worked out at the hub, none of one person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class StopSums:
    """Of one stop: in how many visits it was stopped at, and how long (seconds; lower quartile, median, upper quartile).

    ``holding_s`` is None where too few visits stayed to say.
    """

    visits: int
    holding_s: tuple[int, int, int] | None = None


def _nothing() -> Mapping[str, StopSums]:
    return MappingProxyType({})


def _no_moves() -> Mapping[tuple[str, str], int]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class SiteSums:
    """Of one site. Counts too small to be told are left out: a stop or a move that is not here may still have some.

    Attributes:
        visits: Visits that counted; 0 on a site's first day.
        stops: By stop id.
        moves: From one stop's id to the next one's.
        until: The last day (ISO 8601) that is in them, "" for none.
        ratings: How many visitors gave 1, 2, 3, 4 and 5 stars to the visit; all 0 where too few did.
    """

    visits: int = 0
    stops: Mapping[str, StopSums] = field(default_factory=_nothing)
    moves: Mapping[tuple[str, str], int] = field(default_factory=_no_moves)
    until: str = ""
    ratings: tuple[int, int, int, int, int] = (0, 0, 0, 0, 0)


NO_SUMS: Final = SiteSums()
