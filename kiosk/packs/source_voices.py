"""What visitors gave back and staff let through: ``voices.toml`` of a stop or of the site, recordings in ``voices/``."""

from __future__ import annotations

from pathlib import Path

from kiosk.model.content import VoiceOf
from kiosk.model.visitor_words import is_seen
from kiosk.packs.catalogue_values import MAX_REPLY_LENGTH, MAX_VOICE_LENGTH, MAX_VOICES
from kiosk.packs.findings import Findings
from kiosk.packs.names import ITEM_ID, MONTH
from kiosk.packs.pack_source import VoiceSource
from kiosk.packs.source_doubles import refuse_double_ids
from kiosk.packs.source_fields import Fields, read_toml, shorten
from kiosk.packs.source_files import find_named_file
from kiosk.packs.source_recordings import SOUND_SUFFIXES

VISITORS_FILE = "voices.toml"
"""In a stop's folder what was said of it; beside ``pack.toml`` what was said of the whole site."""

VISITORS_FOLDER = "voices"


def read_voices(
    file: str, folder: Path, languages: tuple[str, ...], findings: Findings
) -> tuple[VoiceSource, ...]:
    """Return what visitors said, in the order of ``file`` of the source ``folder``; none where there is no such file.

    What is in a language that the pack has not is left out, with a warning; where ``languages`` is empty nobody knows
    the pack's, and any is taken.
    """
    if not (folder / file).exists():
        return ()
    top = read_toml(folder / file, file, findings)
    entries = top.tables("voices")
    if len(entries) > MAX_VOICES:
        top.error("voices", f"it has {len(entries)} voices", f"choose at most {MAX_VOICES} of them")
    found = [voice for entry in entries if (voice := _read_voice(entry, folder, languages)) is not None]
    top.finish()
    refuse_double_ids(file, "voices", found, findings)
    return tuple(found)


def _read_voice(entry: Fields, folder: Path, languages: tuple[str, ...]) -> VoiceSource | None:
    has_recording = "recording" in entry.names()
    path = (
        find_named_file(entry, "recording", folder / VISITORS_FOLDER, SOUND_SUFFIXES, "audio_missing")
        if has_recording
        else None
    )
    kind, language = entry.choice("kind", VoiceOf), entry.text("language", like='"en"')
    voice = VoiceSource(
        id=entry.text("id", form=ITEM_ID, like='"m-3f2a91"'),
        kind=kind or VoiceOf.COMMENT,
        language=language,
        text=_read_words(entry, "text", MAX_VOICE_LENGTH, may_be_missing=has_recording),
        said_on=entry.text("said", form=MONTH, like='"2026-03"'),
        answer=_read_words(entry, "answer", MAX_REPLY_LENGTH, may_be_missing=True),
        recording=path,
    )
    entry.finish()
    if language and languages and language not in languages:
        what = f"the pack has no language {shorten(language)}; it is left out"
        entry.warn("language", what, "add the language, or take it out", kind="not_used")
        return None
    return voice


def _read_words(entry: Fields, key: str, limit: int, *, may_be_missing: bool) -> str:
    words = entry.text(key, "" if may_be_missing else None)
    if len(words) > limit:
        entry.error(key, f"it has {len(words):,} signs", f"cut it to {limit:,}")
    if words and not is_seen(words):
        entry.error(key, "nothing of it is to be seen", "take it out")
    return words
