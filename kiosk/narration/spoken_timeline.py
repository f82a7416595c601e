"""The clips of a text spoken sentence by sentence, laid end to end as one timeline."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from kiosk.narration.captions import READING_CHARACTERS_PER_S
from kiosk.narration.cues import Cue, CueTrack, Word
from kiosk.speech.engine import SpeechClip
from kiosk.speech.sentences import split_sentences


class SpokenTimeline:
    """Measured where a sentence has been spoken, estimated where it has not yet."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = split_sentences(text)
        self.clips: list[SpeechClip] = []
        # One more than clips: where each clip begins, and where the next will.
        self._starts_ms = [0]

    @property
    def is_complete(self) -> bool:
        """Tell whether every sentence has been spoken."""
        return len(self.clips) == len(self.spans)

    @property
    def known_ms(self) -> int:
        """Return the length of what has been spoken."""
        return self._starts_ms[-1]

    @property
    def duration_ms(self) -> int:
        """Return the length of the whole, its unspoken rest estimated by the pace so far."""
        spoken = sum(end - start for start, end in self.spans[: len(self.clips)])
        rest = sum(end - start for start, end in self.spans[len(self.clips) :])
        pace_ms = self.known_ms / spoken if spoken else 1000 / READING_CHARACTERS_PER_S
        return round(self.known_ms + rest * pace_ms)

    def get_sentence(self, index: int) -> str:
        """Return the text of one sentence."""
        start, end = self.spans[index]
        return self.text[start:end]

    def add(self, clip: SpeechClip) -> None:
        """Add the next sentence's clip."""
        self.clips.append(clip)
        self._starts_ms.append(self.known_ms + clip.duration_ms)

    def start_ms(self, index: int) -> int:
        """Return where a spoken sentence, or the first unspoken one, begins."""
        return self._starts_ms[index]

    def find(self, position_ms: int) -> tuple[int, int]:
        """Return (sentence, ms within it) of a position; the first unspoken sentence for all beyond."""
        index = bisect_right(self._starts_ms, max(0, position_ms)) - 1
        is_spoken = index < len(self.clips)
        return index, max(0, position_ms) - self._starts_ms[index] if is_spoken else 0

    def find_sentence_at_character(self, character: int) -> int:
        """Return the sentence that holds, or last began before, a character."""
        return max(0, bisect_right([start for start, _ in self.spans], character) - 1)

    def make_track(self) -> CueTrack:
        """Return the captions: measured for what has been spoken, guessed for the rest."""
        return CueTrack(self._make_cues())

    def _make_cues(self) -> Iterator[Cue]:
        at_ms = 0.0
        unspoken = sum(end - start for start, end in self.spans[len(self.clips) :])
        pace_ms = (self.duration_ms - self.known_ms) / unspoken if unspoken else 0
        for index, (start, end) in enumerate(self.spans):
            clip = self.clips[index] if index < len(self.clips) else None
            length_ms = clip.duration_ms if clip else (end - start) * pace_ms
            words = tuple(_shift(word, round(at_ms), start) for word in clip.words) if clip else ()
            yield Cue(round(at_ms), round(at_ms + length_ms), self.text[start:end], start, end, words)
            at_ms += length_ms


def _shift(word: Word, by_ms: int, by_characters: int) -> Word:
    return Word(
        word.start_ms + by_ms, word.end_ms + by_ms, word.start + by_characters, word.end + by_characters
    )
