"""Whether a pack's lexicon is of use: entries that no text has are mostly misspelt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kiosk.authoring.check_telling import Teller
from kiosk.model.pronunciation import Pronunciation
from kiosk.packs.pack_source import ByLanguage, Origin, PackSource
from kiosk.packs.source_fields import shorten
from kiosk.packs.source_pronunciations import PRONUNCIATIONS_FILE
from kiosk.speech.lexicon import MAX_WORDS, Lexicon

MOST_NAMED = 5


def check_pronunciations(teller: Teller) -> None:
    """Tell which entries of the lexicon no text in their language has, and which are too long to be looked for."""
    for language, entries in teller.source.pronunciations.items():
        texts = list(_list_texts(teller.source, language))
        unused = [entry.written for entry in _find_unused(entries, language, texts)]
        if unused:
            names = ", ".join(map(shorten, unused[:MOST_NAMED]))
            more = f" and {len(unused) - MOST_NAMED:,} others" if len(unused) > MOST_NAMED else ""
            what = f"no text has {names}{more}"
            remedy = f"mend the spelling, or take it away; an entry has at most {MAX_WORDS} words"
            teller.warn(Origin(PRONUNCIATIONS_FILE), language, what, remedy, "pronunciation_unused")


def _find_unused(
    entries: Sequence[Pronunciation], language: str, texts: Sequence[str]
) -> Iterator[Pronunciation]:
    lexicon = Lexicon(entries, language)
    used = {entry for text in texts for entry in lexicon.list_used(text)}
    yield from (entry for entry in entries if entry not in used)


def _list_texts(source: PackSource, language: str) -> Iterator[str]:
    """Yield all words of a pack in a language: what is not told may be read aloud with the screen."""
    words: list[ByLanguage] = [source.site.name, source.site.summary]
    words += [one.name for one in source.floors]
    words += [one.name for one in source.tags]
    words += [text for one in source.tours for text in (one.name, one.summary)]
    words += [text for one in source.nearby for text in (one.name, one.summary)]
    words += [image.alt for stop in source.stops for image in stop.images]
    yield from (text.get(language, "") for text in words)
    for stop in source.stops:
        for text in stop.texts:
            if text.language == language:
                yield from (text.title, text.where, *text.by_depth.values())
                yield from (fact.text for fact in text.facts)
