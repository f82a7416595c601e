"""The plain way to recognise a picture: ORB, a ratio test and a homography against every picture there is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from kiosk.recognition.features import fit_for_looking
from kiosk.scanning.opencv import load_cv2

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

_FEATURES = 600
_FEWEST = 10


class OrbFloor:
    """Compares a frame with each of ``pictures`` ((height, width, 3), blue first)."""

    def __init__(self, pictures: Mapping[str, Plane]) -> None:
        self._known = {
            name: self._look(np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), np.uint8))
            for name, picture in pictures.items()
        }

    def recognise(self, frame: Plane) -> str:
        """Return the name of the picture that most features agree on; "" where fewer than ten do."""
        points, described = self._look(frame)
        best, most = "", _FEWEST - 1
        for name, (known_points, known) in self._known.items():
            agreeing = _count_agreeing(known_points, known, points, described)
            if agreeing > most:
                best, most = name, agreeing
        return best

    def _look(self, luminance: Plane) -> tuple[np.ndarray, Any]:
        found, described = load_cv2().ORB_create(_FEATURES).detectAndCompute(fit_for_looking(luminance), None)
        return np.array([point.pt for point in found], np.float32), described


def _count_agreeing(known_points: np.ndarray, known: Any, points: np.ndarray, described: Any) -> int:
    if known is None or described is None or len(known) < 2 or len(described) < 2:
        return 0
    pairs = cv2.BFMatcher(cv2.NORM_HAMMING).knnMatch(known, described, k=2)
    good = [pair[0] for pair in pairs if len(pair) == 2 and pair[0].distance < 0.8 * pair[1].distance]
    if len(good) < _FEWEST:
        return 0
    sources = known_points[[pair.queryIdx for pair in good]]
    targets = points[[pair.trainIdx for pair in good]]
    _, mask = cv2.findHomography(sources, targets, cv2.USAC_MAGSAC, 4.0)
    return 0 if mask is None else int(mask.sum())
