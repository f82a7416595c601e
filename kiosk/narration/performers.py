"""Who tells a narration: a recording that is played, an engine that speaks, or the words alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.model.background import Background
from kiosk.model.content import Recording
from kiosk.model.errors import KioskError
from kiosk.narration.choose import Narration, NarrationKind
from kiosk.narration.performance import Performance, Stage
from kiosk.narration.recorded import RecordedPerformance
from kiosk.narration.silent import SilentPerformance
from kiosk.narration.sound import Player, Ticker
from kiosk.narration.spoken import SpokenPerformance
from kiosk.speech.speech import Speech


@dataclass(frozen=True, slots=True)
class Performers:
    """Everything a narration may be told with."""

    player: Player
    speech: Speech
    background: Background
    ticker: Ticker
    find_media_path: Callable[[str], Path | None]
    find_media_bytes: Callable[[str], bytes | None]

    def make(self, narration: Narration, stage: Stage) -> Performance:
        """Return what tells a narration, not begun yet.

        Raises:
            KioskError: ``narration.recording-missing``.
        """
        if narration.kind is NarrationKind.TEXT:
            self.player.stop()
            return SilentPerformance(narration, self.ticker, stage)
        if narration.recording is None:
            return SpokenPerformance(narration, self.speech, self.player, self.background, stage)
        source = self._get_media(narration.recording)
        return RecordedPerformance(narration, source, self.player, self.background, stage)

    def _get_media(self, recording: Recording) -> Path | bytes:
        found = self.find_media_path(recording.sha256) or self.find_media_bytes(recording.sha256)
        if found:
            return found
        raise KioskError(
            "The recording cannot be read",
            code="narration.recording-missing",
            thing=recording.sha256[:12],
            found="no such medium in the installed packs",
            remedy="install the pack again",
        )
