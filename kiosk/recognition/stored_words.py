"""A pack's vocabulary and its pictures' words as bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.recognition.features import DESCRIPTOR_SIZE, LEVELS
from kiosk.recognition.vocabulary import MOST_WORDS

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from kiosk.scanning.frame import Plane


def format_vocabulary(words: Plane) -> bytes:
    """Return a vocabulary as bytes, 128 a word; the pair of :func:`parse_vocabulary`."""
    return words.tobytes()


def parse_vocabulary(raw: bytes) -> Plane:
    """Return the vocabulary in ``raw``, (n, 128); no words where there are none, or where they cannot be a vocabulary."""
    import numpy as np

    words = np.frombuffer(raw, np.uint8)
    if len(raw) % DESCRIPTOR_SIZE or len(raw) > MOST_WORDS * DESCRIPTOR_SIZE or (words > LEVELS).any():
        return np.empty((0, DESCRIPTOR_SIZE), np.uint8)
    return words.reshape(-1, DESCRIPTOR_SIZE)


def format_words(named: npt.NDArray[np.intp]) -> bytes:
    """Return a picture's words as bytes, 2 each; the pair of :func:`parse_words`."""
    return named.astype("<u2").tobytes()


def parse_words(raw: bytes, known: int) -> npt.NDArray[np.uint16]:
    """Return a picture's words, those of the ``known`` ones only."""
    import numpy as np

    named = np.frombuffer(raw[: len(raw) // 2 * 2], "<u2")
    return named[named < known].astype(np.uint16)
