"""What visitors gave back at a stop, or about the whole site: in the visitor's language, then in the fall-back."""

from __future__ import annotations

from typing import Any, Protocol

from kiosk.model.content import VisitorVoice, VoiceOf

_VOICES = "SELECT id, kind, text, said_on, answer, recording, media_type FROM voice WHERE stop_id = ? ORDER BY position"
_KINDS = frozenset(VoiceOf)


class LanguageRows(Protocol):
    """The language parts of one site."""

    def own_and_fallback(self, language: str) -> tuple[str, ...]:
        """Return the best language for ``language`` and the fall-back."""
        ...

    def language_rows(self, tag: str, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Return rows of one language's part."""
        ...


def read_voices(site: LanguageRows, about: str, language: str) -> tuple[VisitorVoice, ...]:
    """Return what visitors said of a stop or a site, by its id, in the author's order: nobody translates them."""
    return tuple(
        VisitorVoice(id_, VoiceOf(kind), tag, text, said_on, answer, recording, media_type)
        for tag in site.own_and_fallback(language)
        for id_, kind, text, said_on, answer, recording, media_type in site.language_rows(tag, _VOICES, about)
        if kind in _KINDS
    )
