"""Where a film that tells the same sentences stands at each moment of a narration."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.narration.cues import Cue

Knot = tuple[float, float]
LEAST_MS = 200
"""Sentences that begin nearer to one another than this are taken as one."""


@dataclass(frozen=True, slots=True)
class Step:
    """Where the film is to be, in ms, and how many ms of it one ms of the narration takes there."""

    film_ms: float
    pace: float


class StepMap:
    """Straight lines between moments that belong together: (ms of the narration, ms of the film), both ascending."""

    def __init__(self, knots: Iterable[Knot], story_ms: float, film_ms: float) -> None:
        """Take moments that belong together, and how long both last; what contradicts an earlier one is left out."""
        kept: list[Knot] = [(0.0, 0.0)]
        for story_at, film_at in knots:
            # A first sentence may well begin at the very beginning of one of the two only.
            if story_at - kept[-1][0] >= LEAST_MS and film_at - kept[-1][1] >= LEAST_MS:
                kept.append((float(story_at), float(film_at)))
        while len(kept) > 1 and (story_ms - kept[-1][0] < LEAST_MS or film_ms - kept[-1][1] < LEAST_MS):
            kept.pop()
        kept.append((max(story_ms, kept[-1][0] + 1), max(film_ms, kept[-1][1] + 1)))
        self._knots = kept
        self._story = [knot[0] for knot in kept]

    def find(self, story_ms: float) -> Step:
        """Return where the film is to be at a moment of the narration; beyond its end, the film's end."""
        at = min(max(bisect_right(self._story, story_ms) - 1, 0), len(self._knots) - 2)
        (story_a, film_a), (story_b, film_b) = self._knots[at], self._knots[at + 1]
        pace = (film_b - film_a) / (story_b - story_a)
        return Step(min(film_b, max(0.0, film_a + (story_ms - story_a) * pace)), pace)


def map_steps(story: Sequence[Cue], story_ms: float, film: Sequence[Cue], film_ms: float) -> StepMap:
    """Return where a film stands at each moment of a narration.

    Args:
        story: The narration's captions.
        story_ms: How long the narration lasts.
        film: The film's captions, placed in the narration's text as far as they have its words; () where it has none.
        film_ms: How long the film lasts.

    As many captions as sentences belong together one by one, whatever their words. Else those are taken whose words stand
    in the text; where hardly any do, both run evenly from beginning to end.
    """
    if not story or not film:
        return StepMap((), story_ms, film_ms)
    end = (story_ms, film[-1].end_ms)  # what is shown after the last sentence is no part of it
    if len(story) == len(film):
        return StepMap([(a.start_ms, b.start_ms) for a, b in zip(story, film, strict=True)], *end)
    placed = [cue for cue in film if cue.start < cue.end]
    if 2 * len(placed) < len(film):
        return StepMap((), story_ms, film_ms)
    return StepMap([(_find_moment(story, cue.start), cue.start_ms) for cue in placed], *end)


def _find_moment(story: Sequence[Cue], character: int) -> float:
    """Return when a character of the text is told: its word where words are known, else its share of the sentence."""
    at = max(bisect_right([cue.start for cue in story], character) - 1, 0)
    cue = story[at]
    word = next((word for word in cue.words if word.end > character), None)
    if word is not None:
        return word.start_ms
    share = (character - cue.start) / max(1, cue.end - cue.start)
    return cue.start_ms + (cue.end_ms - cue.start_ms) * min(1.0, max(0.0, share))
