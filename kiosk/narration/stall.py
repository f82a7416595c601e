"""Notices a sound that says it plays and does not move: its device or its decoder is gone."""

from __future__ import annotations

from kiosk.model.errors import KioskError

STALLED_MS = 4_000
LONGEST_STEP_MS = 200
"""Whoever looks more seldom was kept from it by a busy machine, and so was the sound, perhaps: no more than this counts."""


class StallWatch:
    """Is shown the position again and again while something is told."""

    def __init__(self) -> None:
        self._looked_at_ms = 0
        self._stood_ms = 0
        self._position_ms = -1

    def begin(self, now_ms: int) -> None:
        """Sound is heard from now on."""
        self._looked_at_ms, self._stood_ms, self._position_ms = now_ms, 0, -1

    def find_stall(self, now_ms: int, position_ms: int) -> KioskError | None:
        """Return ``narration.stalled`` when the position was seen to stand still for ``STALLED_MS``."""
        step_ms, self._looked_at_ms = now_ms - self._looked_at_ms, now_ms
        if position_ms != self._position_ms:
            self._position_ms, self._stood_ms = position_ms, 0
        else:
            self._stood_ms += min(step_ms, LONGEST_STEP_MS)
        if self._stood_ms <= STALLED_MS:
            return None
        return KioskError(
            "The sound stands still",
            code="narration.stalled",
            found=f"{position_ms} ms for {STALLED_MS / 1000:.0f} s",
            remedy="check the sound device: kiosk doctor",
        )
