"""How two pictures of the same view lie to each other, when a hand holds the camera: moved and turned a little."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Any

from kiosk.scanning.opencv import load_cv2

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Levels = npt.NDArray[np.float32]
    Matrix = npt.NDArray[np.float64]

# A hand moves the view by less than this share of its width between two frames; more is another view.
_LONGEST_SHIFT = 0.25
# Two by two parts, each shifted on its own by at most this: what is left after the whole was moved is a turn.
_PARTS = 2
_LONGEST_PART_SHIFT_PX = 3.0
_LARGEST_TURN = 0.03  # radians between two frames: 26 degrees a second


def find_overlay(reference: Levels, picture: Levels) -> Matrix | None:
    """Return the map (3 by 3) from points of ``reference`` to those of ``picture``, of the same size.

    None where they show different views. Grain hardly disturbs it: over the whole picture it averages away.
    """
    import numpy as np

    cv2 = load_cv2()
    height_px, width_px = picture.shape
    (across, down), _ = cv2.phaseCorrelate(reference, picture, _make_window(width_px, height_px))
    if max(abs(across), abs(down)) > _LONGEST_SHIFT * width_px:
        return None
    moved = np.array([[1, 0, across], [0, 1, down], [0, 0, 1]], np.float64)
    beneath = cv2.warpAffine(reference, moved[:2], (width_px, height_px), borderMode=cv2.BORDER_REPLICATE)
    turned: Matrix = _find_turn(beneath, picture) @ moved
    return turned


def _find_turn(reference: Levels, picture: Levels) -> Matrix:
    """Return the small turn and shift that the shifts of the picture's parts have in common."""
    import numpy as np

    height_px, width_px = (side // _PARTS for side in picture.shape)
    places, shifts, trusts = [], [], []
    for row, column in product(range(_PARTS), repeat=2):
        top, left = row * height_px, column * width_px
        part = (slice(top, top + height_px), slice(left, left + width_px))
        shift, trust = _find_shift(reference[part], picture[part])
        places.append((left + width_px / 2, top + height_px / 2))
        shifts.append(shift)
        trusts.append(trust)
    return _fit_turn(np.array(places), np.array(shifts), np.array(trusts))


def _find_shift(reference: Levels, picture: Levels) -> tuple[tuple[float, float], float]:
    import numpy as np

    cv2 = load_cv2()
    window = _make_window(picture.shape[1], picture.shape[0])
    pair = np.ascontiguousarray(reference), np.ascontiguousarray(picture)
    (across, down), response = cv2.phaseCorrelate(*pair, window)
    if max(abs(across), abs(down)) > _LONGEST_PART_SHIFT_PX:
        return (0.0, 0.0), 0.0
    return (across, down), max(float(response), 0.0)


def _fit_turn(places: Matrix, shifts: Matrix, trusts: Matrix) -> Matrix:
    import numpy as np

    weights = (trusts + 1e-6) / (trusts + 1e-6).sum()
    middle, shift = weights @ places, weights @ shifts
    arms, ways = places - middle, shifts - shift
    spread = float(weights @ (arms**2).sum(axis=1))
    turn = float(weights @ (arms[:, 0] * ways[:, 1] - arms[:, 1] * ways[:, 0])) / max(spread, 1e-9)
    turn = min(max(turn, -_LARGEST_TURN), _LARGEST_TURN)
    fitted = np.eye(3)
    fitted[:2, :2] = [[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]]
    fitted[:2, 2] = middle + shift - fitted[:2, :2] @ middle
    return fitted


@cache
def _make_window(width_px: int, height_px: int) -> Any:
    cv2 = load_cv2()
    return cv2.createHanningWindow((width_px, height_px), cv2.CV_32F)
