"""What is told of a stop: texts and recordings, chosen by language and depth."""

from __future__ import annotations

from typing import Any, Protocol

from kiosk.model.content import Depth, Recording, Text, VoiceKind


class LanguageRows(Protocol):
    """The language parts of one site."""

    def rank(self, language: str) -> tuple[str, ...]:
        """Return the languages from the best for ``language`` on."""
        ...

    def own_and_fallback(self, language: str) -> tuple[str, ...]:
        """Return the best language for ``language`` and the fall-back."""
        ...

    def language_rows(self, tag: str, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Return rows of one language's part."""
        ...


_DEPTHS = frozenset(Depth)
_KINDS = frozenset(VoiceKind)


def read_texts(site: LanguageRows, stop_id: str, language: str) -> tuple[Text, ...]:
    """Return the best language's text for each depth there is, from least to most."""
    found: dict[Depth, Text] = {}
    for tag in site.rank(language):
        for depth, text in site.language_rows(tag, "SELECT depth, text FROM text WHERE stop_id = ?", stop_id):
            if depth in _DEPTHS:
                found.setdefault(Depth(depth), Text(tag, Depth(depth), text))
        if len(found) == len(_DEPTHS):
            break
    return tuple(found[depth] for depth in Depth if depth in found)


def read_recordings(site: LanguageRows, stop_id: str, language: str) -> tuple[Recording, ...]:
    """Return the recordings in the language that serves ``language`` best, then those in the fall-back."""
    sql = "SELECT sha256, media_type, depth, duration_ms, voice_kind, credit, timings FROM recording WHERE stop_id = ?"
    return tuple(
        Recording(sha256, media_type, tag, Depth(depth), duration_ms, VoiceKind(kind), credit, timings)
        for tag in site.own_and_fallback(language)
        for sha256, media_type, depth, duration_ms, kind, credit, timings in site.language_rows(
            tag, sql, stop_id
        )
        if depth in _DEPTHS and kind in _KINDS
    )
