"""The sounds of a stop that are no speech: the same in every language, with words in the visitor's."""

from __future__ import annotations

from typing import Any, Protocol

from kiosk.model.content import Sound, SoundKind

_SOUNDS = (
    "SELECT position, sha256, media_type, kind, duration_ms, loops, credit, rights FROM sound"
    " WHERE stop_id = ? ORDER BY position"
)
_WORDS = "SELECT position, title, description FROM sound_text WHERE stop_id = ?"


class SoundRows(Protocol):
    """The core and the language parts of one site."""

    def rank(self, language: str) -> tuple[str, ...]:
        """Return the languages from the best for ``language`` on."""
        ...

    def core_rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Return rows of the core."""
        ...

    def language_rows(self, tag: str, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Return rows of one language's part."""
        ...


def read_sounds(site: SoundRows, stop_id: str, language: str) -> tuple[Sound, ...]:
    """Return the stop's sounds in the author's order, each title and description in the best language that has it."""
    rows = site.core_rows(_SOUNDS, stop_id)
    words = _read_words(site, stop_id, language) if rows else {}
    return tuple(
        Sound(
            sha256=sha256,
            media_type=media_type,
            kind=SoundKind(kind),
            duration_ms=duration_ms,
            loops=bool(loops),
            title=words.get(position, ("", ""))[0],
            description=words.get(position, ("", ""))[1],
            credit=credit,
            rights=rights,
        )
        for position, sha256, media_type, kind, duration_ms, loops, credit, rights in rows
        if kind in set(SoundKind)
    )


def _read_words(site: SoundRows, stop_id: str, language: str) -> dict[int, tuple[str, str]]:
    words: dict[int, tuple[str, str]] = {}
    for tag in reversed(site.rank(language)):
        for position, title, description in site.language_rows(tag, _WORDS, stop_id):
            before = words.get(position, ("", ""))
            words[position] = (title or before[0], description or before[1])
    return words
