"""Which share of a sound is cut off at full scale, because it was recorded too loud."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from kiosk.packs.sound.resampling import Samples

FULL_SCALE = 0.999


class Clipping:
    """Counts while samples pass by; full scale is -1 to 1."""

    def __init__(self) -> None:
        self._clipped = self._all = 0

    @property
    def share(self) -> float:
        """Return the share of the samples that stand at full scale, 0 to 1."""
        return self._clipped / max(1, self._all)

    def watch(self, blocks: Iterable[Samples]) -> Iterator[Samples]:
        """Pass samples on, and count them."""
        for block in blocks:
            self._all += len(block)
            self._clipped += int((np.abs(block) >= FULL_SCALE).sum())
            yield block
