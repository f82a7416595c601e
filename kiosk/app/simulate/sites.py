"""What simulated visitors find: the sites and stops of the installed packs, and how much they draw."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from kiosk.model.content import Depth, Stop, StopCard
from kiosk.model.geography import distance_m
from kiosk.packs.library import Library

# A voice says some 15 characters a second, and what has no voice is read as fast.
_MS_A_CHARACTER: Final = 1000 / 15
# Where only a plan is known, and where nothing is.
_PLAN_M: Final = 150.0
_APART_M: Final = 25.0
_IN_TOURS: Final = 0.5


@dataclass(frozen=True, slots=True)
class Telling:
    """One way to be told of a stop: ``kind`` is recording, speech or text."""

    language: str
    kind: str
    duration_ms: int


@dataclass(frozen=True, slots=True)
class VisitedStop:
    """A stop.

    ``draw`` is how much it attracts (about 0.5 to 4), ``grip`` how much it holds (0.5 to 2), ``tellings`` are by
    (language, depth).
    """

    id: str
    draw: float
    grip: float
    x_m: float
    y_m: float
    tellings: Mapping[tuple[str, Depth], Telling]


@dataclass(frozen=True, slots=True)
class VisitedSite:
    """A site as simulated visitors meet it; ``opening_hours`` as its pack has them, in OpenStreetMap's syntax."""

    id: str
    timezone: str
    opening_hours: str
    languages: tuple[str, ...]
    fallback_language: str
    stops: Sequence[VisitedStop]


def read_sites(library: Library, wanted: Sequence[str], seed: int) -> list[VisitedSite]:
    """Return the sites of ``library`` that have stops; those ``wanted`` only, where any are named."""
    names = [site.id for site in library.sites("en")]
    read = [_read_site(library, name, seed) for name in names if not wanted or name in wanted]
    return [site for site in read if site.stops]


def _read_site(library: Library, name: str, seed: int) -> VisitedSite:
    site = library.get_site(name, "en")
    language = site.fallback_language
    cards = library.stop_cards(name, language)
    toured = Counter(stop for tour in library.tours(name, language) for stop in tour.stop_ids)
    rng = Random(f"{seed} draw {name}")
    stops = []
    for index, card in enumerate(cards):
        draw = (1 + _IN_TOURS * toured[card.id]) * rng.lognormvariate(0, 0.25)
        grip = min(2.0, max(0.5, rng.lognormvariate(0, 0.4)))
        tellings = {}
        for spoken in site.languages:
            tellings.update(_read_tellings(library.get_stop(card.id, spoken), spoken))
        stops.append(VisitedStop(card.id, draw, grip, *_place(card, cards[0], index), tellings))
    return VisitedSite(name, site.timezone, site.opening_hours, site.languages, language, stops)


def _read_tellings(stop: Stop, language: str) -> dict[tuple[str, Depth], Telling]:
    told = {
        (language, text.depth): Telling(text.language, "speech", round(len(text.text) * _MS_A_CHARACTER))
        for text in stop.texts
    }
    for sound in stop.recordings:
        if sound.language == language:
            told[language, sound.depth] = Telling(language, "recording", sound.duration_ms)
    return told


def _place(card: StopCard, first: StopCard, index: int) -> tuple[float, float]:
    """Return where a stop is, in m from the first one eastwards and northwards, as well as the pack tells."""
    if None not in (card.lat, card.lon, first.lat, first.lon):
        assert card.lat is not None and card.lon is not None
        assert first.lat is not None and first.lon is not None
        east = distance_m(first.lat, first.lon, first.lat, card.lon)
        north = distance_m(first.lat, first.lon, card.lat, first.lon)
        return math.copysign(east, card.lon - first.lon), math.copysign(north, card.lat - first.lat)
    if card.plan_x is not None and card.plan_y is not None:
        return card.plan_x * _PLAN_M, card.plan_y * _PLAN_M
    return index * _APART_M, 0.0
