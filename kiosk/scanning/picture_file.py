"""Pictures from disk, which may be hostile: known by their first bytes, sized before decoding."""

from __future__ import annotations

import os
import re
import stat
import warnings
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.model.errors import KioskError
from kiosk.scanning.frame import BgrPicture, Frame, fit_plane

if TYPE_CHECKING:
    from PIL.Image import Image as PilImage

    from kiosk.scanning.frame import Plane

MAX_FILE_BYTES = 64 * 1024 * 1024
# 8K is 33 million; a picture decoded to colours of this size takes 120 MB for a moment.
MAX_PIXELS = 40_000_000
MAX_FOLDER_ENTRIES = 20_000
# Longest side a still is read at; there is time to look closely.
STILL_LONG_SIDE_PX = 4096

_PICTURE_SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff", ".gif")
_VIDEO_SUFFIXES = (".mp4", ".m4v", ".mov", ".mkv", ".webm", ".avi", ".ogv", ".mpg")
_FORMATS = ("PNG", "JPEG", "WEBP", "BMP", "TIFF", "GIF")


class FileKind(Enum):
    """What a file's first bytes say it is."""

    PICTURE = "picture"
    VIDEO = "video"


def sniff_file(path: Path) -> FileKind:
    """Return what ``path`` is by its first bytes, whatever its name.

    Playlists are no videos: they would make a decoder open other files and addresses.

    Raises:
        KioskError: ``scanning.unknown-format`` or ``scanning.unreadable-file``.
    """
    head = read_bytes(path, 16)
    if _is_picture(head):
        return FileKind.PICTURE
    if _is_video(head):
        return FileKind.VIDEO
    raise KioskError(
        "The file was not opened",
        thing=path.name,
        expected="a picture (PNG, JPEG, WebP, BMP, TIFF, GIF) or a video (MP4, MKV, AVI, OGG)",
        found="something else" if head else "an empty file",
        remedy="give another file",
        code="scanning.unknown-format",
    )


def has_picture_name(name: str) -> bool:
    """Tell whether a file is named like a picture."""
    return name.lower().endswith(_PICTURE_SUFFIXES)


def has_video_name(name: str) -> bool:
    """Tell whether a file is named like a video."""
    return name.lower().endswith(_VIDEO_SUFFIXES)


def list_pictures(folder: Path) -> tuple[Path, ...]:
    """Return the files in ``folder`` named like pictures, sorted by name; folders are not entered.

    Raises:
        KioskError: ``scanning.empty-folder``, ``scanning.folder-too-big``,
            ``scanning.unreadable-file``.
    """
    try:
        names = sorted(_picture_names(folder))
    except OSError as error:
        raise _unreadable(folder, error.strerror or "an error") from None
    if not names:
        raise make_empty_error(folder)
    return tuple(folder / name for name in names)


def make_empty_error(folder: Path) -> KioskError:
    """Return ``scanning.empty-folder``, which says that ``folder`` has no pictures."""
    return KioskError(
        "The folder was not opened",
        thing=folder.name,
        expected="pictures (PNG, JPEG, WebP, BMP, TIFF, GIF)",
        found="none",
        remedy="put pictures into it",
        code="scanning.empty-folder",
    )


def load_picture(path: Path, at_ms: int, seq: int = 0) -> Frame:
    """Return the picture at ``path`` as a frame, scaled down to STILL_LONG_SIDE_PX at most.

    Raises:
        KioskError: ``scanning.unreadable-file``, ``scanning.picture-too-big``,
            ``scanning.damaged-picture``.
    """
    bgr = fit_plane(decode_picture(read_bytes(path, MAX_FILE_BYTES), path.name), STILL_LONG_SIDE_PX)
    from kiosk.scanning.opencv import load_cv2

    cv2 = load_cv2()
    return Frame(cv2.cvtColor(bgr, cv2.COLOR_BGR2GRAY), at_ms, seq, BgrPicture(bgr))


def decode_picture(content: bytes, name: str) -> Plane:
    """Return the picture in ``content`` as (height, width, 3), blue first.

    Raises:
        KioskError: ``scanning.picture-too-big`` or ``scanning.damaged-picture``.
    """
    import io

    import numpy as np
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            # Pillow warns of sizes we judge ourselves and of metadata we do not use.
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=_FORMATS) as image:
                _check_size(image, name)
                return np.ascontiguousarray(np.asarray(_as_rgb(image))[:, :, ::-1])
    except Image.DecompressionBombError:
        raise _too_big(name, "far more") from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        # Pillow's decoders say "damaged" in each of these ways.
        raise _damaged(name, error) from None


