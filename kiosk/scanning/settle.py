"""Which of the codes seen is meant, and when. Pure: times come in, nothing is read from a clock.

A code acts once it was seen in enough of the last frames, and then not again until it has been out
of view for a while or another one acted. Of several in view the one nearest the middle is meant.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from kiosk.scanning.reader import Code


@dataclass(frozen=True, slots=True)
class SettleRules:
    """How sure is sure; the figures are argued for in docs/explanation/scanning.md.

    Attributes:
        sightings: Frames in which a code must be the one nearest the middle.
        window_frames: Among so many of the last frames.
        sure_spare: With so much error correction unused, and the code in the middle, one will do.
        middle_share: The middle: within this share of the half diagonal.
        forget_ms: Out of view so long, the same code may act again.
    """

    sightings: int = 2
    window_frames: int = 5
    sure_spare: float = 0.5
    middle_share: float = 0.5
    forget_ms: int = 1500


class Settler:
    """Watches the codes of one frame after another; one for each run of the scanner."""

    def __init__(self, rules: SettleRules | None = None) -> None:
        self._rules = rules or SettleRules()
        self._meant: deque[str] = deque(maxlen=self._rules.window_frames)
        self._acted = ""
        self._acted_seen_at_ms = 0

    def see(self, codes: Sequence[Code], width_px: int, height_px: int, at_ms: int) -> Code | None:
        """Take in the codes of a frame taken at ``at_ms`` and return the one to act on, or None."""
        readable = [code for code in codes if code.is_read]
        self._forget(readable, at_ms)
        meant = min(readable, key=lambda code: _off_centre(code, width_px, height_px), default=None)
        self._meant.append(meant.text if meant else "")
        if meant is None or meant.text == self._acted:
            return None
        if not self._is_sure(meant, width_px, height_px):
            return None
        self._acted, self._acted_seen_at_ms = meant.text, at_ms
        # Two labels in a shaking hand must not answer by turns: each has to win anew.
        self._meant.clear()
        return meant

    def reset(self) -> None:
        """Forget everything: the next visitor's first code acts whatever the last one's was."""
        self._meant.clear()
        self._acted = ""

    def _forget(self, readable: Sequence[Code], at_ms: int) -> None:
        if any(code.text == self._acted for code in readable):
            self._acted_seen_at_ms = at_ms
        elif at_ms - self._acted_seen_at_ms >= self._rules.forget_ms:
            self._acted = ""

    def _is_sure(self, code: Code, width_px: int, height_px: int) -> bool:
        if self._meant.count(code.text) >= self._rules.sightings:
            return True
        in_middle = _off_centre(code, width_px, height_px) <= self._rules.middle_share
        return in_middle and code.spare is not None and code.spare >= self._rules.sure_spare


def _off_centre(code: Code, width_px: int, height_px: int) -> float:
    x, y = code.centre
    return hypot(x - width_px / 2, y - height_px / 2) / hypot(width_px / 2, height_px / 2)
