"""The one door to OpenCV: quiet, single-threaded, and imported only when first used (0.3 s)."""

from __future__ import annotations

import os
from functools import cache
from typing import Any

# Read by OpenCV when it is imported or opens a video. A damaged file is our answer to give, in
# words; and a "video" must never make the decoder open anything but the file itself.
_ENVIRONMENT = {
    "OPENCV_LOG_LEVEL": "SILENT",
    "OPENCV_FFMPEG_LOGLEVEL": "-8",
    "OPENCV_FFMPEG_CAPTURE_OPTIONS": "protocol_whitelist;file",
    # NumPy's threads wait for one another busily: recognition took three times as long with two as with one.
    "OPENBLAS_NUM_THREADS": "1",
    "OPENCV_VIDEOIO_PRIORITY_LIST": "V4L2,AVFOUNDATION,MSMF,DSHOW,FFMPEG",
}


@cache
def load_cv2() -> Any:
    """Import and return ``cv2``, one thread to a call so that scanning keeps to its share of a core."""
    for name, value in _ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    import cv2

    cv2.setNumThreads(1)
    # Where something else imported it before us, the environment came too late.
    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
    return cv2
