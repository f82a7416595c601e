"""Builds a pack: a checked source becomes one ``.hpack`` file, the same bytes each time."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk import __version__
from kiosk.packs.catalogue_writer import write_core, write_language
from kiosk.packs.findings import Finding, Findings
from kiosk.packs.hpack import write_hpack
from kiosk.packs.manifest import CORE, LANGUAGE_PREFIX, Blob, PackManifest, Part, SiteNames
from kiosk.packs.media_shelf import MediaShelf
from kiosk.packs.pack_source import PackSource
from kiosk.packs.pictures import PictureError, render_picture
from kiosk.packs.progress import OnProgress, Progress, ignore_progress
from kiosk.packs.recordings import SoundError, probe_recording
from kiosk.packs.workbench import Workbench


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What was built: where it is, its manifest, its size in bytes, and what the author should know."""

    path: Path
    manifest: PackManifest
    size_bytes: int
    warnings: tuple[Finding, ...]


def build_pack(source: PackSource, out: Path, on_progress: OnProgress = ignore_progress) -> BuildReport:
    """Build ``source`` into the file ``out``, replacing it only once the whole is written.

    Raises:
        PackSourceError: ``packs.source-faulty`` with every picture and recording that cannot be used.
        KioskError: ``packs.pack-not-written``.
    """
    with tempfile.TemporaryDirectory(prefix="kiosk-build-") as scratch:
        shelf = MediaShelf(Path(scratch))
        build = _Build(source, shelf, Path(scratch), on_progress)
        build.prepare_media()
        manifest = build.write_parts()
        build.report("Writing the pack")
        size_bytes = write_hpack(out, manifest, shelf.file)
    build.report("Built")
    return BuildReport(out, manifest, size_bytes, source.warnings)


class _Build:
    """One build on its way; each step is counted before it begins."""

    def __init__(self, source: PackSource, shelf: MediaShelf, scratch: Path, on_progress: OnProgress) -> None:
        self._source = source
        self._shelf = shelf
        self._scratch = scratch
        self._on_progress = on_progress
        self._pictures = sorted(set(_picture_files(source)))
        self._sounds = sorted({recording.file for stop in source.stops for recording in stop.recordings})
        self._total = len(self._pictures) + len(self._sounds) + len(source.languages) + 2
        self._done = 0

    def report(self, words: str) -> None:
        """Tell that the step ``words`` begins."""
        self._on_progress(Progress(words, self._done, self._total))
        self._done += 1

    def prepare_media(self) -> None:
        """Render every picture and decode every recording; raise all their faults together."""
        findings = Findings()
        with Workbench(len(self._pictures) + len(self._sounds)) as bench:
            for path, rendered in bench.work_on(render_picture, self._pictures):
                self.report(f"Drawing {path.name}")
                try:
                    self._shelf.add_picture(path, *rendered())
                except PictureError as error:
                    findings.error(self._name(path), "", str(error), "replace the picture")
            for path, heard in bench.work_on(probe_recording, self._sounds):
                self.report(f"Listening to {path.name}")
                try:
                    self._shelf.add_sound(path, heard())
                except SoundError as error:
                    findings.error(self._name(path), "", str(error), "record or convert it again")
        findings.raise_errors(str(self._source.folder))

    def write_parts(self) -> PackManifest:
        """Write the catalogues and return the manifest that names everything."""
        source = self._source
        self.report("Writing the core")
        core = self._scratch / "core.sqlite"
        write_core(core, source, self._shelf)
        pictures = (p for _, p in sorted(self._shelf.pictures.items()) if p.data is None)
        blobs = tuple(Blob(p.sha256, p.size_bytes, p.media_type) for p in pictures)
        parts = [Part(CORE, *self._shelf.add_file(core), blobs)]
        for language in source.languages:
            parts.append(self._write_language(language))
        return PackManifest(
            id=source.id,
            version=source.version,
            publisher=source.publisher,
            reviewed_on=source.reviewed_on,
            fallback_language=source.fallback_language,
            languages=source.languages,
            parts=tuple(parts),
            tool=f"kiosk {__version__}",
            sites=(SiteNames(source.site.id, dict(source.site.name)),),
        )

    def _write_language(self, language: str) -> Part:
        self.report(f"Writing {language}")
        path = self._scratch / f"{LANGUAGE_PREFIX}{language}.sqlite"
        write_language(path, self._source, language, self._shelf)
        recordings = (r for stop in self._source.stops for r in stop.recordings if r.language == language)
        blobs = {self._shelf.sound(recording.file).blob for recording in recordings}
        in_order = tuple(sorted(blobs, key=lambda blob: blob.sha256))
        return Part(LANGUAGE_PREFIX + language, *self._shelf.add_file(path), in_order)

    def _name(self, path: Path) -> str:
        folder = self._source.folder
        return str(path.relative_to(folder)) if path.is_relative_to(folder) else path.name


def _picture_files(source: PackSource) -> Iterator[Path]:
    yield from source.site.attract
    if source.site.wordmark:
        yield source.site.wordmark
    for floor in source.floors:
        if floor.plan:
            yield floor.plan
    for stop in source.stops:
        for image in stop.images:
            yield image.file
