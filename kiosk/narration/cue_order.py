"""Puts cues in the order of time, one at a time: a mistyped time costs its own caption, not those after it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, groupby
from operator import attrgetter

from kiosk.narration.webvtt import WrittenCue

# A caption whose end is not known stays no longer than this, unless its words need more.
_USUAL_MS = 3_000
_MS_A_CHARACTER = 70


def put_in_order(cues: Sequence[WrittenCue]) -> tuple[list[WrittenCue], list[str]]:
    """Return cues that begin one after the other and end before the next begins, and what was wrong, by line.

    Cues that begin at one moment become one caption of several lines.
    """
    kept = _find_longest_run([cue.start_ms for cue in cues])
    faults = [
        f"line {cue.line}: it begins at {_format_time(cue.start_ms)}, out of order; the caption was left out"
        for index, cue in enumerate(cues)
        if index not in kept
    ]
    ordered = _join_twins([cue for index, cue in enumerate(cues) if index in kept])
    following = [*(cue.start_ms for cue in ordered[1:]), 1 << 62]
    for index, (cue, following_ms) in enumerate(zip(ordered, following, strict=False)):
        end_ms = cue.end_ms
        if end_ms <= cue.start_ms:
            faults.append(f"line {cue.line}: it ends at {_format_time(end_ms)}, before it begins")
            end_ms = cue.start_ms + max(_USUAL_MS, len(cue.text) * _MS_A_CHARACTER)
        ordered[index] = replace(cue, end_ms=min(end_ms, following_ms))
    return ordered, faults


def _find_longest_run(starts: Sequence[int]) -> set[int]:
    """Return the most numbers that can be kept so that they never fall, by their indices."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, start in enumerate(starts):
        length = bisect_right(tails, start)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [start]
        ends[length : length + 1] = [index]
    kept: set[int] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return kept


def _join_twins(cues: Sequence[WrittenCue]) -> list[WrittenCue]:
    return [_join(list(twins)) for _, twins in groupby(cues, attrgetter("start_ms"))]


def _join(twins: Sequence[WrittenCue]) -> WrittenCue:
    """Return one cue with the words of all, each line once."""
    lines = {cue.text: cue for cue in reversed(twins) if cue.text}
    different = [cue for cue in twins if lines.get(cue.text) is cue] or twins[:1]
    pieces = chain.from_iterable([(None, "\n"), *cue.pieces] for cue in different[1:])
    return replace(
        different[0],
        end_ms=max(cue.end_ms for cue in different),
        pieces=(*different[0].pieces, *pieces),
    )


def _format_time(time_ms: int) -> str:
    return f"{time_ms // 60_000}:{time_ms % 60_000 / 1000:06.3f}"
