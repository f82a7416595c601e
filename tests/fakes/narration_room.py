"""A narrator on fakes with one virtual clock, and a diary of everything it told."""

from __future__ import annotations

from pathlib import Path

from kiosk.model.errors import KioskError
from kiosk.narration.choose import Narration
from kiosk.narration.cues import Cue
from kiosk.narration.narrator import EndReason, NarrationListener, NarrationState, Narrator
from tests.fakes.fake_background import QueuedBackground
from tests.fakes.fake_player import FakePlayer
from tests.fakes.fake_speech import FakeSpeech
from tests.fakes.fake_ticker import FakeTicker, VirtualClock


class Diary(NarrationListener):
    """Writes down what a narrator tells."""

    def __init__(self) -> None:
        self.states: list[NarrationState] = []
        self.told: list[Narration] = []
        self.captions: list[tuple[int, int]] = []
        self.ended: list[tuple[EndReason, int]] = []
        self.incidents: list[str] = []
        self.failures: list[str] = []
        self.cues: tuple[Cue, ...] = ()
        self.no_sound = 0
        self.sound_back = 0
        self.output_lost = 0

    def narration_state(self, state: NarrationState) -> None:
        self.states.append(state)

    def narration_told(self, narration: Narration) -> None:
        self.told.append(narration)

    def narration_caption(self, cue: int, word: int) -> None:
        self.captions.append((cue, word))

    def narration_cues(self, cues: tuple[Cue, ...]) -> None:
        self.cues = cues

    def narration_ended(self, reason: EndReason, heard_ms: int) -> None:
        self.ended.append((reason, heard_ms))

    def narration_incident(self, error: KioskError) -> None:
        self.incidents.append(error.code)

    def narration_failed(self, error: KioskError) -> None:
        self.failures.append(error.code)

    def narration_no_sound(self) -> None:
        self.no_sound += 1

    def narration_sound_back(self) -> None:
        self.sound_back += 1

    def narration_output_lost(self) -> None:
        self.output_lost += 1


class NarrationRoom:
    """A narrator with everything it needs; media are files in ``folder`` named by their SHA-256."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = VirtualClock()
        self.player = FakePlayer(self.clock)
        self.speech = FakeSpeech()
        self.background = QueuedBackground()
        self.ticker = FakeTicker(self.clock)
        self.diary = Diary()
        self.narrator = Narrator(
            self.player, self.speech, self.background, self.ticker, self.find_path, lambda _: None
        )
        self.narrator.add_listener(self.diary)

    def find_path(self, sha256: str) -> Path | None:
        path = self.folder / sha256
        return path if path.exists() else None

    def is_in(self, state: NarrationState) -> bool:
        """Tell whether the narrator is in a state now."""
        return self.narrator.state is state

    def keep(self, sha256: str, head: bytes = b"OggS") -> Path:
        """Put a medium there that looks like sound."""
        path = self.folder / sha256
        path.write_bytes(head + bytes(60))
        return path

    def run(self, for_ms: int) -> None:
        """Let background work finish and time pass."""
        self.background.run_all()
        for _ in range(for_ms // 10):
            self.clock.advance(10)
            self.background.run_all()
