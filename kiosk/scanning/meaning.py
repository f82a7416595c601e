"""What a settled code means to a visitor. Only looked up in the packs; never opened."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from kiosk.model.marker import Marker, parse_marker


class MeaningKind(StrEnum):
    """What a code turned out to be."""

    STOP = "stop"
    NEWER = "newer"  # ours by its tag, and not in any pack on this device yet
    FOREIGN = "foreign"  # somebody else's: a poster, a ticket, a payment


@dataclass(frozen=True, slots=True)
class Meaning:
    """``stop_id`` is "" unless ``kind`` is STOP. ``marker`` is None where the text has not our form."""

    kind: MeaningKind
    stop_id: str = ""
    marker: Marker | None = None


class MarkerMatch(Protocol):
    """What the packs answer for a marker: ``kind`` is "stop", "newer" or "foreign"."""

    @property
    def kind(self) -> str:
        """One of "stop", "newer" and "foreign"."""
        ...

    @property
    def stop_id(self) -> str:
        """The stop where ``kind`` is "stop"."""
        ...


class MarkerLookup(Protocol):
    """Finds the stop of a marker; the library of installed packs is one."""

    def find_by_marker(self, marker: Marker) -> MarkerMatch:
        """Return what the packs know of a marker. Quick: called on the interface thread."""
        ...


def find_meaning(text: str, lookup: MarkerLookup) -> Meaning:
    """Return what a code's text means, by its form first and then by the packs."""
    marker = parse_marker(text)
    if marker is None:
        return Meaning(MeaningKind.FOREIGN)
    match = lookup.find_by_marker(marker)
    kind = MeaningKind(str(match.kind))
    stop_id = match.stop_id if kind is MeaningKind.STOP else ""
    return Meaning(kind, stop_id, marker)
