"""One frame after another: read it, settle it, and say what there is to say. Knows no threads."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.scanning.dark_stack import DarkStack
from kiosk.scanning.events import Guided, Located, ScannerEvent, Settled, Several, Struggling, Unreadable
from kiosk.scanning.frame import LIVE_LONG_SIDE_PX, fit_plane
from kiosk.scanning.guidance import Guide, GuideRules, Trial
from kiosk.scanning.lasting import LastingCodes
from kiosk.scanning.motion import MotionWatch, Stir
from kiosk.scanning.pace import Pace, PaceRules
from kiosk.scanning.settle import Choice, Settler, SettleRules
from kiosk.scanning.trying import Effort, Stubborn

if TYPE_CHECKING:
    from kiosk.scanning.frame import Frame, Plane
    from kiosk.scanning.reader import Code, FrameReader


@dataclass(frozen=True, slots=True)
class SightRules:
    """When to take a closer look and when to say so.

    Attributes:
        idle_after_ms: Nothing has moved for so long: read less often.
        unreadable_after_ms: A code located for so long without a read is worth a word.
        lost_after_ms: Not located for so long, it is gone.
        struggling_after_ms: Tried in vain for so long: offer another way.
        aiming_levels: A view that changes by less between two frames (levels of 255) is held at something.
        dark_levels: With no part brighter on average, frames are laid over each other.
        pace: What reading may cost.
        settle: What counts as settled.
        guide: What hinders reading.
    """

    idle_after_ms: int = 5000
    unreadable_after_ms: int = 2000
    lost_after_ms: int = 700
    struggling_after_ms: int = 6000
    aiming_levels: float = 20.0
    dark_levels: float = 80.0
    pace: PaceRules = field(default_factory=PaceRules)
    settle: SettleRules = field(default_factory=SettleRules)
    guide: GuideRules = field(default_factory=GuideRules)


class Sight:
    """Turns frames into events. ``read_ms`` is how long the last reading took."""

    def __init__(
        self,
        reader: FrameReader,
        rules: SightRules,
        clock_ms: Callable[[], int],
        clock_s: Callable[[], float] = time.thread_time,
    ) -> None:
        self._reader = reader
        self._rules = rules
        self._clock_ms = clock_ms
        self._clock_s = clock_s
        self._settler = Settler(rules.settle)
        self._motion = MotionWatch(rules.idle_after_ms)
        self._stubborn = Stubborn(rules.unreadable_after_ms, rules.lost_after_ms)
        self._effort = Effort(rules.struggling_after_ms)
        self._guide = Guide(rules.guide)
        self._lasting = LastingCodes()
        self._dark = DarkStack()
        self._pace = Pace(rules.pace)
        self._read_at_ms: int | None = None
        self._had_codes = self._had_unread = self._had_read = False
        self.frames_read = 0
        self.read_ms = 0.0
        self.stir: Stir | None = None

    @property
    def least_interval_ms(self) -> float:
        """How long after a frame the next one is worth looking at, by what reading costs here and now."""
        return self._pace.least_interval_ms

    @property
    def has_codes(self) -> bool:
        """Whether a code was read in the last frame; one only located may be an ornament of the thing itself."""
        return self._had_read

    def warm_up(self) -> None:
        """Load the decoders now (0.4 s) rather than at the first visitor's first code."""
        import numpy as np

        self._reader.read(np.full((64, 64), 128, np.uint8))

    def look(self, frame: Frame) -> list[ScannerEvent]:
        """Return what this frame has to say, in order; nothing for most frames of a wall."""
        begun_s = self._clock_s()
        self.stir = self._motion.see(frame.luminance, frame.at_ms)
        if self._is_resting(frame.at_ms):
            return []
        luminance = fit_plane(frame.luminance, LIVE_LONG_SIDE_PX)
        seen = self._read(luminance, self._pace.give_budget_ms(self.stir.is_idle, self._had_unread))
        self._had_read = any(code.is_read for code in seen)
        self._had_unread = bool(seen) and not self._had_read
        codes = self._lasting.see(seen, frame.at_ms)
        gap_ms = frame.at_ms - (self._read_at_ms or 0)
        self._read_at_ms = frame.at_ms
        events = self._tell_codes(codes, luminance, frame.at_ms)
        events += self._tell_trouble(codes, luminance, frame.at_ms, self.stir)
        self._pace.note_cost((self._clock_s() - begun_s) * 1000, gap_ms)
        return events

    def forget(self) -> None:
        """Begin anew: whatever is in view may act, and nothing of the last visitor's view is kept."""
        self.look_anew()
        self._settler.reset()
        self._stubborn.reset()

    def look_anew(self) -> None:
        """After a pause: what was said to help is not shown any more, and the time between was nobody's trying."""
        self._settler.wake()
        self._lasting.reset()
        self._guide.reset()
        self._effort.reset()
        self._dark.clear()
        self._reader.let_go()
        self._read_at_ms = None

    def end_trying(self) -> None:
        """What the visitor meant was recognised otherwise."""
        self._effort.reset()

    def let_go(self) -> None:
        """Keep no picture: the camera is off."""
        self._dark.clear()
        self._reader.let_go()
        self.stir = None

    def _is_resting(self, at_ms: int) -> bool:
        if self._read_at_ms is None or self.stir is None or not self.stir.is_idle:
            return False
        return at_ms - self._read_at_ms < self._rules.pace.still_interval_ms

    def _read(self, luminance: Plane, budget_ms: float) -> list[Code]:
        begun_s = time.perf_counter()
        if self.stir is not None and self.stir.brightest < self._rules.dark_levels:
            codes = self._read_dark(luminance, budget_ms)
        else:
            self._dark.clear()
            codes = self._reader.read(luminance, budget_ms)
        self.read_ms = (time.perf_counter() - begun_s) * 1000
        self.frames_read += 1
        return codes

    def _read_dark(self, luminance: Plane, budget_ms: float) -> list[Code]:
        """Read by turns a frame alone, plainly, and what the last ones show together, with all there is to spend."""
        self._dark.add(luminance)
        together = self._dark.find_average() if self.frames_read % 2 else None
        if together is not None:
            return self._reader.read(together, 2 * budget_ms)
        return self._reader.read(luminance, 0.0 if self._dark.is_ready else budget_ms)

    def _tell_codes(self, codes: list[Code], luminance: Plane, at_ms: int) -> list[ScannerEvent]:
        height_px, width_px = luminance.shape
        events: list[ScannerEvent] = []
        if codes or self._had_codes:
            events.append(Located(tuple(codes), width_px, height_px, at_ms))
        self._had_codes = bool(codes)
        meant = self._settler.see(codes, width_px, height_px, at_ms)
        if isinstance(meant, Choice):
            events.append(Several(meant.codes, width_px, height_px, at_ms))
        elif meant is not None:
            events.append(Settled(meant, width_px, height_px, at_ms, self._clock_ms()))
        return events

    def _tell_trouble(
        self, codes: list[Code], luminance: Plane, at_ms: int, stir: Stir
    ) -> list[ScannerEvent]:
        stubborn = self._stubborn.see(codes, at_ms)
        events: list[ScannerEvent] = [] if stubborn is None else [Unreadable(stubborn, at_ms)]
        if any(code.is_read for code in codes):
            self._effort.reset()
            hint = self._guide.clear()
        else:
            if self._effort.see(bool(codes) or self._is_aimed(stir), at_ms):
                events.append(Struggling(at_ms))
            trial = Trial(self._effort.tried_ms, stir.brightest)
            hint = self._guide.see(codes, luminance, trial, at_ms)
        if hint is not None:
            events.append(Guided(hint, at_ms))
        return events

    def _is_aimed(self, stir: Stir) -> bool:
        """Tell whether a hand holds the camera towards something; in the dark no hand can be seen to shake."""
        is_lying = stir.is_idle and stir.brightest >= self._rules.guide.dark_view
        return not is_lying and stir.change < self._rules.aiming_levels
