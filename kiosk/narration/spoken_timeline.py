"""The clips of a text spoken sentence by sentence, laid end to end as one timeline."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from kiosk.narration.captions import READING_CHARACTERS_PER_S
from kiosk.narration.cues import Cue, CueTrack, Word
from kiosk.speech.engine import SpeechClip
from kiosk.speech.sentences import split_sentences

KEPT_SENTENCES = 12
"""So many sentences before and after the one being told keep their sound: a minute each way, 3 MB."""


class SpokenTimeline:
    """Measured where a sentence has been spoken, estimated where it has not."""

    def __init__(self, text: str, characters_per_s: float = READING_CHARACTERS_PER_S) -> None:
        """Lay out a text of which nothing has been spoken, and will be at about this pace."""
        self.text = text
        self.spans = split_sentences(text)
        self._characters_per_s = characters_per_s
        self._measured_ms: dict[int, int] = {}
        self._guessed_ms: dict[int, float] = {}
        self._words: dict[int, tuple[Word, ...]] = {}
        self._sounds: dict[int, bytes] = {}
        self._starts_ms: list[float] = []
        self._lay_out()

    @property
    def duration_ms(self) -> int:
        """Return the length of the whole, what is unspoken estimated by the pace of what was spoken."""
        return round(self._starts_ms[-1])

    def get_sentence(self, index: int) -> str:
        """Return the text of one sentence."""
        start, end = self.spans[index]
        return self.text[start:end]

    def find_sound(self, index: int) -> bytes | None:
        """Return a sentence's WAV file, None where it has not been spoken or is not kept."""
        return self._sounds.get(index)

    def find_unspoken(self, sentence: int) -> int | None:
        """Return which sentence to speak next for somebody who listens to ``sentence``; None where all is at hand."""
        near = range(sentence, min(len(self.spans), sentence + KEPT_SENTENCES))
        return next((index for index in near if index not in self._sounds), None)

    def add(self, index: int, clip: SpeechClip, sentence: int) -> None:
        """Take a sentence's clip; what lies far from ``sentence``, the one being told, keeps its times only."""
        self._sounds[index] = clip.wav
        self._words[index] = clip.words
        self._measured_ms[index] = clip.duration_ms
        for far in [one for one in self._sounds if abs(one - sentence) > KEPT_SENTENCES]:
            del self._sounds[far]
        self._lay_out()

    def settle(self, sentence: int) -> None:
        """Let the place of ``sentence`` stay where it is, however fast the voice turns out to speak."""
        for index in range(sentence):
            self._guessed_ms.setdefault(index, self._starts_ms[index + 1] - self._starts_ms[index])

    def start_ms(self, index: int) -> int:
        """Return where a sentence begins."""
        return round(self._starts_ms[index])

    def length_ms(self, index: int) -> int:
        """Return how long a sentence is."""
        return self.start_ms(index + 1) - self.start_ms(index)

    def find(self, position_ms: int) -> tuple[int, int]:
        """Return (sentence, ms within it) of a position; the beginning of a sentence that is not spoken yet."""
        last = len(self.spans) - 1
        index = min(last, max(0, bisect_right(self._starts_ms, max(0, position_ms)) - 1))
        is_spoken = index in self._measured_ms
        return index, max(0, position_ms - self.start_ms(index)) if is_spoken else 0

    def find_sentence_at_character(self, character: int) -> int:
        """Return the sentence that holds, or last began before, a character."""
        return max(0, bisect_right([start for start, _ in self.spans], character) - 1)

    def make_track(self) -> CueTrack:
        """Return the captions: measured for what has been spoken, guessed for the rest."""
        return CueTrack(self._make_cues())

    def _make_cues(self) -> Iterator[Cue]:
        for index, (start, end) in enumerate(self.spans):
            begins_ms, ends_ms = self.start_ms(index), self.start_ms(index + 1)
            words = tuple(_shift(word, begins_ms, start) for word in self._words.get(index, ()))
            yield Cue(begins_ms, ends_ms, self.text[start:end], start, end, words)

    def _lay_out(self) -> None:
        spoken = sum(self.spans[index][1] - self.spans[index][0] for index in self._measured_ms)
        spoken_ms = sum(self._measured_ms.values())
        pace_ms = spoken_ms / spoken if spoken else 1000 / self._characters_per_s
        guesses = ((end - start) * pace_ms for start, end in self.spans)
        lengths = (
            self._measured_ms.get(index, self._guessed_ms.get(index, guess))
            for index, guess in enumerate(guesses)
        )
        self._starts_ms = list(accumulate(lengths, initial=0.0))


def _shift(word: Word, by_ms: int, by_characters: int) -> Word:
    return Word(
        word.start_ms + by_ms, word.end_ms + by_ms, word.start + by_characters, word.end + by_characters
    )
