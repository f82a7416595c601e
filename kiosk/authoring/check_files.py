"""Files that lie in a pack's folder and that nothing names: mostly a misspelt name, or forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kiosk.authoring.check_narrated import list_unknown_files
from kiosk.authoring.check_telling import Teller
from kiosk.packs.drawing_links import list_links
from kiosk.packs.pack_source import PackSource
from kiosk.packs.source_files import find_alike
from kiosk.packs.source_films import FILMS_FOLDER
from kiosk.packs.source_recordings import SOUND_SUFFIXES, VOICES_FILE
from kiosk.packs.source_sounds import SOUNDS_FOLDER
from kiosk.packs.source_trials import OTHER
from kiosk.packs.source_voices import VISITORS_FILE, VISITORS_FOLDER

# What file managers leave behind.
LITTER = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
STOP_FILE = "stop.toml"


def check_files(teller: Teller) -> None:
    """Tell which files of media/, recordings/, narrated/, films/, sounds/, voices/ and stops/ nothing names; of a table's, its importer tells."""
    if not teller.knows_all or teller.is_table:
        return
    source = teller.source
    used = {path.name for path in list_pictures(source)}
    # A file whose name is only written otherwise was told of where it is named.
    missing = (finding.media for finding in teller.read.all if finding.kind == "image_missing")
    used |= {find_alike(source.folder / "media" / name) for name in missing}
    for path in list_pictures(source):
        if path.suffix.lower() == ".svg":
            used |= list_links(path)
    for path in _list_folder(source.folder / "media"):
        if path.is_dir():
            _tell(teller, path, "folders in media/ are not looked into", "put its files into media/ itself")
        elif path.name not in used:
            _tell(teller, path, "nothing names it", "name it, or take it away")
    _check_recordings_folder(teller)
    for path in list_unknown_files(source.folder):
        remedy = "have it rendered by kiosk pack narrate, or put a person's recording into recordings/"
        _tell(teller, path, "narrated.toml does not name it", remedy)
    _check_films_folder(teller)
    _check_sounds_folder(teller)
    _check_voices_folder(teller)
    _check_stop_folders(teller)


def _check_recordings_folder(teller: Teller) -> None:
    folder = teller.source.folder
    for path in _list_folder(folder / "recordings"):
        if path.suffix.lower() in SOUND_SUFFIXES or path == folder / VOICES_FILE:
            continue
        has_sound = any(path.with_suffix(suffix).exists() for suffix in SOUND_SUFFIXES)
        if path.suffix.lower() != ".vtt":
            _tell(teller, path, "it is neither a recording nor its timings", "convert it, or take it away")
        elif not has_sound:
            _tell(teller, path, "there is no recording of this name", "add the sound, or take it away")


def _check_films_folder(teller: Teller) -> None:
    if any(finding.where.startswith("films") for finding in teller.read.all):
        return  # a file that is named wrongly was told of there
    films = [film for stop in teller.source.stops for film in stop.films]
    used = {path for film in films for path in (film.file, film.captions_file)}
    for path in _list_folder(teller.source.folder / FILMS_FOLDER):
        if path not in used:
            _tell(teller, path, "nothing names it", "name it in a stop's [[films]], or take it away")


def _check_sounds_folder(teller: Teller) -> None:
    if any(finding.where.startswith("sounds") for finding in teller.read.all):
        return  # likewise
    used = {sound.file for stop in teller.source.stops for sound in stop.sounds}
    for path in _list_folder(teller.source.folder / SOUNDS_FOLDER):
        if path not in used:
            _tell(teller, path, "nothing names it", "name it in a stop's [[sounds]], or take it away")


def _check_voices_folder(teller: Teller) -> None:
    if any(finding.file.split("/")[-1] == VISITORS_FILE for finding in teller.read.all):
        return  # likewise
    used = {voice.recording for voice in teller.source.list_said()}
    for path in _list_folder(teller.source.folder / VISITORS_FOLDER):
        if path not in used:
            _tell(teller, path, "nothing names it", f"name it in a {VISITORS_FILE}, or take it away")


def _check_stop_folders(teller: Teller) -> None:
    source = teller.source
    known = {STOP_FILE, VISITORS_FILE, *(f"{language}.toml" for language in source.languages)}
    known |= {f"{language}.{OTHER}.toml" for language in source.languages}
    for stop in source.stops:
        for path in _list_folder(source.folder / "stops" / stop.id):
            if path.name not in known:
                remedy = "name it after a language of the pack, or take it away"
                _tell(teller, path, "nothing reads it", remedy)


def list_pictures(source: PackSource) -> Iterator[Path]:
    """Yield the picture files that a source names, once or more often each."""
    yield from source.site.attract
    if source.site.wordmark:
        yield source.site.wordmark
    yield from (floor.plan for floor in source.floors if floor.plan)
    yield from (image.file for stop in source.stops for image in stop.images)


def _list_folder(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    paths = (path for path in folder.iterdir() if not path.name.startswith("."))
    return sorted(path for path in paths if path.name.lower() not in LITTER)


def _tell(teller: Teller, path: Path, what: str, remedy: str) -> None:
    file = str(path.relative_to(teller.source.folder))
    teller.findings.warn(file, "", what, remedy, kind="file_not_used", media=path.name)
