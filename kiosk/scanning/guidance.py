"""Which one word would help most, and when to say it. Pure: measures and times come in as arguments."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass
from math import dist
from typing import TYPE_CHECKING

from kiosk.scanning.events import Hint
from kiosk.scanning.measures import measure_code

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane
    from kiosk.scanning.measures import CodeView
    from kiosk.scanning.reader import Code


@dataclass(frozen=True, slots=True)
class GuideRules:
    """What is too little and too much; measured on drawn labels, see docs/explanation/scanning.md.

    Attributes:
        dark_white: Paper darker than this (0..255) is read by none of the looks.
        dark_view: With no code located: a view of which nothing is brighter on average.
        least_side_px: A label's code (29 modules) with shorter sides has under 3 pixels a module.
        good_share: Of the frame's shorter side: under it a step nearer helps whatever else hinders.
        most_share: Of the frame's shorter side: a code larger than this is too near to be in focus or in view.
        near_share: A blurred code of at least this size that does not move is nearer than the camera can focus.
        least_clearness: Under it the code is blurred beyond reading.
        least_glare: From this share of its tiles on a lamp's reflection hides the code.
        least_travel: A code that moves by this share of its side between two frames is blurred.
        lost_ms: A code that was located so short a time ago and is not now was lost to a movement.
        search_ms: Tried for so long without any code located: what is there is too far away to be seen as one.
        weigh_ms: What hinders in most frames of so long a time is worth a word ...
        keep_ms: ... which stays at least so long.
    """

    dark_white: float = 55.0
    dark_view: float = 25.0
    least_side_px: float = 90.0
    good_share: float = 0.35
    most_share: float = 0.8
    near_share: float = 0.35
    least_clearness: float = 0.45
    least_glare: float = 0.03
    least_travel: float = 0.12
    lost_ms: int = 350
    search_ms: int = 3000
    weigh_ms: int = 800
    keep_ms: int = 1200


@dataclass(frozen=True, slots=True)
class Trial:
    """What is known of a frame in which no code was located.

    Attributes:
        tried_ms: For how long the visitor has been aiming at something.
        brightest: The mean of the view's brightest part, 0..255.
    """

    tried_ms: int
    brightest: float


class Guide:
    """Watches codes that cannot be read and says what would help, changing its word rarely."""

    def __init__(self, rules: GuideRules | None = None) -> None:
        self._rules = rules or GuideRules()
        self.reset()

    def reset(self) -> None:
        """Begin anew with nothing said; a word that is still shown is the caller's to take away."""
        self._said = Hint.NONE
        self._said_at_ms = 0
        self._thoughts: deque[tuple[int, Hint]] = deque()
        self._last: tuple[float, float] | None = None
        self._located_at_ms: int | None = None

    @property
    def said(self) -> Hint:
        """The word that stands now."""
        return self._said

    def see(self, unread: list[Code], luminance: Plane, trial: Trial, at_ms: int) -> Hint | None:
        """Take in a frame in which nothing was read; return the word from now on if it is another one.

        ``unread`` are the codes located.
        """
        if not unread:
            self._last = None
            return self._weigh(self._judge_search(trial, at_ms), at_ms)
        code = max(unread, key=lambda each: dist(each.corners[0], each.corners[2]))
        view = measure_code(luminance, code.corners)
        travel = dist(code.centre, self._last) / max(view.side_px, 1) if self._last else 0.0
        self._last, self._located_at_ms = code.centre, at_ms
        return self._weigh(self._judge(view, travel, min(luminance.shape)), at_ms)

    def clear(self) -> Hint | None:
        """Take in a frame in which a code was read: nothing more to say."""
        was = self._said
        self.reset()
        return Hint.NONE if was is not Hint.NONE else None

    def _judge_search(self, trial: Trial, at_ms: int) -> Hint:
        if trial.tried_ms == 0:
            return Hint.NONE
        if trial.brightest < self._rules.dark_view:
            return Hint.MORE_LIGHT
        if self._located_at_ms is not None and at_ms - self._located_at_ms < self._rules.lost_ms:
            return Hint.HOLD_STILL
        return Hint.CLOSER if trial.tried_ms >= self._rules.search_ms else Hint.NONE

    def _judge(self, view: CodeView, travel: float, short_side_px: int) -> Hint:
        rules = self._rules
        is_blurred = view.clearness < rules.least_clearness
        is_moving = travel >= rules.least_travel
        is_too_near = view.side_px > rules.most_share * short_side_px or (
            is_blurred and not is_moving and view.side_px > rules.near_share * short_side_px
        )
        # The first that holds is what to do first: no step nearer helps in the dark.
        reasons = (
            (view.white < rules.dark_white, Hint.MORE_LIGHT),
            (view.glare >= rules.least_glare, Hint.LESS_GLARE),
            (is_too_near, Hint.FARTHER),
            (is_moving, Hint.HOLD_STILL),
            (view.side_px < rules.least_side_px, Hint.CLOSER),
            (is_blurred, Hint.HOLD_STILL),
            (view.side_px < rules.good_share * short_side_px, Hint.CLOSER),
        )
        return next((hint for holds, hint in reasons if holds), Hint.NONE)

    def _weigh(self, hint: Hint, at_ms: int) -> Hint | None:
        self._thoughts.append((at_ms, hint))
        while at_ms - self._thoughts[0][0] > self._rules.weigh_ms:
            self._thoughts.popleft()
        is_weighed = at_ms - self._thoughts[0][0] >= self._rules.weigh_ms / 2
        is_kept = self._said is not Hint.NONE and at_ms - self._said_at_ms < self._rules.keep_ms
        (most, times), *_ = Counter(thought for _, thought in self._thoughts).most_common(1)
        if most is self._said or not is_weighed or is_kept or 2 * times <= len(self._thoughts):
            return None
        self._said, self._said_at_ms = most, at_ms
        return most
