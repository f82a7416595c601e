"""Which of a pack's pictures share most words with what is seen: only these are looked at closely."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.recognition.vocabulary import name_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    import numpy.typing as npt

    from kiosk.scanning.frame import Plane

_NEAREST = 3
"""Words each feature of a frame votes for: the same place often falls into a neighbouring word."""


class ShortList:
    """The pictures of one pack by their words (an inverted index): about 2 bytes a feature."""

    def __init__(self, words: Plane, by_picture: Mapping[int, npt.NDArray[np.uint16]]) -> None:
        import numpy as np

        self._words = words
        self._pictures = np.array(sorted(by_picture), np.intp)
        uniques = [np.unique(by_picture[picture]) for picture in self._pictures]
        self._sizes = np.sqrt(np.array([max(1, len(unique)) for unique in uniques], np.float64))
        named = np.concatenate(uniques) if uniques else np.empty(0, np.uint16)
        ranks = np.repeat(np.arange(len(uniques)), [len(unique) for unique in uniques])
        order = np.argsort(named, kind="stable")
        self._postings = ranks[order].astype(np.uint32)
        self._ends = np.searchsorted(named[order], np.arange(len(words)), side="right")

    def find_likeliest(self, descriptors: Plane, most: int) -> list[int]:
        """Return the pictures that share most words with ``descriptors``, the likeliest first; all where there are few."""
        import numpy as np

        if len(self._pictures) <= most or len(self._words) <= _NEAREST or not len(descriptors):
            return [int(picture) for picture in self._pictures[:most]]
        asked = np.unique(name_words(descriptors, self._words, _NEAREST))
        begins, ends = np.where(asked > 0, self._ends[asked - 1], 0), self._ends[asked]
        counts = ends - begins
        # All postings of all words asked for, without a loop over the words.
        places = np.repeat(begins - np.cumsum(counts) + counts, counts) + np.arange(counts.sum())
        rarity = np.log((len(self._pictures) + 1) / np.maximum(counts, 1))
        votes = np.bincount(self._postings[places], np.repeat(rarity, counts), minlength=len(self._pictures))
        best = np.argsort(-votes / self._sizes, kind="stable")[:most]
        return [int(picture) for picture in self._pictures[best]]
