"""Whether a flat picture can be seen in a frame where it seems to lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.scanning.opencv import load_cv2

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from kiosk.recognition.features import Floats

_LEAST_SIDE_PX = 32.0
_MOST_SIDE_PX = 2_400.0
_MOST_LEAN = 4.0
_MOST_SQUEEZE = 3.5


def find_outline(across: npt.NDArray[np.float64], width_px: int, height_px: int) -> Floats | None:
    """Return the four corners of a picture in the frame, (4, 2); None where no camera would see them so.

    Refused are mirrored, folded and far too small, large, leaning or squeezed outlines.
    """
    import numpy as np

    corners = np.array([[0, 0], [width_px, 0], [width_px, height_px], [0, height_px]], np.float64)
    depths = np.c_[corners, np.ones(4)] @ across[2]
    if not np.isfinite(across).all() or depths.min() <= 0 or depths.max() > _MOST_LEAN * depths.min():
        return None
    outline = load_cv2().perspectiveTransform(corners[None], across)[0].astype(np.float32)
    sides = np.roll(outline, -1, axis=0) - outline
    after = np.roll(sides, -1, axis=0)
    turns = sides[:, 0] * after[:, 1] - sides[:, 1] * after[:, 0]
    lengths = np.linalg.norm(sides, axis=1)
    if turns.min() <= 0 or lengths.min() < _LEAST_SIDE_PX or lengths.max() > _MOST_SIDE_PX:
        return None
    wide, high = lengths[[0, 2]].mean() / width_px, lengths[[1, 3]].mean() / height_px
    return outline if max(wide, high) <= _MOST_SQUEEZE * min(wide, high) else None


def holds_middle(outline: Floats, width_px: int, height_px: int) -> bool:
    """Tell whether the middle of the frame lies in an outline: what is there is meant."""
    inside: float = load_cv2().pointPolygonTest(outline, (width_px / 2, height_px / 2), False)
    return inside >= 0
