"""When the thing itself is looked for in the view, and when what was recognised is sure. On a thread of its own.

The scanner's thread offers frames and takes what there is to tell; neither ever waits for the recogniser.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.scanning.events import Pictured
from kiosk.scanning.frame import LIVE_LONG_SIDE_PX, fit_plane
from kiosk.scanning.motion import measure_change
from kiosk.scanning.recogniser_thread import RecogniserThread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.scanning.frame import Frame
    from kiosk.scanning.motion import Grid, Stir
    from kiosk.scanning.recogniser import PictureMatch, PictureRecogniser


@dataclass(frozen=True, slots=True)
class WatchRules:
    """When a view is worth a look, and how often.

    Attributes:
        steady_levels: A view that changed by less since the frame before (levels of 255) is sharp enough.
        changed_levels: A view that differs by more from the last one looked at is another one.
        codeless_ms: No code was read for so long.
        tries: Looks at one view, where the first ones do not agree.
        rest_ratio: The rest after a look that saw nothing, as a multiple of what it took: 5 is a sixth of a core ...
        least_rest_ms: ... and after any look at least this: what was seen once is soon looked at again.
    """

    steady_levels: float = 8.0
    changed_levels: float = 10.0
    codeless_ms: int = 700
    tries: int = 3
    rest_ratio: float = 5.0
    least_rest_ms: int = 150


class PictureWatch:
    """Hands steady views to ``recogniser`` and tells what two looks at one view agree on."""

    def __init__(
        self, recogniser: PictureRecogniser, clock_ms: Callable[[], int], rules: WatchRules | None = None
    ) -> None:
        self._rules = rules or WatchRules()
        self._clock_ms = clock_ms
        self._worker = RecogniserThread(recogniser, clock_ms)
        self._tried: Grid | None = None  # the view that needs no further look
        self._first: tuple[PictureMatch, ...] = ()  # what the first look at this view gave
        self._tries = 0
        self._told: frozenset[str] = frozenset()
        self._code_at_ms: int | None = None
        self._rest_until_ms = 0

    def see(self, frame: Frame, stir: Stir, has_codes: bool) -> Pictured | None:
        """Take in a frame; return what was recognised, when it is time to tell."""
        if has_codes:
            self._code_at_ms = frame.at_ms
            self.cancel()
            return None
        pictured = self._take_answer()
        if self._is_worth_a_look(frame, stir):
            self._tries += 1
            self._worker.offer(fit_plane(frame.luminance, LIVE_LONG_SIDE_PX), stir.grid)
        return pictured

    def cancel(self) -> None:
        """Let go of the view: something else was meant, or nobody looks. A look under way is not waited for."""
        self._worker.cancel()
        self._begin_view(None)

    def forget(self) -> None:
        """What was told may be told again: the next visitor has not heard it."""
        self.cancel()
        self._told = frozenset()

    def stop(self) -> None:
        """End the thread; begun anew with the next look."""
        self.forget()
        self._worker.stop()

    def _is_worth_a_look(self, frame: Frame, stir: Stir) -> bool:
        rules = self._rules
        if self._tried is not None and measure_change(stir.grid, self._tried) > rules.changed_levels:
            self._begin_view(None)
        is_codeless = self._code_at_ms is None or frame.at_ms - self._code_at_ms >= rules.codeless_ms
        is_due = self._clock_ms() >= self._rest_until_ms and not self._worker.is_busy
        return self._tried is None and is_codeless and is_due and stir.change < rules.steady_levels

    def _take_answer(self) -> Pictured | None:
        answer = self._worker.take()
        if answer is None:
            return None
        now_ms = self._clock_ms()
        stops = _list_stops(answer.matches)
        rest_ms = 0 if stops else int(self._rules.rest_ratio * answer.took_ms)
        self._rest_until_ms = now_ms + max(self._rules.least_rest_ms, rest_ms)
        if not self._told & stops:
            self._told = frozenset()
        if not stops & _list_stops(self._first) or self._told:
            self._first = answer.matches or self._first
            if self._told or not self._first or self._tries >= self._rules.tries:
                self._begin_view(answer.grid)
            return None
        matches = answer.matches if len(answer.matches) >= len(self._first) else self._first
        self._begin_view(answer.grid)
        self._told = _list_stops(matches)
        return Pictured(matches, now_ms)

    def _begin_view(self, tried: Grid | None) -> None:
        self._tried, self._first, self._tries = tried, (), 0


def _list_stops(matches: Sequence[PictureMatch]) -> frozenset[str]:
    return frozenset(match.stop_id for match in matches)
