"""The sounds of a stop that are no speech: ``[[sounds]]`` in its ``stop.toml``, the files in ``sounds/``."""

from __future__ import annotations

from pathlib import Path

from kiosk.model.content import SoundKind
from kiosk.packs.pack_source import SoundSource
from kiosk.packs.source_fields import Fields, shorten
from kiosk.packs.source_files import find_named_file
from kiosk.packs.source_recordings import SOUND_SUFFIXES

SOUNDS_FOLDER = "sounds"
MAX_SOUNDS = 20
"""Of one stop: more than a visitor would listen to, and what a page can list."""


def read_stop_sounds(top: Fields, folder: Path) -> tuple[SoundSource, ...]:
    """Return the sounds that a stop names, in the author's order; a faulty one is left out, with a finding."""
    sounds: list[SoundSource] = []
    entries = top.tables("sounds")
    for entry in entries:
        sound = _read_sound(entry, folder)
        entry.finish()
        if sound is None:
            continue
        if any(other.file == sound.file for other in sounds):
            entry.error("file", "the stop has this sound already", "keep one of them", kind="used_twice")
        sounds.append(sound)
    if len(entries) > MAX_SOUNDS:
        top.error("sounds", f"it has {len(entries)} sounds", f"choose at most {MAX_SOUNDS} of them")
    return tuple(sounds)


def _read_sound(entry: Fields, folder: Path) -> SoundSource | None:
    path = find_named_file(entry, "file", folder / SOUNDS_FOLDER, SOUND_SUFFIXES, "audio_missing")
    kind = entry.text("kind")
    if kind and kind not in set(SoundKind):
        remedy = (
            'write "ambient" for what is heard at a place, or "music"; what is spoken belongs in recordings/'
        )
        entry.error("kind", f"{shorten(kind)} is no kind of sound", remedy)
    loops = entry.flag("loops")
    title, description = entry.texts("title"), entry.texts("description")
    credit, rights = entry.text("credit", ""), entry.text("rights", "")
    if path is None or kind not in set(SoundKind):
        return None
    return SoundSource(path, SoundKind(kind), loops, title, description, credit, rights)
