"""What of a narration was heard: each part once, and how long it really advanced."""

from __future__ import annotations

from typing import Final

from kiosk.model.dwell import Span, merge

# The player reports its position with a jitter of some tens of ms, and runs ahead of the sound.
_JITTER_MS: Final = 500


class Hearing:
    """Follows one narration by reports of its position; all times are arguments.

    Report a position when it plays, at each pause and resume, and just before and just after a jump:
    a stretch counts as heard only where the media moved forward no faster than time allows.
    """

    def __init__(self, duration_ms: int) -> None:
        self.duration_ms = duration_ms
        self.played_ms = 0
        self.position_ms = 0
        self._heard: tuple[Span, ...] = ()
        self._at_ms = 0
        self._playing = False

    @property
    def heard_ms(self) -> int:
        """How much was heard, each part counted once, in media ms."""
        return sum(end - start for start, end in self._heard)

    @property
    def is_playing(self) -> bool:
        """Whether the last report said that the media advance."""
        return self._playing

    def start(self, at_ms: int, position_ms: int = 0) -> None:
        """Begin (again) at ``position_ms``; what was heard before stays heard."""
        self.played_ms = 0
        self._at_ms, self.position_ms, self._playing = at_ms, position_ms, True

    def report(self, at_ms: int, position_ms: int, *, playing: bool, rate: float) -> None:
        """Take the position at ``at_ms``; ``rate`` is media ms per elapsed ms since the last report."""
        elapsed_ms = max(0, at_ms - self._at_ms)
        moved_ms = position_ms - self.position_ms
        if self._playing and moved_ms > 0:
            reach_ms = round(elapsed_ms * rate)
            # Further than time allows is a jump: what was heard before it is all there can have been.
            heard_ms = moved_ms if moved_ms <= reach_ms + _JITTER_MS else reach_ms
            self.played_ms += min(elapsed_ms, round(heard_ms / rate))
            self._heard = merge((*self._heard, self._stretch(heard_ms)))
        self._at_ms, self.position_ms, self._playing = at_ms, position_ms, playing

    def _stretch(self, heard_ms: int) -> Span:
        start_ms = self.position_ms
        end_ms = start_ms + heard_ms
        return Span(start_ms, min(end_ms, self.duration_ms) if self.duration_ms else end_ms)
