"""Builds a pack: a checked source becomes one ``.hpack`` file, the same bytes each time."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kiosk import __version__
from kiosk.model.content import FilmKind, SoundKind
from kiosk.model.errors import KioskError
from kiosk.packs.catalogue_writer import write_core, write_films, write_language, write_recognition
from kiosk.packs.film_container import FilmError
from kiosk.packs.film_files import probe_film
from kiosk.packs.findings import Finding, Findings
from kiosk.packs.finished_media import finish_other_sound, finish_sound
from kiosk.packs.hpack import write_hpack
from kiosk.packs.manifest import (
    CORE,
    LANGUAGE_PREFIX,
    MAX_BLOBS,
    RECOGNITION,
    Blob,
    PackManifest,
    Part,
    SiteNames,
)
from kiosk.packs.media_cache import MediaCache
from kiosk.packs.media_shelf import MediaShelf
from kiosk.packs.pack_source import PackSource, RecordingSource, StopSource
from kiosk.packs.pictures import PictureError
from kiosk.packs.progress import OnProgress, Progress, ignore_progress
from kiosk.packs.recordings import SoundError
from kiosk.packs.signatures import SignatureMaker, finish_and_look
from kiosk.packs.sound.levelling import TARGET_LUFS, Recording
from kiosk.packs.stop_sets import MAX_STOPS
from kiosk.packs.workbench import Workbench

# More than this and what is heard beside the voice, the room and the microphone, comes up with it.
MUCH_RAISED_DB = 20.0
MISSED_LU = 1.0


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What was built: where it is, its manifest, its size in bytes, and what the author should know."""

    path: Path
    manifest: PackManifest
    size_bytes: int
    warnings: tuple[Finding, ...]


def build_pack(
    source: PackSource,
    out: Path,
    on_progress: OnProgress = ignore_progress,
    *,
    cache_folder: Path | None = None,
    signatures: SignatureMaker | None = None,
) -> BuildReport:
    """Build ``source`` into the file ``out``, replacing it only once the whole is written.

    Args:
        source: What to build.
        out: The ``.hpack`` to write.
        on_progress: Told of each step before it begins.
        cache_folder: Where finished media are kept for the next build; None for nowhere.
        signatures: Makes what a camera recognises the stops' pictures by; None for a pack without that part.

    Raises:
        PackSourceError: ``packs.source-faulty`` with every picture, recording and film that cannot be used.
        KioskError: ``packs.pack-not-written``.
    """
    with _told_in_words(out), tempfile.TemporaryDirectory(prefix="kiosk-build-") as scratch:
        shelf = MediaShelf(Path(scratch))
        build = _Build(source, shelf, Path(scratch), on_progress, signatures)
        build.check_size()
        warnings = build.prepare_media(cache_folder)
        manifest = build.write_parts()
        build.report("Writing the pack")
        size_bytes = write_hpack(out, manifest, shelf.file)
    build.report("Built")
    if cache_folder is not None:
        MediaCache(cache_folder).trim()
    return BuildReport(out, manifest, size_bytes, (*source.warnings, *warnings))


@contextmanager
def _told_in_words(out: Path) -> Iterator[None]:
    """Tell what the world does to a build: no room for its scratch files, a medium taken away, no memory."""
    try:
        yield
    except (OSError, sqlite3.OperationalError, BrokenExecutor) as error:
        killed = isinstance(error, BrokenExecutor)
        raise KioskError(
            "The pack was not written",
            thing=str(out),
            found="a part of the work was stopped by the system, perhaps for want of memory"
            if killed
            else str(error),
            remedy=f"make room in {tempfile.gettempdir()} and for the pack, close other programs, and build again",
            code="packs.pack-not-written",
        ) from error


