"""One sound in the whole app: whoever is to be heard takes the place of who was."""

from __future__ import annotations

from typing import Protocol, runtime_checkable


class Sounding(Protocol):
    """Something that can be heard: the stories, an aside, a film, a recording that is no story."""

    def fall_silent(self) -> None:
        """Be heard no more, at once; harmless where nothing is heard."""
        ...


@runtime_checkable
class Lasting(Sounding, Protocol):
    """Something that goes on after words said in between: a film, a recording that is no story."""

    def go_on(self) -> None:
        """Go on where it fell silent; harmless where it was paused or ended by the visitor."""
        ...


class OneSound:
    """Knows who is heard now. Interface thread only."""

    def __init__(self) -> None:
        self._heard: Sounding | None = None

    @property
    def heard(self) -> Sounding | None:
        """Return who is heard now, None for nobody."""
        return self._heard

    def take(self, who: Sounding) -> None:
        """Let ``who`` be heard from now on: whoever was heard falls silent first."""
        before, self._heard = self._heard, who
        if before is not None and before is not who:
            before.fall_silent()

    def give_back(self, who: Sounding) -> None:
        """Forget ``who``, which is heard no more and may be gone soon; nothing happens where it is not heard."""
        if self._heard is who:
            self._heard = None
