"""Attention and dwell: the only place where they are computed.

Attention = media really advancing, plus 30 s after each touch; never while the device sleeps or its
screen is off. Dwell = the attention of one visit to one stop, between the stop's opening and its
close. All times are CLOCK_BOOTTIME ms of one boot; no wall clock comes in here. The rules are those
of ``docs/explanation/dwell.md``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

TOUCH_ATTENTION_MS: Final = 30_000
VALID_DWELL_MS: Final = 3_000
VALID_VISIT_MS: Final = 60_000
CAP_FLOOR_MS: Final = 300_000
CAP_FACTOR: Final = 3


class Span(NamedTuple):
    """A stretch of time from ``start_ms`` to ``end_ms``; empty where the end is not later."""

    start_ms: int
    end_ms: int


class Playback(NamedTuple):
    """Between two reports media moved for ``advanced_ms`` (elapsed ms, whatever the speed)."""

    since_ms: int
    until_ms: int
    advanced_ms: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """What was noticed of one visit, in boot-time ms.

    ``touches_ms`` are moments, ``played`` what media advanced between reports, ``away`` stretches
    asleep or with the screen off. The order within each does not matter.
    """

    touches_ms: tuple[int, ...] = ()
    played: tuple[Playback, ...] = ()
    away: tuple[Span, ...] = ()


def compute_dwell_ms(timeline: Timeline, opened_ms: int, closed_ms: int | None) -> int | None:
    """Return the dwell in ms at a stop that was open from ``opened_ms`` to ``closed_ms``.

    Returns:
        0 up to the time open; None for a stop that never closed (a power cut): such a stop counts
        for attraction, never for holding.
    """
    if closed_ms is None:
        return None
    within = Span(opened_ms, closed_ms)
    return sum(end - start for start, end in attention(timeline, within))


def attention(timeline: Timeline, within: Span) -> tuple[Span, ...]:
    """Return the stretches of attention inside ``within``, in order, none touching another."""
    away = merge(timeline.away)
    touched = subtract(merge(Span(at, at + TOUCH_ATTENTION_MS) for at in timeline.touches_ms), away)
    heard = (span for playback in timeline.played for span in lay(playback, away))
    return merge(_cut(span, within) for span in (*touched, *heard))


def lay(playback: Playback, away: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return when media advanced between two reports: from the first on, but not while away.

    What follows is the pause or the stall. It never counts for more than the time there was.
    """
    laid: list[Span] = []
    left_ms = playback.advanced_ms
    for start, end in subtract(merge([Span(playback.since_ms, playback.until_ms)]), away):
        if left_ms > 0:
            laid.append(Span(start, min(end, start + left_ms)))
            left_ms -= end - start
    return tuple(laid)


def is_valid_dwell(dwell_ms: int | None) -> bool:
    """Tell whether a visitor stopped here: 3 s of attention or more, or a stop that never closed."""
    return dwell_ms is None or dwell_ms >= VALID_DWELL_MS


def is_valid_visit(dwells_ms: Iterable[int | None], length_ms: int) -> bool:
    """Tell whether a visit counts: at least one valid stop, and 60 s from start to last attention."""
    return length_ms >= VALID_VISIT_MS and any(is_valid_dwell(dwell) for dwell in dwells_ms)


def dwell_cap_ms(narration_ms: int) -> int:
    """Return the longest dwell a report uses: max(3 x the narration's length, 5 min)."""
    return max(CAP_FACTOR * narration_ms, CAP_FLOOR_MS)


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the union of ``spans``: in order, not touching one another, none empty."""
    merged: list[Span] = []
    for start, end in sorted(span for span in spans if span.end_ms > span.start_ms):
        if merged and start <= merged[-1].end_ms:
            merged[-1] = Span(merged[-1].start_ms, max(end, merged[-1].end_ms))
        else:
            merged.append(Span(start, end))
    return tuple(merged)


def subtract(spans: tuple[Span, ...], holes: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return what is left of ``spans`` outside ``holes``; both as made by :func:`merge`."""
    left: list[Span] = []
    for span in spans:
        from_ms = span.start_ms
        for hole in holes:
            if from_ms < hole.end_ms and hole.start_ms < span.end_ms:
                left.append(Span(from_ms, hole.start_ms))
                from_ms = hole.end_ms
        left.append(Span(from_ms, span.end_ms))
    return merge(left)


def _cut(span: Span, within: Span) -> Span:
    return Span(max(span.start_ms, within.start_ms), min(span.end_ms, within.end_ms))
