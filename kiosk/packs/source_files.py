"""The files beside an author's texts: pictures in media/, sound in recordings/."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.model.content import Depth, VoiceKind
from kiosk.packs.catalogue_values import MAX_TIMINGS_BYTES
from kiosk.packs.findings import Findings
from kiosk.packs.names import FILE_NAME
from kiosk.packs.pack_source import RecordingSource
from kiosk.packs.source_fields import Fields, read_capped, read_toml, tidy

PICTURE_SUFFIXES = frozenset({".svg", ".png", ".jpg", ".jpeg", ".webp"})
VOICES_FILE = "recordings/recordings.toml"
SOUND_SUFFIXES = frozenset({".opus", ".ogg", ".mp3", ".wav", ".flac"})


def find_media_file(folder: Path, name: str, at: Fields, key: str) -> Path | None:
    """Return the picture ``name`` of ``folder``/media; None, with a finding, where it is not there."""
    path = folder / "media" / name
    if not FILE_NAME.fullmatch(name) or path.suffix.lower() not in PICTURE_SUFFIXES:
        at.error(key, f"{name!r} is no name of a picture in media/", "name an svg, png, jpg or webp file")
        return None
    if path.is_symlink() or not path.is_file():
        at.error(key, f"media/{name} is not there", "add the file or mend the name")
        return None
    return path


@dataclass(frozen=True, slots=True)
class _Voice:
    credit: str
    kind: VoiceKind


def read_recordings(
    folder: Path, stop_ids: frozenset[str], languages: tuple[str, ...], findings: Findings
) -> dict[str, list[RecordingSource]]:
    """Return by stop the recordings in ``folder``/recordings, named ``<stop id>.<depth>.<language>.opus``."""
    found: dict[str, list[RecordingSource]] = {}
    place = folder / "recordings"
    if not place.is_dir():
        return found
    voices = _read_voices(place, findings)
    for path in sorted(place.iterdir()):
        if path.suffix.lower() not in SOUND_SUFFIXES:
            continue
        stop, depth, language = _take_name_apart(path)
        if path.is_symlink() or not path.is_file():
            findings.error(f"recordings/{path.name}", "", "it is no plain file", "put the sound itself there")
        elif stop not in stop_ids or depth is None or language not in languages:
            what = "the name is not <stop>.<depth>.<language> of this pack"
            findings.error(f"recordings/{path.name}", "", what, "rename the file or take it away")
        elif language not in voices:
            remedy = 'add [voice.<language>] with credit and kind ("person" or "computer")'
            findings.error(VOICES_FILE, f"voice.{language}", "nobody says who speaks", remedy)
        else:
            recording = _make_recording(path, language, depth, voices[language], findings)
            found.setdefault(stop, []).append(recording)
    for recordings in found.values():
        _refuse_rivals(recordings, findings)
    return found


def _refuse_rivals(recordings: Sequence[RecordingSource], findings: Findings) -> None:
    """Refuse two recordings of one text: nobody could say which is to be heard."""
    told: dict[tuple[Depth, str], Path] = {}
    for recording in recordings:
        other = told.setdefault((recording.depth, recording.language), recording.file)
        if other != recording.file:
            findings.error(
                f"recordings/{recording.file.name}", "", f"{other.name} tells the same", "keep one of them"
            )


def _take_name_apart(path: Path) -> tuple[str, Depth | None, str]:
    parts = path.name[: -len(path.suffix)].split(".")
    if len(parts) != 3 or parts[1] not in set(Depth):
        return "", None, ""
    return parts[0], Depth(parts[1]), parts[2]


def _read_voices(place: Path, findings: Findings) -> dict[str, _Voice]:
    top = read_toml(place.parent / VOICES_FILE, VOICES_FILE, findings)
    if "voice" not in top.names():
        return {}
    voice = top.table("voice")
    voices: dict[str, _Voice] = {}
    for language in voice.names():
        entry = voice.table(language)
        kind = entry.text("kind")
        entry.text("engine", "")
        if kind in set(VoiceKind):
            voices[language] = _Voice(entry.text("credit"), VoiceKind(kind))
        elif kind:
            entry.error("kind", f"{kind!r} is no kind of voice", 'write "person" or "computer"')
        entry.finish()
    return voices


def _make_recording(
    path: Path, language: str, depth: Depth, voice: _Voice, findings: Findings
) -> RecordingSource:
    timings = ""
    cue_file = path.with_suffix(".vtt")
    if cue_file.is_file():
        try:
            timings = tidy(read_capped(cue_file, MAX_TIMINGS_BYTES).decode("utf-8-sig")) + "\n"
        except (OSError, ValueError) as error:
            findings.error(
                f"recordings/{cue_file.name}", "", f"it cannot be read ({error})", "save it as UTF-8"
            )
        if timings and not timings.startswith("WEBVTT"):
            findings.error(
                f"recordings/{cue_file.name}", "", "it is no WebVTT", "its first line must be WEBVTT"
            )
    return RecordingSource(path, language, depth, voice.kind, voice.credit, timings)
