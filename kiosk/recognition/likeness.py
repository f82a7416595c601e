"""Whether a picture looks as it should once it is known where in the frame it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.recognition.signature import make_thumbnail
from kiosk.scanning.opencv import load_cv2

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from kiosk.recognition.signature import Signature
    from kiosk.scanning.frame import Plane

_BLOCK_PX = 12
_FEWEST_BLOCKS = 3
_PLAIN = 4.0
_DRAWN_AT = 4


def measure_likeness(known: Signature, looked_at: Plane, across: npt.NDArray[np.float64]) -> float:
    """Return how alike the picture and the frame are where the picture lies, -1 to 1; 0 where too little of it is seen.

    The median over blocks: what covers less than half of them, a lamp or a head, does not count.
    """
    import numpy as np

    cv2 = load_cv2()
    small = known.thumbnail
    # Drawn four times as large and then averaged, so that the frame's detail does not alias.
    large = (small.shape[1] * _DRAWN_AT, small.shape[0] * _DRAWN_AT)
    shrink = np.diag([large[0] / known.width_px, large[1] / known.height_px, 1.0])
    onto = shrink @ np.linalg.inv(across)
    seen = make_thumbnail(cv2.warpPerspective(looked_at, onto, large))
    inside = make_thumbnail(cv2.warpPerspective(np.full(looked_at.shape, 255, np.uint8), onto, large))
    alike = [
        _correlate(small[block], seen[block])
        for block in _blocks(small.shape)
        if inside[block].min() > 250 and small[block].std() > _PLAIN
    ]
    return float(np.median(alike)) if len(alike) >= _FEWEST_BLOCKS else 0.0


def _blocks(shape: tuple[int, ...]) -> list[tuple[slice, slice]]:
    return [
        (slice(top, top + _BLOCK_PX), slice(left, left + _BLOCK_PX))
        for top in range(0, shape[0] - _BLOCK_PX + 1, _BLOCK_PX)
        for left in range(0, shape[1] - _BLOCK_PX + 1, _BLOCK_PX)
    ]


def _correlate(a: Plane, b: Plane) -> float:
    import numpy as np

    x, y = a - a.mean(), b - b.mean()
    both = float(np.sqrt((x * x).sum() * (y * y).sum()))
    return float((x * y).sum()) / both if both > 1 else 0.0
