"""One visit as its logged rows tell it: which stops, when, what was heard, what was suggested and wished for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kiosk.model.dwell import Span, Timeline, attention


@dataclass(frozen=True, slots=True)
class LoggedEvent:
    """One row of the log. ``hour`` is the hour at the site, None where the wall clock could not be trusted."""

    boot_id: str
    boot_ms: int
    hour: str | None
    name: str
    values: Mapping[str, Any]


@dataclass(slots=True)
class HeardNarration:
    """One narration of a stop: ``heard_ms`` of ``media_ms`` were heard, each part counted once."""

    language: str
    depth: str
    kind: str
    media_ms: int
    version: str | None = None
    heard_ms: int = 0


@dataclass(slots=True)
class StopHistory:
    """All openings of one stop in one visit; a None among the ends is a stop that never closed."""

    stop: str
    by: str
    hour: str | None
    openings: list[tuple[int, int | None]] = field(default_factory=list)
    narrations: list[HeardNarration] = field(default_factory=list)


@dataclass(slots=True)
class SuggestionHistory:
    """One stop that was suggested in a visit, or ``withheld``; ``slot`` is the foremost place it had."""

    stop: str
    slot: int
    withheld: bool = False
    taken: bool = False
    opened: bool = False


@dataclass(slots=True)
class VisitHistory:
    """One visit as its rows tell it, in CLOCK_BOOTTIME ms.

    ``study`` is the one agreed to last, None where there is none. ``opened`` has the way through the
    site: a stop and its place among the stop's openings, each time one was opened. ``admitted`` has what
    let the visitor in (tickets, vouchers, passes) as (event's name, its values). ``ratings`` has the last
    stars by stop (None for the site), ``messages`` what was said and not taken back by its number, ``sounds`` what
    was recorded and sent, taken back or not.
    """

    site: str = ""
    timezone: str = ""
    language: str = ""
    staff: bool = False
    stops_on_offer: int = 0
    hour: str | None = None
    started_ms: int = 0
    ended_ms: int = 0
    stops: dict[str, StopHistory] = field(default_factory=dict)
    moves: list[tuple[str, str]] = field(default_factory=list)
    suggestions_shown: int = 0
    suggestions_taken: int = 0
    suggestions: dict[str, SuggestionHistory] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)
    admitted: list[tuple[str, Mapping[str, Any]]] = field(default_factory=list)
    ratings: dict[str | None, int] = field(default_factory=dict)
    messages: dict[int, Mapping[str, Any]] = field(default_factory=dict)
    sounds: set[str] = field(default_factory=set)
    failures: list[str] = field(default_factory=list)
    study: str | None = None
    opened: list[tuple[str, int, str]] = field(default_factory=list)
    timeline: Timeline = field(default_factory=Timeline)

    @property
    def day(self) -> str | None:
        """The day of its start at the site, None where the wall clock could not be trusted."""
        return self.hour[:10] if self.hour else None

    @property
    def length_ms(self) -> int:
        """From the start to the last attention; the idle tail does not count."""
        spans = attention(self.timeline, Span(self.started_ms, self.ended_ms))
        return spans[-1].end_ms - self.started_ms if spans else 0
