"""Where a build keeps its media until the pack is written: small ones in memory, large ones in files."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from kiosk.model.content import SoundKind
from kiosk.packs.catalogue_values import SOUND_TYPE
from kiosk.packs.film_files import FilmFile
from kiosk.packs.manifest import Blob
from kiosk.packs.pictures import Picture
from kiosk.packs.sound.levelling import Recording

# Smaller pictures live in the catalogue: one read instead of a file each (pack-format: about 100 KB).
IN_CATALOGUE_BYTES = 100_000
_PIECE_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class ShelvedPicture:
    """A picture of the pack. ``data`` is None where it is a file of its own (a blob)."""

    sha256: str
    media_type: str
    size_bytes: int
    width_px: int
    height_px: int
    data: bytes | None


@dataclass(frozen=True, slots=True)
class ShelvedMedium:
    """A recording or a film of the pack: always a file of its own, since players take paths."""

    blob: Blob
    duration_ms: int


class MediaShelf:
    """The media of one build, each kept once however often the source names it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._rendered: dict[Path, tuple[ShelvedPicture, Picture]] = {}
        self._sounds: dict[tuple[Path, SoundKind | None], ShelvedMedium] = {}
        self._films: dict[Path, ShelvedMedium] = {}
        self._files: dict[str, Path] = {}
        self.pictures: dict[str, ShelvedPicture] = {}

    def add_picture(self, path: Path, large: Picture, small: Picture) -> None:
        """Keep what was rendered of the picture ``path``, and its thumbnail for when it is asked for."""
        self._rendered[path] = self._keep(large), small

    def add_sound(self, path: Path, recording: Recording, kind: SoundKind | None = None) -> None:
        """Keep what was made of the sound ``path``, levelled as its ``kind`` is; None for a recorded voice."""
        sha256 = self._write(recording.data)
        blob = Blob(sha256, len(recording.data), SOUND_TYPE)
        self._sounds[path, kind] = ShelvedMedium(blob, recording.duration_ms)

    def add_film(self, path: Path, film: FilmFile) -> None:
        """Keep the film ``path`` as it is; it stays where it lies."""
        blob = Blob(*self.add_file(path), film.media_type)
        self._films[path] = ShelvedMedium(blob, film.duration_ms)

    def picture(self, path: Path) -> ShelvedPicture:
        """Return the picture made of ``path``; it must have been added."""
        return self._rendered[path][0]

    def thumbnail(self, path: Path) -> ShelvedPicture:
        """Return the thumbnail made of ``path``, which is kept only if asked for; it must have been added."""
        return self._keep(self._rendered[path][1])

    def sound(self, path: Path, kind: SoundKind | None = None) -> ShelvedMedium:
        """Return what is known of the sound ``path`` as of this ``kind``; it must have been added."""
        return self._sounds[path, kind]

    def film(self, path: Path) -> ShelvedMedium:
        """Return what is known of the film ``path``; it must have been added."""
        return self._films[path]

    def add_file(self, path: Path) -> tuple[str, int]:
        """Put a finished file (a catalogue) on the shelf; return its SHA-256 and its size in bytes."""
        sha256, size_bytes = hash_file(path)
        self._files[sha256] = path
        return sha256, size_bytes

    def file(self, sha256: str) -> Path:
        """Return the file of a blob or a catalogue."""
        return self._files[sha256]

    def _keep(self, picture: Picture) -> ShelvedPicture:
        sha256 = hashlib.sha256(picture.data).hexdigest()
        small = len(picture.data) < IN_CATALOGUE_BYTES
        if not small:
            self._write(picture.data)
        kept = ShelvedPicture(
            sha256=sha256,
            media_type=picture.media_type,
            size_bytes=len(picture.data),
            width_px=picture.width_px,
            height_px=picture.height_px,
            data=picture.data if small else None,
        )
        return self.pictures.setdefault(sha256, kept)

    def _write(self, data: bytes) -> str:
        sha256 = hashlib.sha256(data).hexdigest()
        path = self._folder / sha256
        path.write_bytes(data)
        self._files[sha256] = path
        return sha256


def hash_file(path: Path) -> tuple[str, int]:
    """Return a file's SHA-256 in hex and its size in bytes."""
    digest, size_bytes = hashlib.sha256(), 0
    with path.open("rb") as stream:
        while piece := stream.read(_PIECE_BYTES):
            digest.update(piece)
            size_bytes += len(piece)
    return digest.hexdigest(), size_bytes
