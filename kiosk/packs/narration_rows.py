"""What is told of a stop: texts and recordings, chosen by language, depth and version."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Protocol

from kiosk.model.content import Depth, Film, Recording, Text, VoiceKind


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
_FIRST, _OTHER = "a", "b"
# The first version of each depth comes before the other one.
_TEXTS = "SELECT depth, version, text FROM text WHERE stop_id = ? ORDER BY depth, version"
_RECORDINGS = (
    "SELECT depth, version, sha256, media_type, duration_ms, voice_kind, credit, timings FROM recording"
    " WHERE stop_id = ?"
)
_HAS_OTHER = (
    "SELECT 1 FROM text WHERE stop_id = ? AND version = 'b' UNION ALL"
    " SELECT 1 FROM recording WHERE stop_id = ? AND version = 'b' LIMIT 1"
)

Texts = dict[Depth, Text]


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a stop: texts, recordings, which version it is ("" where there is but one).

    ``retold`` are the depths of which this version has a text other than the first one's.
    """

    texts: tuple[Text, ...]
    recordings: tuple[Recording, ...]
    version: str
    retold: frozenset[Depth]

    def fit_films(self, films: tuple[Film, ...]) -> tuple[Film, ...]:
        """Return the films; one that tells the first version sentence by sentence stands alone beside the other."""
        return tuple(replace(film, depth=None) if film.depth in self.retold else film for film in films)


def has_other_version(site: LanguageRows, tag: str, stop_id: str) -> bool:
    """Tell whether a stop is told in another version, too, in one language."""
    return bool(site.language_rows(tag, _HAS_OTHER, stop_id, stop_id))


def read_narration(site: LanguageRows, stop_id: str, language: str, version: str) -> Told:
    """Return what is told of a stop in the version asked for; what that has not is told as in the first.

    Texts are in the best language for each depth, from least to most; recordings in the language that serves
    ``language`` best, then those in the fall-back.
    """
    firsts, others = _read_texts(site, stop_id, language)
    recordings = _Recordings(site, stop_id, language)
    is_other = version == _OTHER
    texts = {**firsts, **others} if is_other else firsts
    is_on_trial = bool(others) or recordings.has_other(firsts)
    return Told(
        texts=tuple(texts[depth] for depth in Depth if depth in texts),
        recordings=recordings.choose(others) if is_other else recordings.firsts,
        version=(_OTHER if is_other else _FIRST) if is_on_trial else "",
        retold=frozenset(others) if is_other else frozenset(),
    )


def _read_texts(site: LanguageRows, stop_id: str, language: str) -> tuple[Texts, Texts]:
    """Return the best language's text for each depth there is, and its other version where it has one."""
    firsts: Texts = {}
    others: Texts = {}
    for tag in site.rank(language):
        for depth, version, words in site.language_rows(tag, _TEXTS, stop_id):
            if depth not in _DEPTHS:
                continue
            text = Text(tag, Depth(depth), words)
            if not version:
                firsts.setdefault(text.depth, text)
            elif text.depth in firsts and firsts[text.depth].language == tag:
                others[text.depth] = text
        if len(firsts) == len(_DEPTHS):
            break
    return firsts, others


class _Recordings:
    """The recordings of a stop in the visitor's language, then in the fall-back, of both versions."""

    def __init__(self, site: LanguageRows, stop_id: str, language: str) -> None:
        self._languages = site.own_and_fallback(language)
        rows = [
            (
                version,
                Recording(
                    sha256, media_type, tag, Depth(depth), duration_ms, VoiceKind(kind), credit, timings
                ),
            )
            for tag in self._languages
            for depth, version, sha256, media_type, duration_ms, kind, credit, timings in site.language_rows(
                tag, _RECORDINGS, stop_id
            )
            if depth in _DEPTHS and kind in _KINDS
        ]
        self.firsts = tuple(one for version, one in rows if not version)
        self._others = tuple(one for version, one in rows if version)

    def has_other(self, texts: Texts) -> bool:
        """Tell whether something is recorded in two versions in the language in which it is told."""
        return any(
            one.depth not in texts or texts[one.depth].language == one.language for one in self._others
        )

    def choose(self, retold: Texts) -> tuple[Recording, ...]:
        """Return the recordings of the other version, and of the first what that still tells truly."""
        replaced = {(one.language, one.depth) for one in self._others}
        replaced |= {(text.language, depth) for depth, text in retold.items()}
        kept = tuple(one for one in self.firsts if (one.language, one.depth) not in replaced)
        return tuple(sorted((*self._others, *kept), key=lambda one: self._languages.index(one.language)))
