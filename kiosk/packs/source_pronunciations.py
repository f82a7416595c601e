"""A pack's lexicon: ``pronunciations.toml`` says how names are said that no voice would guess."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from pathlib import Path

from kiosk.model.ipa import find_strange_signs
from kiosk.model.pronunciation import Pronunciation
from kiosk.packs.catalogue_values import MAX_PRONUNCIATIONS, MAX_SAID_LENGTH, MAX_WRITTEN_LENGTH
from kiosk.packs.findings import Findings
from kiosk.packs.source_fields import Fields, read_toml, shorten

PRONUNCIATIONS_FILE = "pronunciations.toml"


def read_pronunciations(
    folder: Path, languages: tuple[str, ...], findings: Findings
) -> Mapping[str, tuple[Pronunciation, ...]]:
    """Return the entries of ``pronunciations.toml`` by language, in the author's order; none where there is no file.

    Where ``languages`` is empty nobody knows the pack's, and nothing is said of the entries.
    """
    if not languages or not (folder / PRONUNCIATIONS_FILE).exists():
        return {}
    top = read_toml(folder / PRONUNCIATIONS_FILE, PRONUNCIATIONS_FILE, findings)
    found = {
        language: _read_entries(top, language)
        for language in languages
        if isinstance(top.value(language), list) or language in top.names()
    }
    # Tables of languages that the pack has not are told of as keys that nothing reads.
    top.finish()
    return {language: entries for language, entries in found.items() if entries}


def _read_entries(top: Fields, language: str) -> tuple[Pronunciation, ...]:
    entries = top.tables(language)
    if len(entries) > MAX_PRONUNCIATIONS:
        remedy = f"keep the names that voices really get wrong, at most {MAX_PRONUNCIATIONS:,}"
        top.error(language, f"it has {len(entries):,} entries", remedy)
        return ()
    found: dict[str, Pronunciation] = {}
    for entry in entries:
        one = _read_entry(entry)
        if one is None:
            continue
        key = unicodedata.normalize("NFC", one.written).casefold()
        if key in found:
            what = f"{shorten(one.written)} is there already"
            entry.error("written", what, "keep one of them; case makes no difference", kind="used_twice")
        found.setdefault(key, one)
    return tuple(found.values())


def _read_entry(entry: Fields) -> Pronunciation | None:
    written, said, phonemes = entry.text("written"), entry.text("said", ""), entry.text("phonemes", "")
    entry.finish()
    for key, text, limit in (
        ("written", written, MAX_WRITTEN_LENGTH),
        ("said", said, MAX_SAID_LENGTH),
        ("phonemes", phonemes, MAX_SAID_LENGTH),
    ):
        if len(text) > limit:
            entry.error(key, f"it has {len(text)} signs", f"keep it under {limit}: an entry is a name")
            return None
    if not written:
        return None
    if not said and not phonemes and not entry.has_told("said") and not entry.has_told("phonemes"):
        what = f"nothing says how {shorten(written)} is said"
        entry.error("said", what, "write said, phonemes or both", kind="key_missing")
        return None
    if strange := find_strange_signs(phonemes):
        what = f"{shorten(strange)} {'is' if len(strange) == 1 else 'are'} not IPA"
        remedy = "use the signs of the International Phonetic Alphabet; a voice leaves others out"
        entry.warn("phonemes", what, remedy, kind="pronunciation_unclear")
    return Pronunciation(written, said, phonemes)
