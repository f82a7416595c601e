"""What the narrator tells whoever wants to know: the screens, the visit's log, a rehearsal."""

from __future__ import annotations

from enum import StrEnum

from kiosk.model.errors import KioskError
from kiosk.narration.choose import Narration
from kiosk.narration.cues import Cue


class NarrationState(StrEnum):
    """What the narrator is doing; ``preparing`` is waiting to play, with nothing heard yet."""

    IDLE = "idle"
    PREPARING = "preparing"
    PLAYING = "playing"
    PAUSED = "paused"
    ENDED = "ended"
    FAILED = "failed"


class EndReason(StrEnum):
    """Why a narration is over, for the visit's log."""

    FINISHED = "finished"
    STOPPED = "stopped"
    REPLACED = "replaced"
    FAILED = "failed"


class NarrationListener:
    """Is told what the narrator does; override what you need. Every call is on the interface thread."""

    def narration_state(self, state: NarrationState) -> None:
        """The state has changed."""

    def narration_told(self, narration: Narration) -> None:
        """This is being told now: what was asked for, or what it fell back to."""

    def narration_moved(self, position_ms: int, duration_ms: int) -> None:
        """The position has moved (25 times a second while playing) or was set."""

    def narration_caption(self, cue: int, word: int) -> None:
        """Another sentence or word is being spoken; -1 where there is none. Indices into ``cues`` and its words."""

    def narration_cues(self, cues: tuple[Cue, ...]) -> None:
        """The captions have become better known."""

    def narration_ended(self, reason: EndReason, heard_ms: int) -> None:
        """It is over. ``heard_ms``: distinct media time that was really played (or, for text, ran)."""

    def narration_incident(self, error: KioskError) -> None:
        """Something failed that the visitor need not see; the story goes on another way."""

    def narration_failed(self, error: KioskError) -> None:
        """There is nothing left to tell it with, not even text."""

    def narration_no_sound(self) -> None:
        """The device has no sound output: the words run, and the screen says so."""

    def narration_sound_back(self) -> None:
        """A sound output is there now: what :meth:`narration_no_sound` or :meth:`narration_output_lost` told is over."""

    def narration_output_lost(self) -> None:
        """The headphones came out, and the narration has paused."""
