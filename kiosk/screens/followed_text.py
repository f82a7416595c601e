"""A text that a voice tells: which word of it is said at a moment, and which sentence stands at a place."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.narration.cues import Cue, CueTrack
from kiosk.screens.text_units import TextUnits

Place = tuple[int, int]
"""The first unit of UTF-16, and the one after the last."""

NOWHERE: Place = (0, 0)


@dataclass(frozen=True, slots=True)
class Marked:
    """What is being said.

    Attributes:
        caption: The sentence as its caption is written.
        caption_word: The word within the caption.
        word: The word within the text that the page shows.
        sentence: The sentence there, where nobody knows its words' times.
    """

    caption: str = ""
    caption_word: Place = NOWHERE
    word: Place = NOWHERE
    sentence: Place = NOWHERE


class FollowedText:
    """The text that is told, with its captions.

    Attributes:
        is_shown: Whether the page shows this very text. One in another language than the voice's has no places.
    """

    def __init__(self, told: str = "") -> None:
        self._told = told
        self._units = TextUnits(told)
        self._track = CueTrack()
        self.is_shown = False

    @property
    def cues(self) -> tuple[Cue, ...]:
        """Return its captions as far as they are known."""
        return self._track.cues

    def compare(self, shown: str) -> None:
        """Note what the page shows."""
        self.is_shown = self._told != "" and self._told == shown

    def caption(self, cues: tuple[Cue, ...]) -> None:
        """Know the captions better."""
        self._track = CueTrack(cues)

    def mark(self, index: int, word: int) -> Marked:
        """Return what is marked while a word (-1 for none) of the caption ``index`` is said."""
        if not 0 <= index < len(self.cues):
            return Marked()
        cue = self.cues[index]
        if not cue.words:
            return Marked(cue.text, sentence=self.place(cue))
        # Before its first word is said a sentence is at that word: whoever has just gone there sees where they are.
        word = max(0, word)
        said, units = cue.words[word], TextUnits(cue.text)
        start, end = cue.place_word(word)
        return Marked(cue.text, (units.to_unit(start), units.to_unit(end)), self._place(said.start, said.end))

    def place(self, cue: Cue | None) -> Place:
        """Return where a sentence stands on the page."""
        return self._place(cue.start, cue.end) if cue else NOWHERE

    def find_cue(self, unit: int, by: int = 0) -> Cue | None:
        """Return the sentence that holds a unit of the page's text, or one so many further on; None where there is none."""
        if not self.is_shown or not self.cues or unit < 0:
            return None
        index = self._track.find_cue_at_character(self._units.to_character(unit)) + by
        return self.cues[index] if 0 <= index < len(self.cues) else None

    def _place(self, start: int, end: int) -> Place:
        return (self._units.to_unit(start), self._units.to_unit(end)) if self.is_shown else NOWHERE