class _Build:
    """One build on its way; each step is counted before it begins."""

    def __init__(
        self,
        source: PackSource,
        shelf: MediaShelf,
        scratch: Path,
        on_progress: OnProgress,
        signatures: SignatureMaker | None,
    ) -> None:
        self._source = source
        self._shelf = shelf
        self._scratch = scratch
        self._on_progress = on_progress
        self._signatures = signatures
        self._made: dict[Path, bytes] = {}
        self._pictures = sorted(set(_picture_files(source)))
        self._narrated = {recording.file for stop in source.stops for recording in _list_recordings(stop)}
        said = {voice.recording for voice in source.list_said() if voice.recording}
        self._sounds = sorted(self._narrated | said)
        others = {(sound.kind, sound.file) for stop in source.stops for sound in stop.sounds}
        self._others = sorted(others)
        self._films = sorted({film.file for stop in source.stops for film in stop.films})
        kinds = {film.kind for stop in source.stops for film in stop.films}
        self._kinds = [kind for kind in FilmKind if kind in kinds]
        media = self._count_media()
        self._total = media + len(source.languages) + len(self._kinds) + 2 + (signatures is not None)
        self._done = 0

    def report(self, words: str) -> None:
        """Tell that the step ``words`` begins."""
        self._on_progress(Progress(words, self._done, self._total))
        self._done += 1

    def check_size(self) -> None:
        """Refuse what no device would take, before hours are spent on it.

        Raises:
            PackSourceError: ``packs.source-faulty``: too many stops, or too many media.
        """
        findings = Findings()
        media = self._count_media()
        remedy = "make two packs of it"
        if len(self._source.stops) > MAX_STOPS:
            findings.error("", "", f"it has more than {MAX_STOPS:,} stops", remedy)
        if media > MAX_BLOBS:
            findings.error(
                "",
                "",
                f"it has {media:,} pictures, recordings, sounds and films; a pack holds {MAX_BLOBS:,}",
                remedy,
            )
        findings.raise_errors(str(self._source.folder))

    def prepare_media(self, cache_folder: Path | None) -> tuple[Finding, ...]:
        """Finish every picture and recording, look at every film; raise all their faults together, or return what is to be known."""
        findings = Findings()
        with Workbench(self._count_media() - len(self._films)) as bench:
            self._finish_pictures(bench, findings, cache_folder)
            level = partial(finish_sound, cache_folder=cache_folder)
            for path, recording in self._level(bench, findings, level, self._sounds):
                self._shelf.add_sound(path, recording)
                if path in self._narrated:  # nobody records a visitor anew
                    _note_level(findings, self._name(path), recording)
            for kind in SoundKind:
                level = partial(finish_other_sound, kind=kind, cache_folder=cache_folder)
                paths = [path for of_kind, path in self._others if of_kind is kind]
                for path, recording in self._level(bench, findings, level, paths):
                    self._shelf.add_sound(path, recording, kind)
        self._look_at_films(findings)
        findings.raise_errors(str(self._source.folder))
        return findings.warnings

    def _level(
        self,
        bench: Workbench,
        findings: Findings,
        level: Callable[[Path], Recording],
        paths: Sequence[Path],
    ) -> Iterator[tuple[Path, Recording]]:
        """Yield what became of each sound; one that cannot be used joins the findings."""
        for path, levelled in bench.work_on(level, paths):
            self.report(f"Levelling {path.name}")
            try:
                recording = levelled()
            except SoundError as error:
                findings.error(self._name(path), "", str(error), "record or convert it again")
            else:
                yield path, recording

    def _count_media(self) -> int:
        return len(self._pictures) + len(self._sounds) + len(self._others) + len(self._films)

    def _finish_pictures(self, bench: Workbench, findings: Findings, cache_folder: Path | None) -> None:
        """Finish every picture, and make signatures of those of stops: nobody points a camera at a plan."""
        shown = {image.file for stop in self._source.stops for image in stop.images}
        look_at = self._signatures.look_at if self._signatures is not None else None
        for look, paths in ((look_at, sorted(shown)), (None, [p for p in self._pictures if p not in shown])):
            finish = partial(finish_and_look, look_at=look, cache_folder=cache_folder)
            for path, rendered in bench.work_on(finish, paths):
                self.report(f"Drawing {path.name}")
                try:
                    finished = rendered()
                except PictureError as error:
                    findings.error(self._name(path), "", str(error), "replace the picture")
                else:
                    self._shelf.add_picture(path, finished.large, finished.small)
                    if path in shown:
                        self._made[path] = finished.signature

    def _look_at_films(self, findings: Findings) -> None:
        for path in self._films:
            self.report(f"Looking at {path.name}")
            try:
                self._shelf.add_film(path, probe_film(path))
            except FilmError as error:
                findings.error(self._name(path), "", str(error), "replace the film", kind="film_unreadable")

    def write_parts(self) -> PackManifest:
        """Write the catalogues and return the manifest that names everything."""
        source = self._source
        self.report("Writing the core")
        core = self._scratch / "core.sqlite"
        write_core(core, source, self._shelf)
        pictures = (p for _, p in sorted(self._shelf.pictures.items()) if p.data is None)
        blobs = [Blob(p.sha256, p.size_bytes, p.media_type) for p in pictures]
        blobs += sorted(
            {self._shelf.sound(path, kind).blob for kind, path in self._others}, key=lambda blob: blob.sha256
        )
        parts = [Part(CORE, *self._shelf.add_file(core), tuple(blobs))]
        for language in source.languages:
            parts.append(self._write_language(language))
        parts += [self._write_films(kind) for kind in self._kinds]
        parts += self._write_recognition()
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
        blobs = {self._shelf.sound(path).blob for path in _list_spoken(self._source, language)}
        in_order = tuple(sorted(blobs, key=lambda blob: blob.sha256))
        return Part(LANGUAGE_PREFIX + language, *self._shelf.add_file(path), in_order)

    def _write_films(self, kind: FilmKind) -> Part:
        self.report(f"Writing {kind}")
        path = self._scratch / f"{kind}.sqlite"
        write_films(path, self._source, kind, self._shelf)
        films = (film for stop in self._source.stops for film in stop.films if film.kind is kind)
        blobs = {self._shelf.film(film.file).blob for film in films}
        in_order = tuple(sorted(blobs, key=lambda blob: blob.sha256))
        return Part(str(kind), *self._shelf.add_file(path), in_order)

    def _write_recognition(self) -> list[Part]:
        """Return the part by which the stops' pictures are recognised; none where it is not wanted or would be empty."""
        if self._signatures is None:
            return []
        self.report("Writing what pictures are recognised by")
        joined = self._signatures.join(
            self._made, [[image.file for image in stop.images] for stop in self._source.stops]
        )
        if not joined.looks:
            return []
        path = self._scratch / f"{RECOGNITION}.sqlite"
        write_recognition(path, self._source, joined)
        return [Part(RECOGNITION, *self._shelf.add_file(path), ())]

    def _name(self, path: Path) -> str:
        folder = self._source.folder
        return str(path.relative_to(folder)) if path.is_relative_to(folder) else path.name


def _list_recordings(stop: StopSource) -> tuple[RecordingSource, ...]:
    return (*stop.recordings, *stop.other_recordings)


def _list_spoken(source: PackSource, language: str) -> Iterator[Path]:
    """Yield the files of all that is spoken in a language: narration, and what visitors recorded."""
    for stop in source.stops:
        yield from (one.file for one in _list_recordings(stop) if one.language == language)
    yield from (one.recording for one in source.list_said() if one.recording and one.language == language)


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


def _note_level(findings: Findings, name: str, recording: Recording) -> None:
    if recording.raised_db > MUCH_RAISED_DB:
        what = f"it is very quiet and was made {recording.raised_db:.0f} dB louder, and its noise with it"
        findings.warn(name, "", what, "record it again, nearer to the microphone", kind="audio_very_quiet")
    loudness_lufs = recording.loudness.integrated_lufs
    if abs(loudness_lufs - TARGET_LUFS) > MISSED_LU:
        what = (
            f"it came out at {loudness_lufs:.1f} LUFS instead of {TARGET_LUFS:.0f}: a few peaks tower over it"
        )
        findings.warn(name, "", what, "take the loudest clicks and bangs out of it", kind="audio_uneven")