def read_bytes(path: Path, max_bytes: int) -> bytes:
    """Return up to ``max_bytes`` of a regular file; a pipe put in its place does not hang us.

    Raises:
        KioskError: ``scanning.unreadable-file`` or, when ``max_bytes`` is MAX_FILE_BYTES and the
            file is larger, ``scanning.picture-too-big``.
    """
    try:
        with os.fdopen(_open_without_waiting(path), "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise _unreadable(path, "not a file")
            if max_bytes == MAX_FILE_BYTES and status.st_size > max_bytes:
                raise _too_big(path.name, f"{status.st_size >> 20} MB")
            return file.read(max_bytes)
    except OSError as error:
        raise _unreadable(path, error.strerror or "an error") from None


def _open_without_waiting(path: Path) -> int:
    """Open even a pipe at once; Windows has none to wait for, but would translate line ends."""
    ways = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    return os.open(path, os.O_RDONLY | ways)


def _picture_names(folder: Path) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for count, entry in enumerate(entries):
            if count >= MAX_FOLDER_ENTRIES:
                raise KioskError(
                    "The folder was not opened",
                    thing=folder.name,
                    expected=f"up to {MAX_FOLDER_ENTRIES} files",
                    found="more",
                    remedy="give a smaller folder",
                    code="scanning.folder-too-big",
                )
            if has_picture_name(entry.name) and _is_file(entry):
                yield entry.name


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:
        # A link that leads to itself: rubbish beside the pictures, not a fault of the folder.
        return False


def _check_size(image: PilImage, name: str) -> None:
    # A JPEG is decoded smaller at no cost; everything else is judged by its full size.
    image.draft("RGB", (STILL_LONG_SIDE_PX, STILL_LONG_SIDE_PX))
    width_px, height_px = image.size
    if width_px * height_px > MAX_PIXELS:
        raise _too_big(name, f"{width_px} x {height_px}")


def _as_rgb(image: PilImage) -> PilImage:
    if image.mode.startswith("I;16"):
        # Pillow clips 16 bits to 8 instead of scaling them.
        return image.point(lambda level: level / 256).convert("L").convert("RGB")
    if "A" not in image.getbands() and "transparency" not in image.info:
        return image.convert("RGB")
    from PIL import Image

    paper = Image.new("RGBA", image.size, "white")
    paper.alpha_composite(image.convert("RGBA"))
    return paper.convert("RGB")


def _is_picture(head: bytes) -> bool:
    starts = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"BM", b"II*\0", b"MM\0*", b"GIF8")
    return head.startswith(starts) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP")


def _is_video(head: bytes) -> bool:
    boxes = (b"ftyp", b"moov", b"mdat", b"wide", b"free")
    return (
        head[4:8] in boxes
        or head.startswith((b"\x1a\x45\xdf\xa3", b"OggS", b"\x00\x00\x01\xba"))
        or (head[:4] == b"RIFF" and head[8:12] == b"AVI ")
    )


def _unreadable(path: Path, found: str) -> KioskError:
    return KioskError(
        "The file was not opened",
        thing=path.name,
        expected="a file that can be read",
        found=found.lower(),
        remedy="check its permissions and the drive",
        code="scanning.unreadable-file",
    )


def _too_big(name: str, found: str) -> KioskError:
    return KioskError(
        "The picture was not opened",
        thing=name,
        expected=f"at most {MAX_PIXELS // 1_000_000} million pixels and {MAX_FILE_BYTES >> 20} MB",
        found=found,
        remedy="scale it down",
        code="scanning.picture-too-big",
    )


def _damaged(name: str, error: Exception) -> KioskError:
    return KioskError(
        "The picture was not opened",
        thing=name,
        expected="a whole picture",
        found=f"a damaged one ({_say_damage(error)})",
        remedy="copy it anew from where it came",
        code="scanning.damaged-picture",
    )


def _say_damage(error: Exception) -> str:
    # Pillow names the file that it was given, which was the picture's bytes in memory.
    return re.sub(r"\s*<[^>]*>", "", str(error)).strip(" :")[:80] or type(error).__name__
