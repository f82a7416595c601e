"""A pack's vocabulary and its pictures' words as bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.recognition.features import DESCRIPTOR_SIZE, LEVELS
from kiosk.recognition.vocabulary import MOST_WORDS

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from kiosk.scanning.frame import Plane

BYTES_A_FEATURE = 2 + 8


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """The words of one picture's n features.

    Attributes:
        words: (n,) the number of the nearest word of each.
        fingerprints: (n,) on which side of that word it lies (``kiosk.recognition.fingerprint``).
    """

    words: npt.NDArray[np.uint16]
    fingerprints: npt.NDArray[np.uint64]


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


def format_named(named: Named) -> bytes:
    """Return a picture's words as bytes, 10 a feature; the pair of :func:`parse_named`."""
    return named.words.astype("<u2").tobytes() + named.fingerprints.astype("<u8").tobytes()


def parse_named(raw: bytes, known: int) -> Named:
    """Return a picture's words, those of the ``known`` ones only; none where ``raw`` has another form."""
    import numpy as np

    count = len(raw) // BYTES_A_FEATURE if len(raw) % BYTES_A_FEATURE == 0 else 0
    words = np.frombuffer(raw, "<u2", count).astype(np.uint16)
    prints = (
        np.frombuffer(raw, "<u8", count, 2 * count).astype(np.uint64) if count else np.empty(0, np.uint64)
    )
    return Named(words[words < known], prints[words < known])
