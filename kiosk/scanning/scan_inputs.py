"""Reads codes from inputs named on a command line: pictures, videos, folders, cameras."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from kiosk.model.errors import KioskError
from kiosk.scanning.ladder import Ladder
from kiosk.scanning.opencv_capture import read_video
from kiosk.scanning.picture_file import (
    FileKind,
    has_picture_name,
    has_video_name,
    load_picture,
    make_empty_error,
    sniff_file,
)
from kiosk.scanning.source import find_path, open_source

if TYPE_CHECKING:
    from kiosk.scanning.frame import Frame
    from kiosk.scanning.reader import Code, Reader


@dataclass(frozen=True, slots=True)
class InputReading:
    """What was read in one input. ``read_ms`` is the time spent reading, decoding left out."""

    name: str
    codes: tuple[Code, ...]
    read_ms: float
    error: KioskError | None = None


def read_inputs(specs: Sequence[str], watch_s: float) -> Iterator[InputReading]:
    """Yield a reading for each input, folders opened; a faulty input gives one with its error.

    ``watch_s`` bounds how long a camera, or a video in its own time, is watched for a code.
    """
    thorough = Ladder(budget_ms=None)
    for spec in specs:
        try:
            if spec.startswith("camera:"):
                yield _read_camera(spec, watch_s)
                continue
            for file in _list_files(find_path(spec)):
                yield _read_file(file, thorough)
        except KioskError as error:
            yield InputReading(spec, (), 0.0, error)


def _list_files(path: Path) -> Iterator[Path]:
    """Yield the file itself, or all pictures and videos below a folder in order of their names.

    Raises:
        KioskError: ``scanning.empty-folder``.
    """
    if not path.is_dir():
        yield path
        return
    is_empty = True
    for folder, folders, names in os.walk(path):
        folders.sort()
        for name in sorted(names):
            if has_picture_name(name) or has_video_name(name):
                is_empty = False
                yield Path(folder, name)
    if is_empty:
        raise make_empty_error(path)


def _read_file(path: Path, reader: Reader) -> InputReading:
    try:
        if sniff_file(path) is FileKind.PICTURE:
            frame = load_picture(path, at_ms=0)
            return _read_frames(str(path), iter((frame,)), reader)
        return _read_frames(str(path), read_video(path), Ladder())
    except KioskError as error:
        return InputReading(str(path), (), 0.0, error)


def _read_frames(name: str, frames: Iterator[Frame], reader: Reader) -> InputReading:
    """Read all of a picture's or video's frames; each text counts once, where it was first seen."""
    found: dict[str, Code] = {}
    read_ms = 0.0
    for frame in frames:
        begun_s = time.perf_counter()
        for code in reader.read(frame.luminance):
            if code.is_read:
                found.setdefault(code.text, code)
        read_ms += (time.perf_counter() - begun_s) * 1000
    return InputReading(name, tuple(found.values()), read_ms)


def _read_camera(spec: str, watch_s: float) -> InputReading:
    """Watch a camera until it shows a code, or for ``watch_s``."""
    source = open_source(spec.removeprefix("camera:"))
    arrived: SimpleQueue[Frame | KioskError] = SimpleQueue()
    source.start(arrived.put, arrived.put)
    try:
        return _watch(spec, arrived, time.monotonic() + watch_s)
    finally:
        source.stop()


def _watch(spec: str, arrived: SimpleQueue[Frame | KioskError], until_s: float) -> InputReading:
    ladder, read_ms = Ladder(), 0.0
    while (left_s := until_s - time.monotonic()) > 0:
        try:
            frame = arrived.get(timeout=left_s)
        except Empty:
            break
        if isinstance(frame, KioskError):
            return InputReading(spec, (), read_ms, frame)
        if arrived.qsize():
            continue  # the latest frame wins
        reading = _read_frames(spec, iter((frame,)), ladder)
        read_ms += reading.read_ms
        if reading.codes:
            return InputReading(spec, reading.codes, read_ms)
    return InputReading(spec, (), read_ms)
