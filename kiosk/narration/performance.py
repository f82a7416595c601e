"""One way to tell one narration: what the narrator asks of a recording, of live speech and of silent text alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from kiosk.model.errors import KioskError
from kiosk.narration.cues import CueTrack


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a story that was left.

    ``ms`` is its media time; ``character`` the first of the sentence, which holds for other voices too. 0 and 0: the beginning.
    """

    ms: int = 0
    character: int = 0


BEGINNING = Place()


class Stage(Protocol):
    """The narrator, as a performance sees it."""

    def performance_ready(self) -> None:
        """It sounds (or runs) now, after it was asked to play and had to wait."""
        ...

    def performance_progressed(self) -> None:
        """A piece of it is over; the next follows at once."""
        ...

    def performance_waits(self) -> None:
        """What comes next is not there yet; :meth:`performance_ready` follows."""
        ...

    def performance_changed(self) -> None:
        """Its cues or its length have become better known."""
        ...

    def performance_ended(self) -> None:
        """All of it has been told."""
        ...

    def performance_failed(self, error: KioskError) -> None:
        """It cannot go on."""
        ...

    def performance_incident(self, error: KioskError) -> None:
        """Something is wrong that staff should know; it goes on all the same."""
        ...

    def performance_paused(self) -> None:
        """It has paused by itself: the headphones are out."""
        ...

    def performance_audible(self) -> None:
        """The headphones are in again; it stands still as before."""
        ...


class Performance(Protocol):
    """A recording, live speech or silent text being told. All calls on the interface thread; none blocks."""

    def start(self, place: Place) -> None:
        """Make ready to tell from a place: a recording by its time where there is one, else by the sentence.

        Raises:
            KioskError: It cannot be told at all.
        """
        ...

    def prime(self) -> None:
        """Let the sound begin where it can; :meth:`play` follows as soon as everybody has been told."""
        ...

    def play(self) -> None:
        """Go on; the stage hears :meth:`Stage.performance_ready` at once or once it can."""
        ...

    def pause(self) -> None:
        """Stand still."""
        ...

    def stop(self, fade_ms: int = 0) -> None:
        """Let go of everything; the stage hears no more, and the sound is gone after ``fade_ms``."""
        ...

    def seek_ms(self, position_ms: int) -> None:
        """Go to a position, clamped to what there is."""
        ...

    def set_rate(self, rate: float) -> None:
        """Set the speed, 0.75 to 2."""
        ...

    def tick(self) -> None:
        """Be given a moment, a few times a second, while it is played."""
        ...

    @property
    def position_ms(self) -> int:
        """Return the media time told by now."""
        ...

    @property
    def duration_ms(self) -> int:
        """Return the length as far as it is known."""
        ...

    @property
    def track(self) -> CueTrack:
        """Return the captions as far as they are known."""
        ...
