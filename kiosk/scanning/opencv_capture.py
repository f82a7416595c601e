"""Frames through OpenCV: videos from disk, and numbered cameras where Qt has none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.model.errors import KioskError
from kiosk.scanning.camera_errors import make_lost_error
from kiosk.scanning.frame import LIVE_LONG_SIDE_PX, BgrPicture, Frame, fit_plane
from kiosk.scanning.opencv import load_cv2
from kiosk.scanning.picture_file import MAX_PIXELS
from kiosk.scanning.source_thread import Pace, ThreadedSource, read_clock_ms

if TYPE_CHECKING:
    from kiosk.scanning.source import Showing

_SLOWEST_FRAMES_PER_S, _FASTEST_FRAMES_PER_S = 1.0, 60.0
_CAMERA_WIDTH_PX, _CAMERA_HEIGHT_PX = 1280, 720
# Decoding a JPEG with its colours takes 5 ms at 720p: no more frames than are read.
_CAMERA_INTERVAL_MS = 50


def open_video(path: Path, showing: Showing) -> ThreadedSource:
    """Return a source that shows a video at its own pace, again and again where asked to repeat."""

    def produce(pace: Pace) -> Iterator[Frame]:
        seq = 0
        while True:
            for frame in read_video(path, pace, first_seq=seq):
                seq = frame.seq + 1
                yield frame
            if not showing.repeat or pace.is_stopping:
                return

    return ThreadedSource(produce)


def open_capture(number: int) -> ThreadedSource:
    """Return camera ``number`` (from 0) through OpenCV."""

    def produce(pace: Pace) -> Iterator[Frame]:
        with _capture(number, f"camera {number}") as capture:
            _adjust(capture)
            yield from _frames(capture, interval_ms=_CAMERA_INTERVAL_MS)
        if not pace.is_stopping:
            raise make_lost_error(f"camera {number}", "none")

    return ThreadedSource(produce)


def _adjust(capture: Any) -> None:
    """Ask for what helps to read; a camera that cannot do it goes on as it is."""
    cv2 = load_cv2()
    # Over a cable 720p comes uncompressed ten times a second only.
    capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
    capture.set(cv2.CAP_PROP_FRAME_WIDTH, _CAMERA_WIDTH_PX)
    capture.set(cv2.CAP_PROP_FRAME_HEIGHT, _CAMERA_HEIGHT_PX)
    capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)  # what is seen now, not what was seen before
    capture.set(cv2.CAP_PROP_AUTOFOCUS, 1)


def read_video(path: Path, pace: Pace | None = None, first_seq: int = 0) -> Iterator[Frame]:
    """Yield the frames of a video, in its own time with ``pace``, else as fast as they decode.

    Raises:
        KioskError: ``scanning.damaged-video`` where not one frame can be decoded,
            ``scanning.picture-too-big``.
    """
    with _capture(str(path.absolute()), path.name) as capture:
        step_s = 1 / _frames_per_s(capture)
        seq = first_seq
        for frame in _frames(capture, first_seq):
            if pace is not None and not pace.wait(step_s):
                return
            seq = frame.seq + 1
            yield frame if pace is None else _stamped(frame)
        if seq == first_seq:
            raise _damaged(path.name)


def _stamped(frame: Frame) -> Frame:
    return Frame(frame.luminance, read_clock_ms(), frame.seq, frame.picture)


@contextmanager
def _capture(target: str | int, name: str) -> Iterator[Any]:
    cv2 = load_cv2()
    backend = cv2.CAP_FFMPEG if isinstance(target, str) else cv2.CAP_ANY
    # One thread: frames must not cost more of the machine than reading them does.
    threads = [cv2.CAP_PROP_N_THREADS, 1] if isinstance(target, str) else []
    capture = cv2.VideoCapture(target, backend, threads)
    try:
        if not capture.isOpened():
            raise _damaged(name) if isinstance(target, str) else make_lost_error(name, "none")
        yield capture
    finally:
        capture.release()


def _frames(capture: Any, first_seq: int = 0, interval_ms: int = 0) -> Iterator[Frame]:
    """Yield frames as they come; with ``interval_ms`` those that come sooner are not even decoded."""
    cv2 = load_cv2()
    width_px = capture.get(cv2.CAP_PROP_FRAME_WIDTH)
    height_px = capture.get(cv2.CAP_PROP_FRAME_HEIGHT)
    if width_px * height_px > MAX_PIXELS:
        raise _too_big(width_px, height_px)
    seq, due_ms = first_seq, 0
    while capture.grab():
        if read_clock_ms() < due_ms:
            continue
        is_read, bgr = capture.retrieve()
        if not is_read:
            return
        due_ms = read_clock_ms() + interval_ms
        small = fit_plane(bgr, LIVE_LONG_SIDE_PX)
        grey = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY)
        yield Frame(grey, read_clock_ms(), seq, BgrPicture(small))
        seq += 1


def _frames_per_s(capture: Any) -> float:
    cv2 = load_cv2()
    told = float(capture.get(cv2.CAP_PROP_FPS))
    # A damaged header says 0, NaN or a million.
    if not told > 0:
        return 25.0
    return min(max(told, _SLOWEST_FRAMES_PER_S), _FASTEST_FRAMES_PER_S)


def _damaged(name: str) -> KioskError:
    return KioskError(
        "The video was not opened",
        thing=name,
        expected="a video with at least one whole frame",
        found="a damaged one",
        remedy="copy it anew from where it came",
        code="scanning.damaged-video",
    )


def _too_big(width_px: float, height_px: float) -> KioskError:
    return KioskError(
        "The video was not opened",
        expected=f"at most {MAX_PIXELS // 1_000_000} million pixels a frame",
        found=f"{width_px:.0f} x {height_px:.0f}",
        remedy="scale it down",
        code="scanning.picture-too-big",
    )
