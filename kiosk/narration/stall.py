"""Notices a sound that says it plays and does not move: its device or its decoder is gone."""

from __future__ import annotations

from kiosk.model.errors import KioskError

STALLED_MS = 4_000


class StallWatch:
    """Is shown the position again and again while something is told."""

    def __init__(self) -> None:
        self._moved_at_ms = 0
        self._position_ms = -1

    def begin(self, now_ms: int) -> None:
        """Sound is heard from now on."""
        self._moved_at_ms, self._position_ms = now_ms, -1

    def find_stall(self, now_ms: int, position_ms: int) -> KioskError | None:
        """Return ``narration.stalled`` when the position has stood still for ``STALLED_MS``."""
        if position_ms != self._position_ms:
            self._moved_at_ms, self._position_ms = now_ms, position_ms
        if now_ms - self._moved_at_ms <= STALLED_MS:
            return None
        return KioskError(
            "The sound stands still",
            code="narration.stalled",
            found=f"{position_ms} ms for {STALLED_MS / 1000:.0f} s",
            remedy="check the sound device: kiosk doctor",
        )
