"""Which of the codes seen is meant, and when. Pure: times come in, nothing is read from a clock.

A code acts once it was seen in enough of the last frames, and then not again until it has been out
of view for a while or another one acted. Of several in view the one nearest the middle is meant; where
none is clearly the nearest, the visitor is to be asked.
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
        clear_share: Nearer the middle than any other by this share of the half diagonal is clearly meant.
        choice_sightings: Frames of the window in which none was clearly meant, before the visitor is asked.
    """

    sightings: int = 2
    window_frames: int = 5
    sure_spare: float = 0.2
    middle_share: float = 0.5
    forget_ms: int = 1500
    clear_share: float = 0.15
    choice_sightings: int = 4


@dataclass(frozen=True, slots=True)
class Choice:
    """Codes of which none is clearly meant, each text once, nearest the middle first."""

    codes: tuple[Code, ...]


class Settler:
    """Watches the codes of one frame after another; one for each run of the scanner."""

    def __init__(self, rules: SettleRules | None = None) -> None:
        self._rules = rules or SettleRules()
        # Of each of the last frames: what was meant in it ("" for nothing), and whether that was in doubt.
        self._meant: deque[str] = deque(maxlen=self._rules.window_frames)
        self._doubts: deque[bool] = deque(maxlen=self._rules.window_frames)
        self._asked: frozenset[str] = frozenset()
        self._asked_seen_at_ms = 0
        self._acted = ""
        self._acted_seen_at_ms = 0
        self._is_woken = False

    def see(self, codes: Sequence[Code], width_px: int, height_px: int, at_ms: int) -> Code | Choice | None:
        """Take in the codes of a frame taken at ``at_ms``; return the one to act on, those to ask about, or None."""
        codes = sorted(codes, key=lambda code: _off_centre(code, width_px, height_px))
        readable = [code for code in codes if code.is_read]
        self._forget(readable, at_ms)
        rivals = self._list_rivals(readable, width_px, height_px)
        self._meant.append(readable[0].text if readable and not rivals else "")
        self._doubts.append(bool(rivals))
        if rivals:
            return self._ask(rivals, at_ms)
        if not readable or readable[0].text == self._acted:
            return None
        if not self._is_sure(readable[0], codes, width_px, height_px):
            return None
        return self._act(readable[0], at_ms)

    def reset(self) -> None:
        """Forget everything: the next visitor's first code acts whatever the last one's was."""
        self._meant.clear()
        self._doubts.clear()
        self._asked = frozenset()
        self._acted = ""

    def wake(self) -> None:
        """After a pause: the time between does not count as out of view."""
        self._is_woken = True

    def _forget(self, readable: Sequence[Code], at_ms: int) -> None:
        if self._is_woken:
            self._is_woken = False
            self._acted_seen_at_ms = self._asked_seen_at_ms = at_ms
        if any(code.text == self._acted for code in readable):
            self._acted_seen_at_ms = at_ms
        elif at_ms - self._acted_seen_at_ms >= self._rules.forget_ms:
            self._acted = ""
        if any(code.text in self._asked for code in readable):
            self._asked_seen_at_ms = at_ms
        elif at_ms - self._asked_seen_at_ms >= self._rules.forget_ms:
            self._asked = frozenset()

    def _list_rivals(self, readable: Sequence[Code], width_px: int, height_px: int) -> list[Code]:
        """Return the codes in the middle of which none is clearly meant, each text once; none where one is."""
        reach = self._rules.middle_share
        if readable:
            nearest = _off_centre(readable[0], width_px, height_px)
            reach = min(reach, nearest + self._rules.clear_share)
        near: dict[str, Code] = {}
        for code in readable:
            if _off_centre(code, width_px, height_px) <= reach:
                near.setdefault(code.text, code)
        return list(near.values()) if len(near) > 1 else []

    def _ask(self, rivals: list[Code], at_ms: int) -> Choice | None:
        texts = frozenset(code.text for code in rivals)
        if texts <= self._asked or sum(self._doubts) < self._rules.choice_sightings:
            return None
        self._asked, self._asked_seen_at_ms = texts, at_ms
        return Choice(tuple(rivals))

    def _act(self, code: Code, at_ms: int) -> Code:
        self._acted, self._acted_seen_at_ms = code.text, at_ms
        self._asked = frozenset()
        # Two labels in a shaking hand must not answer by turns: each has to win anew.
        self._meant.clear()
        self._doubts.clear()
        return code

    def _is_sure(self, code: Code, codes: Sequence[Code], width_px: int, height_px: int) -> bool:
        times = self._meant.count(code.text)
        if code.spare is None:
            # A weak decoder, which does not tell how sure it is: it must not contradict itself either.
            others = (self._meant.count(text) for text in set(self._meant) - {code.text, ""})
            return times - max(others, default=0) >= self._rules.sightings
        if times >= self._rules.sightings:
            return True
        is_nearest = code.centre == codes[0].centre
        in_middle = _off_centre(code, width_px, height_px) <= self._rules.middle_share
        return is_nearest and in_middle and code.spare >= self._rules.sure_spare


def _off_centre(code: Code, width_px: int, height_px: int) -> float:
    x, y = code.centre
    return hypot(x - width_px / 2, y - height_px / 2) / hypot(width_px / 2, height_px / 2)
