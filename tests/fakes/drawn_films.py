"""Films drawn by the tests: red for the first half, then blue, a white square walking through both."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

FRAMES_A_SECOND = 20
CODECS = {".mp4": "mp4v", ".webm": "VP80"}


def draw_film(path: Path, seconds: float = 2.0, width_px: int = 160, height_px: int = 120) -> Path:
    """Write a film without sound to ``path``, an .mp4 or a .webm."""
    path.parent.mkdir(parents=True, exist_ok=True)
    codec = cv2.VideoWriter.fourcc(*CODECS[path.suffix])
    writer = cv2.VideoWriter(str(path), codec, FRAMES_A_SECOND, (width_px, height_px))
    assert writer.isOpened()
    count = round(seconds * FRAMES_A_SECOND)
    for number in range(count):
        frame = np.zeros((height_px, width_px, 3), np.uint8)
        frame[:, :, 2 if number < count / 2 else 0] = 230
        left = (width_px - 20) * number // count
        frame[10:30, left : left + 20] = 255
        writer.write(frame)
    writer.release()
    return path
