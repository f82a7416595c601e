"""The recordings of a pack source, ``recordings/<stop id>.<depth>.<language>.opus``, and who speaks in them.

``.b`` after the language makes it the other of two versions that are on trial.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk.model.content import Depth, VoiceKind
from kiosk.packs.catalogue_values import MAX_TIMINGS_BYTES
from kiosk.packs.findings import Findings
from kiosk.packs.pack_source import RecordingSource
from kiosk.packs.source_fields import Fields, read_capped, read_toml, shorten, tidy

VOICES_FILE = "recordings/recordings.toml"
VERSIONS = ("", "b")
SOUND_SUFFIXES = frozenset({".opus", ".ogg", ".mp3", ".wav", ".flac"})


@dataclass(frozen=True, slots=True)
class _Voice:
    credit: str
    kind: VoiceKind


def read_recordings(
    folder: Path, stop_ids: frozenset[str], languages: tuple[str, ...], findings: Findings
) -> dict[str, list[RecordingSource]]:
    """Return by stop the recordings of both versions in ``folder``/recordings. Where ``languages`` is empty, any is taken."""
    place = folder / "recordings"
    sounds = sorted(path for path in place.iterdir() if _is_sound(path)) if place.is_dir() else []
    shelf = _Shelf(stop_ids, languages, findings)
    for path in sounds:
        shelf.add(path)
    if sounds or (folder / VOICES_FILE).exists():
        voices = _read_voices(folder, findings)
        return shelf.give_voices(voices)
    return {}


def _is_sound(path: Path) -> bool:
    return path.suffix.lower() in SOUND_SUFFIXES


class _Shelf:
    """The recordings whose names say what they tell; each text has one."""

    def __init__(self, stop_ids: frozenset[str], languages: tuple[str, ...], findings: Findings) -> None:
        self._stop_ids = stop_ids
        self._languages = languages
        self._findings = findings
        self._files: dict[tuple[str, Depth, str, str], Path] = {}

    def add(self, path: Path) -> None:
        """Take in a file, or say why it cannot be taken."""
        stop, depth, language, version, *more = (*path.name[: -len(path.suffix)].split("."), "", "", "", "")
        what = self._find_fault(stop, depth, language, version, is_longer=any(more))
        if what:
            self._refuse(path, what, "rename the file or take it away", "dead_link")
        elif path.is_symlink() or not path.is_file():
            self._refuse(path, "it is no plain file", "put the sound itself there", "audio_unreadable")
        else:
            other = self._files.setdefault((stop, Depth(depth), language, version), path)
            if other != path:
                self._refuse(path, f"{other.name} tells the same", "keep one of them", "used_twice")

    def give_voices(self, voices: dict[str, _Voice | None] | None) -> dict[str, list[RecordingSource]]:
        """Return the recordings by stop; those whose voice nobody knows are left out."""
        found: dict[str, list[RecordingSource]] = {}
        for (stop, depth, language, version), path in self._files.items():
            voice = (voices or {}).get(f"{language}.{version}") or (voices or {}).get(language)
            if voice is not None:
                timings = read_cue_file(path.with_suffix(".vtt"), "recordings", self._findings)
                recording = RecordingSource(path, language, depth, voice.kind, voice.credit, timings, version)
                found.setdefault(stop, []).append(recording)
        unsaid = {language for _, _, language, _ in self._files} - (voices or {}).keys()
        for language in sorted(unsaid if voices is not None else ()):
            remedy = 'add the table with credit and kind ("person" or "computer")'
            self._findings.error(
                VOICES_FILE, f"voice.{language}", "nobody says who speaks", remedy, kind="key_missing"
            )
        return found

    def _find_fault(self, stop: str, depth: str, language: str, version: str, *, is_longer: bool) -> str:
        """Return what is wrong with a recording's name, "" where nothing is."""
        if not language or is_longer or version not in VERSIONS or depth not in set(Depth):
            return f"the name is not <stop>.<depth>.<language>, depth one of {', '.join(Depth)}"
        if stop not in self._stop_ids:
            return f"there is no stop {shorten(stop)}"
        if self._languages and language not in self._languages:
            return f"the pack has no language {shorten(language)}"
        return ""

    def _refuse(self, path: Path, what: str, remedy: str, kind: str) -> None:
        self._findings.error(f"recordings/{path.name}", "", what, remedy, kind=kind, media=path.name)


def _read_voices(folder: Path, findings: Findings) -> dict[str, _Voice | None] | None:
    """Return the voice of each language, None for one that is told wrongly; None for all where nothing can be read."""
    top = read_toml(folder / VOICES_FILE, VOICES_FILE, findings)
    if top.lost:
        return None
    voice = top.table("voice") if "voice" in top.names() else None
    top.finish()
    return {language: _read_voice(voice.table(language)) for language in voice.names()} if voice else {}


def _read_voice(entry: Fields) -> _Voice | None:
    kind, credit = entry.text("kind"), entry.text("credit")
    entry.text("engine", "")
    entry.finish()
    if kind in set(VoiceKind):
        return _Voice(credit, VoiceKind(kind))
    if kind:
        entry.error("kind", f"{shorten(kind)} is no kind of voice", 'write "person" or "computer"')
    return None


def read_cue_file(cue_file: Path, folder: str, findings: Findings) -> str:
    """Return the WebVTT beside a recording or a film in ``folder``, "" where there is none."""
    if not cue_file.is_file():
        return ""
    try:
        timings = tidy(read_capped(cue_file, MAX_TIMINGS_BYTES).decode("utf-8-sig")) + "\n"
    except (OSError, ValueError) as error:
        what, remedy = f"it cannot be read ({error})", "save it as UTF-8, under 1 MB"
    else:
        if timings.startswith("WEBVTT"):
            return timings
        what, remedy = "it is no WebVTT", "its first line must be WEBVTT"
    findings.error(f"{folder}/{cue_file.name}", "", what, remedy, kind="file_unreadable")
    return ""
