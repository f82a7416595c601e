"""What a visitor wants of this visit: three touches, any of which may be left out or changed at any time."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from kiosk.model.content import Depth

LEAST_MINUTES: Final = 5
MOST_MINUTES: Final = 600


class Company(StrEnum):
    """Who is with the visitor."""

    ALONE = "alone"
    FRIENDS = "friends"
    CHILDREN = "children"


class Pace(StrEnum):
    """How somebody goes and looks: with rests, as most do, or briskly."""

    CALM = "calm"
    USUAL = "usual"
    BRISK = "brisk"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the visitor said; what they left out is None or empty.

    Attributes:
        company: Who is with them.
        interests: Ids of the site's tags that draw them; none for "a bit of everything".
        minutes: How long they have, 5 to 600; None for as long as they like.
        depth: How much they want to be told.
        pace: How they go.
        step_free: No stairs.
    """

    company: Company | None = None
    interests: frozenset[str] = field(default_factory=frozenset)
    minutes: int | None = None
    depth: Depth = Depth.STORY
    pace: Pace = Pace.USUAL
    step_free: bool = False


NO_WISHES: Final = Wishes()
