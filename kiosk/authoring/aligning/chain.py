"""The states a recording passes through from its beginning to its end: the sounds of each word, and pauses between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiosk.authoring.aligning.reference import SpokenSentence
from kiosk.authoring.aligning.spectra import (
    FRAME_WIDTH,
    Frames,
    Surroundings,
    measure_surroundings,
    move_into,
)

_LEAST_STATES = 2


@dataclass(frozen=True, slots=True)
class ChainWord:
    """A word of the text (``start`` to ``end``) and its states, ``first`` to before ``after``."""

    start: int
    end: int
    first: int
    after: int


@dataclass(frozen=True, slots=True)
class Chain:
    """States in their order; a pause, which may be left out, stands before each word and at the end.

    Attributes:
        frames: What each state sounds like in the reference; zeros for a pause.
        is_pause: Which states are pauses.
        between_sentences: The pauses before each sentence, and the last one.
        words: The words of the text.
    """

    frames: Frames
    is_pause: NDArray[np.bool_]
    between_sentences: NDArray[np.intp]
    words: tuple[ChainWord, ...]

    def __len__(self) -> int:
        return len(self.is_pause)


def make_chain(sentences: Sequence[SpokenSentence], slowness: float, surroundings: Surroundings) -> Chain:
    """Return the states of some sentences.

    Args:
        sentences: The reference, at least one word of it.
        slowness: States for each frame of the reference: over 1 where the recording is spoken more slowly.
        surroundings: Those of the recording, in which the reference is to be heard.
    """
    own = measure_surroundings(np.concatenate([sentence.spectra.bands for sentence in sentences]))
    pause = np.zeros((1, FRAME_WIDTH), dtype=np.float32)
    parts: list[Frames] = []
    words: list[ChainWord] = []
    breaks: list[int] = []
    count = 0
    for sentence in sentences:
        breaks.append(count)
        frames = move_into(sentence.spectra, own, surroundings).frames
        for word in sentence.words:
            states = _stretch(frames[word.first : word.after], slowness)
            parts += (pause, states)
            words.append(ChainWord(word.start, word.end, count + 1, count + 1 + len(states)))
            count += 1 + len(states)
    parts.append(pause)
    is_pause = np.zeros(count + 1, dtype=bool)
    is_pause[[word.first - 1 for word in words] + [count]] = True
    return Chain(np.concatenate(parts), is_pause, np.array([*breaks, count]), tuple(words))


def count_frames(sentences: Sequence[SpokenSentence]) -> int:
    """Return how many frames all words have together."""
    return sum(word.after - word.first for sentence in sentences for word in sentence.words)


def _stretch(frames: Frames, slowness: float) -> Frames:
    count = len(frames)
    wanted = max(_LEAST_STATES, round(count * slowness))
    return np.asarray(frames[((np.arange(wanted) + 0.5) / wanted * count).astype(np.intp)])
