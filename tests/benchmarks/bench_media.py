"""A museum's own recordings on their way into a pack: how long it takes, and what another meter says of the outcome."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.authoring.any_source import read_any_source
from kiosk.packs.build import build_pack
from kiosk.packs.finished_media import finish_sound
from kiosk.packs.sound.levelling import TARGET_LUFS
from tests.conftest import SHARED_DATA
from tests.packs.probed_recording import probe_recording
from tests.packs.sound.sounds import count_ms_with_ffmpeg, find_ffmpeg, measure_with_ffmpeg

Row = tuple[str, float, str, float]
MUSEUM = SHARED_DATA / "museums" / "kronan"


def measure() -> list[Row]:
    """Return the rows of the table; the museum's data has to lie beside the repository, and ffmpeg be installed."""
    if not MUSEUM.is_dir() or find_ffmpeg() is None:
        raise RuntimeError(f"this needs {MUSEUM} and ffmpeg")
    folder = Path(tempfile.mkdtemp(prefix="kiosk-media-"))
    try:
        return [*measure_builds(folder), *measure_recordings(folder)]
    finally:
        shutil.rmtree(folder)


def measure_builds(folder: Path) -> list[Row]:
    source = read_any_source(MUSEUM, None)
    sounds = sorted((MUSEUM / "media").glob("*.mp3"))
    decode_s = _seconds(lambda: [probe_recording(path) for path in sounds])
    first_s = _seconds(lambda: build_pack(source, folder / "1.hpack", cache_folder=folder / "cache"))
    second_s = _seconds(lambda: build_pack(source, folder / "2.hpack", cache_folder=folder / "cache"))
    assert (folder / "1.hpack").read_bytes() == (folder / "2.hpack").read_bytes()
    return [
        (f"build {len(sounds)} recordings; floor: decoding them once", first_s, "s", decode_s),
        ("build them again, from the cache", second_s, "s", first_s),
    ]


def measure_recordings(folder: Path) -> list[Row]:
    """Ask ffmpeg, with its own decoder and meter, about each finished recording; return the worst of all."""
    misses, peaks, shifts, sizes = [], [], [], []
    for original in sorted((MUSEUM / "media").glob("*.mp3")):
        made = folder / "made.opus"
        made.write_bytes(finish_sound(original, folder / "cache").data)
        integrated, true_peak = measure_with_ffmpeg(made)
        misses.append(abs(integrated - TARGET_LUFS))
        peaks.append(true_peak)
        made_ms, original_ms = count_ms_with_ffmpeg(made), count_ms_with_ffmpeg(original)
        shifts.append(abs(made_ms - original_ms))
        sizes.append(made.stat().st_size * 8 / made_ms)
    return [
        ("loudness: farthest from -18 LUFS, at most 0.5", max(misses), "LU", 0.0),
        ("true peak: the highest, at most -1", max(peaks), "dBTP", 0.0),
        ("duration: farthest from the original's, at most 20", max(shifts), "ms", 0.0),
        ("bit rate: the highest, about 24", max(sizes), "kb/s", 0.0),
    ]


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
