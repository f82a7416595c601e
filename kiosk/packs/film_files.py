"""Film files as authors give them: what they are and how long they last, told from their containers.

Nothing is decoded: a pack is built without the decoders of a device. What the container promises is compared with the
file's length, so that a film cut short is told of.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk.packs.catalogue_values import FILM_TYPES, MAX_RECORDING_MS
from kiosk.packs.film_container import Container, FilmError
from kiosk.packs.film_mp4 import read_mp4
from kiosk.packs.film_webm import read_webm

MAX_FILM_BYTES = 1_000_000_000
MAX_SIDE_PX = 1920
"""More pixels than this are not painted in time on a tablet."""

# What Qt's own FFmpeg decodes on any machine. By the names that the containers have for them.
CODECS = frozenset({"avc1", "avc3", "mp4v", "vp08", "vp09", "V_VP8", "V_VP9"})
_MP4, _WEBM = FILM_TYPES


@dataclass(frozen=True, slots=True)
class FilmFile:
    """What a film file is. ``media_type`` is video/mp4 or video/webm."""

    media_type: str
    duration_ms: int


def probe_film(path: Path) -> FilmFile:
    """Read what a film's container says and return what it is.

    Raises:
        FilmError: It is too large, too long, cut short, or nothing a device can show.
    """
    try:
        size_bytes = path.stat().st_size
        if size_bytes > MAX_FILM_BYTES:
            raise FilmError(f"it is larger than {MAX_FILM_BYTES // 1_000_000:,} MB")
        with path.open("rb") as stream:
            head = stream.read(8)
            if head[4:] == b"ftyp":
                media_type, container = _MP4, read_mp4(stream, size_bytes)
            elif head.startswith(b"\x1a\x45\xdf\xa3"):
                media_type, container = _WEBM, read_webm(stream, size_bytes)
            else:
                raise FilmError("it is neither MP4 nor WebM: save it as one of them")
    except IndexError as error:
        raise FilmError("it is damaged") from error
    except OSError as error:
        raise FilmError(f"it cannot be read ({error.strerror})") from error
    _check(container)
    return FilmFile(media_type, container.duration_ms)


def _check(container: Container) -> None:
    if container.codec not in CODECS:
        raise FilmError(f"its codec {container.codec!r} is not shown everywhere: save it as H.264 or VP9")
    if not 0 < container.width_px <= MAX_SIDE_PX or not 0 < container.height_px <= MAX_SIDE_PX:
        size = f"{container.width_px} x {container.height_px} px"
        raise FilmError(f"its pictures have {size}: save it with at most {MAX_SIDE_PX} px a side")
    if container.duration_ms <= 0:
        raise FilmError("it does not say how long it lasts: save it again as a file, not as a stream")
    if container.duration_ms > MAX_RECORDING_MS:
        raise FilmError(f"it lasts {container.duration_ms / 60_000:.0f} minutes")
