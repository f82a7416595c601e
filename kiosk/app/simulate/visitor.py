"""Who comes: a made-up visitor with a language, a pace, a wish for more or less, and legs that tire."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Final

from kiosk.app.simulate.sites import VisitedSite
from kiosk.model.content import Depth

_DEPTHS: Final = (Depth.STORY, Depth.GLANCE, Depth.DESCRIBED)
_DEPTH_ODDS: Final = (62, 26, 12)
_WISHES: Final = (
    ("text-size", "1.25", 0.09),
    ("text-size", "1.5", 0.04),
    ("contrast", "high", 0.03),
    ("captions", "large", 0.06),
    ("captions", "off", 0.07),
    ("speed", "1.25", 0.06),
    ("speed", "0.75", 0.02),
    ("goes-on", "off", 0.05),
    ("self-voicing", "on", 0.01),
)
# The first language of a site is spoken by about half of those who come, the next by half of the others.
_HALVING: Final = 0.5


@dataclass(frozen=True, slots=True)
class Visitor:
    """One made-up visitor.

    Attributes:
        language: Of the site's.
        depth: How much they want to be told.
        stamina_ms: After how long they have had enough, walking and listening.
        pace: How long they look, against others (about 0.4 to 2.5).
        patience: How likely they hear a narration to its end while fresh, 0 to 1.
        trust: How likely they follow a suggestion, 0 to 1.
        finds_by: How they mostly find stops.
        clumsiness: How likely a scan fails, 0 to 1.
        wishes: Settings they change: (preference, value).
        has_left_at_once: Whether they give the guide back within a minute.
    """

    language: str
    depth: Depth
    stamina_ms: int
    pace: float
    patience: float
    trust: float
    finds_by: str
    clumsiness: float
    wishes: tuple[tuple[str, str], ...]
    has_left_at_once: bool


def make_visitor(site: VisitedSite, rng: Random) -> Visitor:
    """Make up a visitor of a site."""
    wishes = {name: value for name, value, chance in _WISHES if rng.random() < chance}
    return Visitor(
        language=_choose_language(site, rng),
        depth=rng.choices(_DEPTHS, _DEPTH_ODDS)[0],
        stamina_ms=round(60_000 * min(150.0, 5 + rng.lognormvariate(2.8, 0.7))),
        pace=min(2.5, max(0.4, rng.lognormvariate(0, 0.35))),
        patience=rng.betavariate(5, 2.5),
        trust=rng.betavariate(2, 4),
        finds_by=rng.choices(("code", "number", "list", "picture"), (60, 18, 14, 8))[0],
        clumsiness=rng.betavariate(1.2, 18),
        wishes=tuple(wishes.items()),
        has_left_at_once=rng.random() < 0.05,
    )


def _choose_language(site: VisitedSite, rng: Random) -> str:
    languages = list(site.languages) or [site.fallback_language]
    while len(languages) > 1 and rng.random() > _HALVING:
        languages.pop(0)
    return languages[0]
