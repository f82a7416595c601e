"""A release opened for reading: its catalogues verified, its problems told."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from kiosk.model.errors import KioskError
from kiosk.packs.blobs import BlobStore
from kiosk.packs.catalogue import INSTALL_DEADLINE_S, Catalogue, open_catalogue
from kiosk.packs.catalogue_values import find_fault
from kiosk.packs.file_words import describe_file
from kiosk.packs.leases import Lease
from kiosk.packs.looks import PackLooks
from kiosk.packs.manifest import RECOGNITION, PackManifest, Part

_SPOKEN = "SELECT sha256 FROM recording UNION ALL SELECT recording FROM voice WHERE recording <> ''"


@dataclass(slots=True)
class OpenPack:
    """The catalogues of one release that are whole.

    Attributes:
        manifest: What of the release is on this device.
        languages: In the author's order.
        films: The parts with films, by name.
        recognition: What a camera knows the pictures by, and ``looks``, which reads it; None where it is not here.
        lease: Keeps the release's files here as long as it is open.
    """

    manifest: PackManifest
    core: Catalogue
    languages: dict[str, Catalogue] = field(default_factory=dict)
    films: dict[str, Catalogue] = field(default_factory=dict)
    recognition: Catalogue | None = None
    looks: PackLooks | None = None
    lease: Lease | None = None

    def close(self) -> None:
        """Close the catalogues."""
        for catalogue in (self.core, *self.languages.values(), *self.films.values()):
            catalogue.close()
        if self.recognition is not None:
            self.recognition.close()
        if self.lease is not None:
            self.lease.close()

    def add(self, part: Part, catalogue: Catalogue) -> None:
        """Take in the catalogue of one more part."""
        if part.language:
            self.languages[part.language] = catalogue
        elif part.name == RECOGNITION:
            self.recognition = catalogue
            self.looks = PackLooks(catalogue, self.core)
        else:
            self.films[part.name] = catalogue


def open_pack(manifest: PackManifest, blobs: BlobStore, problems: list[KioskError]) -> OpenPack | None:
    """Open what is whole of a release; None where its core is not. What is wrong joins ``problems``."""
    opened: OpenPack | None = None
    for part in manifest.parts:
        try:
            catalogue = _open_part(manifest, part, blobs)
        except KioskError as error:
            problems.append(error)
            if opened is None:
                return None
            continue
        if opened is None:
            opened = OpenPack(manifest, catalogue)
        else:
            opened.add(part, catalogue)
    if opened is not None and not opened.languages:
        opened.close()
        return None
    _note_missing_blobs(manifest, blobs, problems)
    return opened


def verify_release(manifest: PackManifest, blobs: BlobStore) -> OpenPack:
    """Open every catalogue of a release and read it through, before the release is shown for the first time.

    Raises:
        KioskError: ``packs.catalogue-faulty`` or ``packs.file-missing``.
    """
    opened: OpenPack | None = None
    try:
        for part in manifest.parts:
            catalogue = _open_part(manifest, part, blobs)
            if opened is None:
                opened = OpenPack(manifest, catalogue)
            else:
                opened.add(part, catalogue)
            with catalogue.within(INSTALL_DEADLINE_S):
                with _named(manifest, part):
                    catalogue.check_integrity()
                _check_content(catalogue, manifest, part)
    except KioskError:
        if opened is not None:
            opened.close()
        raise
    if opened is None:
        raise ValueError("a manifest always has a core")
    return opened


def _open_part(manifest: PackManifest, part: Part, blobs: BlobStore) -> Catalogue:
    # Hashing before SQLite sees a byte costs 1 ms a megabyte, and catalogues are small: done at every start.
    if not blobs.is_whole(part.sha256, part.size_bytes):
        raise KioskError(
            "A part of a pack cannot be shown",
            thing=f"{manifest.id} {manifest.version}, {part.name}",
            expected=f"its catalogue {part.sha256[:12]}... whole",
            found="it missing or damaged",
            remedy="install the pack again from its file or stick",
            code="packs.file-missing",
        )
    with _named(manifest, part):
        return open_catalogue(blobs.path(part.sha256), part.name)


@contextmanager
def _named(manifest: PackManifest, part: Part) -> Iterator[None]:
    """Have staff told which part of which release it is; a catalogue itself knows only its file, a hash."""
    try:
        yield
    except KioskError as error:
        raise KioskError(
            error.what,
            thing=f"{manifest.id} {manifest.version}, {describe_file(manifest, part.sha256)}",
            expected=error.expected,
            found=error.found,
            remedy=error.remedy,
            code=error.code,
        ) from error


def _check_content(catalogue: Catalogue, manifest: PackManifest, part: Part) -> None:
    try:
        _check_speaks_of(catalogue, manifest, part)
        fault = find_fault(catalogue, part.name)
    except sqlite3.Error as error:  # sound pages may still hold what is no text, or too much of it
        raise _contradiction(manifest, part, str(error)) from error
    if fault:
        raise _contradiction(manifest, part, fault)


def _check_speaks_of(catalogue: Catalogue, manifest: PackManifest, part: Part) -> None:
    """Refuse a catalogue of another release, and one that speaks of media nobody promised."""
    if part.is_optional:
        column, expected = "part", part.name
        spoken_of = "" if part.name == RECOGNITION else "SELECT sha256 FROM film"
    elif part.language:
        column, expected, spoken_of = "language", part.language, _SPOKEN
    else:
        column, expected = "fallback_language", manifest.fallback_language
        spoken_of = "SELECT sha256 FROM media WHERE data IS NULL UNION ALL SELECT sha256 FROM sound"
    rows = catalogue.rows(f"SELECT id, version, {column} FROM pack LIMIT 2")
    if rows != [(manifest.id, manifest.version, expected)]:
        found = (
            f"a catalogue of {' '.join(str(cell)[:80] for cell in rows[0])}"
            if rows
            else "a catalogue of nothing"
        )
        raise _contradiction(manifest, part, found)
    promised = {blob.sha256 for blob in part.blobs}
    for (sha256,) in catalogue.each(spoken_of) if spoken_of else ():
        if sha256 not in promised:
            raise _contradiction(manifest, part, f"a medium the manifest does not have, {sha256[:12]}")


def _contradiction(manifest: PackManifest, part: Part, found: str) -> KioskError:
    return KioskError(
        "The pack was not installed",
        thing=f"{manifest.id} {manifest.version}, {part.name}",
        expected="a catalogue that agrees with its manifest",
        found=found,
        remedy="have the pack built again",
        code="packs.catalogue-faulty",
    )


def _note_missing_blobs(manifest: PackManifest, blobs: BlobStore, problems: list[KioskError]) -> None:
    catalogues = {part.sha256 for part in manifest.parts}
    missing = [sha for sha, size in manifest.files() if sha not in catalogues and not blobs.has(sha, size)]
    if missing:
        problems.append(
            KioskError(
                "Some pictures or recordings cannot be shown",
                thing=f"{manifest.id} {manifest.version}",
                expected="all files of the pack",
                found=f"{len(missing)} missing or cut short, the first {missing[0][:12]}...",
                remedy="install the pack again from its file or stick",
                code="packs.file-missing",
            )
        )
