"""One frame after another: read it, settle it, and say what there is to say. Knows no threads."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.scanning.events import Located, ScannerEvent, Settled, Unreadable
from kiosk.scanning.frame import LIVE_LONG_SIDE_PX, fit_plane
from kiosk.scanning.motion import MotionWatch
from kiosk.scanning.settle import Settler, SettleRules

if TYPE_CHECKING:
    from kiosk.scanning.frame import Frame, Plane
    from kiosk.scanning.reader import Code, Reader


@dataclass(frozen=True, slots=True)
class SightRules:
    """When to take a closer look and when to say so; all in milliseconds.

    Attributes:
        idle_after_ms: Nothing has moved for so long: read less often.
        idle_interval_ms: How often then.
        unreadable_after_ms: A code located for so long without a read is worth a word.
        lost_after_ms: Not located for so long, it is gone.
    """

    idle_after_ms: int = 5000
    idle_interval_ms: int = 250
    unreadable_after_ms: int = 2000
    lost_after_ms: int = 700
    settle: SettleRules = field(default_factory=SettleRules)


class Sight:
    """Turns frames into events. ``read_ms`` is how long the last reading took."""

    def __init__(self, reader: Reader, rules: SightRules, clock_ms: Callable[[], int]) -> None:
        self._reader = reader
        self._rules = rules
        self._clock_ms = clock_ms
        self._settler = Settler(rules.settle)
        self._motion = MotionWatch(rules.idle_after_ms)
        self._stubborn = _Stubborn(rules.unreadable_after_ms, rules.lost_after_ms)
        self._read_at_ms: int | None = None
        self._had_codes = False
        self.frames_read = 0
        self.read_ms = 0.0

    def warm_up(self) -> None:
        """Load the decoders now (0.4 s) rather than at the first visitor's first code."""
        import numpy as np

        self._reader.read(np.full((64, 64), 128, np.uint8))

    def look(self, frame: Frame) -> list[ScannerEvent]:
        """Return what this frame has to say, in order; nothing for most frames of a wall."""
        if self._is_resting(frame):
            return []
        luminance = fit_plane(frame.luminance, LIVE_LONG_SIDE_PX)
        codes = self._read(luminance, frame.at_ms)
        height_px, width_px = luminance.shape
        events: list[ScannerEvent] = []
        if codes or self._had_codes:
            events.append(Located(tuple(codes), width_px, height_px, frame.at_ms))
        self._had_codes = bool(codes)
        meant = self._settler.see(codes, width_px, height_px, frame.at_ms)
        if meant is not None:
            events.append(Settled(meant, width_px, height_px, frame.at_ms, self._clock_ms()))
        stubborn = self._stubborn.see(codes, frame.at_ms)
        if stubborn is not None:
            events.append(Unreadable(stubborn, frame.at_ms))
        return events

    def forget(self) -> None:
        """Begin anew: whatever is in view may act."""
        self._settler.reset()
        self._stubborn.reset()
        self._read_at_ms = None

    def _is_resting(self, frame: Frame) -> bool:
        if not self._motion.is_idle(frame.luminance, frame.at_ms) or self._read_at_ms is None:
            return False
        return frame.at_ms - self._read_at_ms < self._rules.idle_interval_ms

    def _read(self, luminance: Plane, at_ms: int) -> list[Code]:
        begun_s = time.perf_counter()
        codes = self._reader.read(luminance)
        self.read_ms = (time.perf_counter() - begun_s) * 1000
        self.frames_read += 1
        self._read_at_ms = at_ms
        return codes


class _Stubborn:
    """Notices a code that stays in view and cannot be read; says so once."""

    def __init__(self, after_ms: int, lost_after_ms: int) -> None:
        self._after_ms = after_ms
        self._lost_after_ms = lost_after_ms
        self.reset()

    def reset(self) -> None:
        self._since_ms: int | None = None
        self._seen_at_ms = 0
        self._is_said = False

    def see(self, codes: list[Code], at_ms: int) -> Code | None:
        if any(code.is_read for code in codes):
            self.reset()
            return None
        if not codes:
            if at_ms - self._seen_at_ms > self._lost_after_ms:
                self.reset()
            return None
        self._seen_at_ms = at_ms
        if self._since_ms is None:
            self._since_ms = at_ms
        if self._is_said or at_ms - self._since_ms < self._after_ms:
            return None
        self._is_said = True
        return codes[0]
