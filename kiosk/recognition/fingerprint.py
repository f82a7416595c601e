"""64 bits that tell descriptors of one word apart (Hamming embedding, Jegou and others 2008): a cheap first look."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kiosk.recognition.features import DESCRIPTOR_SIZE

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from kiosk.recognition.features import Floats
    from kiosk.scanning.frame import Plane


def project(descriptors: Plane) -> Floats:
    """Return (n, 64): each descriptor along 64 directions at right angles to one another."""
    import numpy as np

    projected: Floats = descriptors.astype(np.float32) @ _directions().T
    return projected


def make_fingerprints(projected: Floats, projected_words: Floats) -> npt.NDArray[np.uint64]:
    """Return (n,) on which side of its word each descriptor lies, along each direction."""
    import numpy as np

    bits = np.packbits(projected > projected_words, axis=1, bitorder="little")
    return np.ascontiguousarray(bits).view("<u8").ravel().astype(np.uint64)


@cache
def _directions() -> Floats:
    """Return every second row of a Hadamard matrix: no random numbers, so the same on every machine for ever."""
    import numpy as np

    matrix = np.ones((1, 1), np.float32)
    while len(matrix) < DESCRIPTOR_SIZE:
        matrix = np.block([[matrix, matrix], [matrix, -matrix]])
    return matrix[1::2].copy()
