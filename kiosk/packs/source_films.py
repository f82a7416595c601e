"""The films of a stop: ``[[films]]`` in its ``stop.toml``, the files in ``films/``."""

from __future__ import annotations

from pathlib import Path

from kiosk.model.content import Depth, FilmKind
from kiosk.packs.findings import Findings
from kiosk.packs.names import LANGUAGE_TAG
from kiosk.packs.pack_source import FilmSource
from kiosk.packs.source_fields import Fields, shorten
from kiosk.packs.source_files import find_named_file
from kiosk.packs.source_recordings import read_cue_file

FILMS_FOLDER = "films"
FILM_SUFFIXES = frozenset({".mp4", ".webm"})
CAPTIONS_SUFFIX = ".vtt"


def read_stop_films(top: Fields, folder: Path, findings: Findings) -> tuple[FilmSource, ...]:
    """Return the films that a stop names; one of which something is missing is left out, with a finding."""
    films: dict[tuple[FilmKind, str, Depth | None], FilmSource] = {}
    for entry in top.tables("films"):
        film = _read_film(entry, folder, findings)
        entry.finish()
        if film is None:
            continue
        if films.setdefault((film.kind, film.language, film.depth), film) is not film:
            of_depth = f" that tells its {film.depth}" if film.depth else ""
            what = f"the stop has another film of kind {film.kind} in {shorten(film.language)}{of_depth}"
            entry.error("language", what, "keep one of them", kind="used_twice")
    return tuple(films.values())


def _read_film(entry: Fields, folder: Path, findings: Findings) -> FilmSource | None:
    path = find_named_file(entry, "file", folder / FILMS_FOLDER, FILM_SUFFIXES, "film_missing")
    kind = entry.text("kind")
    if kind and kind not in set(FilmKind):
        entry.error("kind", f"{shorten(kind)} is no kind of film", 'write "video" or "sign"')
    language = entry.text("language", form=LANGUAGE_TAG, like='"en", or "bfi" for British Sign Language')
    cues = None
    if entry.text("captions", ""):
        cues = find_named_file(
            entry, "captions", folder / FILMS_FOLDER, frozenset({CAPTIONS_SUFFIX}), "film_missing"
        )
    title, credit, rights = entry.texts("title"), entry.text("credit", ""), entry.text("rights", "")
    captions = read_cue_file(cues, FILMS_FOLDER, findings) if cues else ""
    depth = _read_depth(entry, kind)
    if path is None or kind not in set(FilmKind) or not language:
        return None
    return FilmSource(path, FilmKind(kind), language, title, captions, cues, credit, rights, depth)


def _read_depth(entry: Fields, kind: str) -> Depth | None:
    """Return the depth whose narration a film in sign language tells; None where it stands alone."""
    depth = entry.text("depth", "")
    if not depth:
        return None
    if depth not in set(Depth):
        entry.error("depth", f"{shorten(depth)} is no depth", f"write one of {', '.join(Depth)}")
        return None
    if kind != FilmKind.SIGN:
        what = "only a film in sign language is shown in step with what is told"
        entry.warn("depth", what, 'take it out, or write kind = "sign"', kind="key_wrong")
        return None
    return Depth(depth)
