"""Captions as values: which sentence and which word belong to a moment of the narration."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.model.spoken_word import Word

__all__ = ["Cue", "CueTrack", "Word"]


@dataclass(frozen=True, slots=True)
class Cue:
    """One caption, a sentence: its time in ms, its text, its characters in the whole text.

    ``words`` is empty where nobody knows when each word is spoken (a recording without timings). ``voice`` names who
    speaks, "" where nobody is named.
    """

    start_ms: int
    end_ms: int
    text: str
    start: int
    end: int
    words: tuple[Word, ...] = ()
    shown: tuple[tuple[int, int], ...] = ()
    voice: str = ""

    def place_word(self, index: int) -> tuple[int, int]:
        """Return the (start, end) characters of a word within this caption's own ``text``.

        They are in ``shown`` where the caption is not written as the whole text is; else they follow from it.
        """
        if self.shown:
            return self.shown[index]
        word = self.words[index]
        return word.start - self.start, word.end - self.start


class CueTrack:
    """The cues of one narration, in order, found by position in O(log n). Their places never run backwards."""

    def __init__(self, cues: Iterable[Cue] = ()) -> None:
        self.cues = tuple(cues)
        self._cue_starts = [cue.start_ms for cue in self.cues]
        self._places = [cue.start for cue in self.cues]
        self._word_starts = [[word.start_ms for word in cue.words] for cue in self.cues]

    def find_cue(self, position_ms: float) -> int:
        """Return the index of the cue told at ``position_ms``, or -1 before the first.

        In the pause after a sentence its cue stays, so that captions do not flicker.
        """
        return bisect_right(self._cue_starts, position_ms) - 1

    def find_word(self, position_ms: float) -> tuple[int, int]:
        """Return (cue index, word index within it); -1 where there is none yet or none is known."""
        cue = self.find_cue(position_ms)
        return cue, bisect_right(self._word_starts[cue], position_ms) - 1 if cue >= 0 else -1

    def find_cue_at_character(self, character: int) -> int:
        """Return the index of the cue that holds, or last began before, a character; 0 at the least."""
        return max(0, bisect_right(self._places, character) - 1)
