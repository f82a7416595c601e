"""Where this visitor left each story, so that it goes on from there. Gone when the visit ends."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.narration.choose import Narration, NarrationKind
from kiosk.narration.performance import Place

LEAST_TOLD_MS = 10_000
"""Less than this is sooner told again than explained."""

LEAST_LEFT_MS = 5_000
"""Whoever has heard all but this has heard it."""

AGAIN_MS = 3_000
"""So much is told again, for the thread to be found."""

_Story = tuple[str, str, str]
_Voice = tuple[NarrationKind, str]


@dataclass(slots=True)
class Bookmarks:
    """A place for each story that was left: a stop at one depth, in one language."""

    _places: dict[_Story, tuple[Place, _Voice]] = field(default_factory=dict)

    def put(self, told: Narration, place: Place, duration_ms: int) -> None:
        """Remember where a story is left; near its beginning or its end there is nothing to remember."""
        if LEAST_TOLD_MS <= place.ms <= duration_ms - LEAST_LEFT_MS:
            self._places[_name_story(told)] = (
                Place(place.ms - AGAIN_MS, place.character),
                _name_voice(told),
            )
        else:
            self.take_out(told)

    def find(self, told: Narration) -> Place:
        """Return from where a story goes on; another voice than before has other times, and begins at the sentence."""
        place, voice = self._places.get(_name_story(told), (Place(), None))
        return place if voice in (None, _name_voice(told)) else Place(0, place.character)

    def take_out(self, told: Narration) -> None:
        """Forget the place: the story was told to its end, or is wanted from its beginning."""
        self._places.pop(_name_story(told), None)

    def clear(self) -> None:
        """Forget every place."""
        self._places.clear()


def _name_story(told: Narration) -> _Story:
    return told.stop_id, str(told.depth), told.language


def _name_voice(told: Narration) -> _Voice:
    return told.kind, told.recording.sha256 if told.recording is not None else ""
