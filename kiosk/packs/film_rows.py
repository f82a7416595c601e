"""The films of a stop, from the optional parts that are on this device."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from kiosk.model.content import Depth, Film, FilmKind
from kiosk.model.language import pick

_FILMS = (
    "SELECT language, depth, sha256, media_type, duration_ms, credit, rights, captions FROM film"
    " WHERE stop_id = ? ORDER BY language, depth"
)
_TITLES = "SELECT language, title FROM film_title WHERE stop_id = ? AND film_language = ? AND depth = ?"


class FilmRows(Protocol):
    """The optional parts of one site's pack."""

    @property
    def fallback_language(self) -> str:
        """The language of whatever is missing in the visitor's."""
        ...

    def film_rows(self, part_name: str, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Return rows of a part; none where it is not on this device."""
        ...


def read_films(site: FilmRows, stop_id: str, language: str) -> tuple[Film, ...]:
    """Return the one film that serves ``language`` best, then every film in sign language, the best first.

    Of sign languages several are given: which one a visitor reads does not follow from what they speak.
    """
    films: list[Film] = []
    for kind in FilmKind:
        rows = site.film_rows(kind, _FILMS, stop_id)
        ranked = _rank(language, [row[0] for row in rows], site.fallback_language)
        for tag in ranked[:1] if kind is FilmKind.VIDEO else ranked:
            films += [_make_film(site, kind, stop_id, row, language) for row in rows if row[0] == tag]
    return tuple(films)


def _make_film(site: FilmRows, kind: FilmKind, stop_id: str, row: tuple[Any, ...], language: str) -> Film:
    tag, depth, sha256, media_type, duration_ms, credit, rights, captions = row
    title = _find_title(site, kind, stop_id, tag, depth, language)
    told = Depth(depth) if depth in set(Depth) else None
    return Film(sha256, media_type, kind, tag, duration_ms, title, credit, rights, captions, told)


def _rank(language: str, tags: Sequence[str], fallback: str) -> list[str]:
    best = pick(language, tags, fallback)
    return sorted(dict.fromkeys(tags), key=lambda tag: tag != best)


def _find_title(
    site: FilmRows, kind: FilmKind, stop_id: str, film_language: str, depth: str, language: str
) -> str:
    titles = dict(site.film_rows(kind, _TITLES, stop_id, film_language, depth))
    best = pick(language, list(titles), site.fallback_language)
    return titles[best] if best is not None else ""
