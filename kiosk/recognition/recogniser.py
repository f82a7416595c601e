"""Recognises the stops' own pictures in a frame: on the device, offline, within a quarter of a second."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from kiosk.recognition.features import Features, find_features, fit_for_looking
from kiosk.recognition.likeness import measure_likeness
from kiosk.recognition.matching import find_agreement
from kiosk.recognition.shape import find_outline, holds_middle
from kiosk.recognition.shortlist import ShortList
from kiosk.recognition.signature import parse_signature
from kiosk.recognition.stored_words import parse_named, parse_vocabulary
from kiosk.scanning.recogniser import MOST_MATCHES, PictureMatch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.recognition.features import Floats
    from kiosk.scanning.frame import Plane

LOOKED_AT_CLOSELY = 20
_FEWEST_EACH = 4

PLACES = 10
"""So many places that agree are enough by themselves."""

FEWEST_PLACES = 5
LIKENESS = 0.55
"""With fewer places, the picture must also look like it: at least so alike."""

_CLEARLY_MORE = 2.0


class Looks(Protocol):
    """What one pack's pictures look like (``kiosk.packs.looks``). Nothing is raised: what is damaged is not there."""

    def vocabulary(self) -> bytes:
        """Return the pack's words; b"" where it has none."""
        ...

    def words(self) -> Sequence[tuple[int, bytes]]:
        """Return each picture with the words it has."""
        ...

    def find_signature(self, picture: int) -> bytes | None:
        """Return a picture's signature."""
        ...

    def stops(self, picture: int) -> Sequence[str]:
        """Return the stops that show a picture."""
        ...


class LooksShelf(Protocol):
    """The looks on this device (``kiosk.packs.library``): the same objects as long as no pack changed."""

    def looks(self) -> Sequence[Looks]:
        """Return them, one for each pack whose recognition is here."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class _Sighting:
    """A picture that was found in the frame; ``weight`` says how surely."""

    stops: tuple[str, ...]
    weight: float
    outline: Floats


class Recogniser:
    """A :class:`kiosk.scanning.recogniser.PictureRecogniser` over all packs of a device.

    What it needs is read on the first call, and anew when the packs were changed: 10 ms, and 2 MB for 1,000 pictures.
    """

    def __init__(self, shelf: LooksShelf) -> None:
        self._shelf = shelf
        self._known: tuple[Looks, ...] = ()
        self._short_lists: list[ShortList] = []

    def recognise(self, luminance: Plane) -> tuple[PictureMatch, ...]:
        """See :class:`kiosk.scanning.recogniser.PictureRecogniser`."""
        self._load()
        if not self._known:
            return ()
        looked_at = fit_for_looking(luminance)
        seen = find_features(looked_at)
        sightings = []
        each = max(_FEWEST_EACH, LOOKED_AT_CLOSELY // len(self._known))
        for looks, short_list in zip(self._known, self._short_lists, strict=True):
            for likely in short_list.find_likeliest(seen.descriptors, each):
                sighting = _look_closely(looks, likely.picture, seen, looked_at)
                if sighting is not None:
                    sightings.append(sighting)
        return _decide(sightings, looked_at)

    def _load(self) -> None:
        now = tuple(self._shelf.looks())
        if len(now) == len(self._known) and all(a is b for a, b in zip(now, self._known, strict=True)):
            return
        self._short_lists = [_read_short_list(looks) for looks in now]
        self._known = now


def _read_short_list(looks: Looks) -> ShortList:
    words = parse_vocabulary(looks.vocabulary())
    return ShortList(words, {picture: parse_named(raw, len(words)) for picture, raw in looks.words()})


def _look_closely(looks: Looks, picture: int, seen: Features, looked_at: Plane) -> _Sighting | None:
    raw = looks.find_signature(picture)
    try:
        known = parse_signature(raw or b"")
    except ValueError:  # what is damaged is not recognised; staff are told when a pack is checked
        return None
    agreement = find_agreement(known.features, seen)
    if agreement is None or agreement.places < FEWEST_PLACES:
        return None
    outline = find_outline(agreement.across, known.width_px, known.height_px)
    if outline is None:
        return None
    likeness = measure_likeness(known, looked_at, agreement.across)
    if agreement.places < PLACES and likeness < LIKENESS:
        return None
    return _Sighting(tuple(looks.stops(picture)), agreement.places * (0.5 + max(0.0, likeness)), outline)


def _decide(sightings: list[_Sighting], looked_at: Plane) -> tuple[PictureMatch, ...]:
    """Return the one stop that is meant, or up to three that may be; none where more stops than that share a picture."""
    height_px, width_px = looked_at.shape
    # Of two pictures side by side the one in the middle is meant.
    meant = [one for one in sightings if holds_middle(one.outline, width_px, height_px)] or sightings
    weights: dict[str, float] = {}
    for sighting in meant:
        for stop in sighting.stops:
            weights[stop] = max(weights.get(stop, 0.0), sighting.weight)
    ranked = sorted(weights, key=lambda stop: (-weights[stop], stop))
    likely = [stop for stop in ranked if weights[stop] * _CLEARLY_MORE > weights[ranked[0]]]
    if len(likely) > MOST_MATCHES:
        return ()
    return tuple(PictureMatch(stop, weights[stop] / (weights[stop] + PLACES)) for stop in likely)
