"""The films of a stop: ``[[films]]`` in its ``stop.toml``, the files in ``films/``."""

from __future__ import annotations

from pathlib import Path

from kiosk.model.content import FilmKind
from kiosk.packs.findings import Findings
from kiosk.packs.names import FILE_NAME, LANGUAGE_TAG
from kiosk.packs.pack_source import FilmSource
from kiosk.packs.source_fields import Fields, shorten
from kiosk.packs.source_files import find_alike
from kiosk.packs.source_recordings import read_cue_file

FILMS_FOLDER = "films"
FILM_SUFFIXES = frozenset({".mp4", ".webm"})
CAPTIONS_SUFFIX = ".vtt"


def read_stop_films(top: Fields, folder: Path, findings: Findings) -> tuple[FilmSource, ...]:
    """Return the films that a stop names; one of which something is missing is left out, with a finding."""
    films: dict[tuple[FilmKind, str], FilmSource] = {}
    for entry in top.tables("films"):
        film = _read_film(entry, folder, findings)
        entry.finish()
        if film is None:
            continue
        if films.setdefault((film.kind, film.language), film) is not film:
            what = f"the stop has another film of kind {film.kind} in {shorten(film.language)}"
            entry.error("language", what, "keep one of them", kind="used_twice")
    return tuple(films.values())


def _read_film(entry: Fields, folder: Path, findings: Findings) -> FilmSource | None:
    path = _find_file(entry, "file", folder, FILM_SUFFIXES)
    kind = entry.text("kind")
    if kind and kind not in set(FilmKind):
        entry.error("kind", f"{shorten(kind)} is no kind of film", 'write "video" or "sign"')
    language = entry.text("language", form=LANGUAGE_TAG, like='"en", or "bfi" for British Sign Language')
    cues = None
    if entry.text("captions", ""):
        cues = _find_file(entry, "captions", folder, frozenset({CAPTIONS_SUFFIX}))
    title, credit, rights = entry.texts("title"), entry.text("credit", ""), entry.text("rights", "")
    captions = read_cue_file(cues, FILMS_FOLDER, findings) if cues else ""
    if path is None or kind not in set(FilmKind) or not language:
        return None
    return FilmSource(path, FilmKind(kind), language, title, captions, cues, credit, rights)


def _find_file(entry: Fields, key: str, folder: Path, suffixes: frozenset[str]) -> Path | None:
    """Return the file of ``folder``/films that a key names; None, with a finding, where it is not there."""
    name = entry.text(key)
    if not name:
        return None
    path = folder / FILMS_FOLDER / name
    if not FILE_NAME.fullmatch(name) or path.suffix.lower() not in suffixes:
        forms = " or ".join(sorted(suffix[1:] for suffix in suffixes))
        entry.error(
            key,
            f"{shorten(name)} is no name of a file in films/",
            f"name a file that ends in {forms}",
            kind="dead_link",
        )
        return None
    if path.is_symlink() or not path.is_file():
        alike = find_alike(path)
        remedy = f"add the file, or write {shorten(alike)}" if alike else "add the file or mend the name"
        entry.error(key, f"films/{name} is not there", remedy, kind="film_missing", media=name)
        return None
    return path
