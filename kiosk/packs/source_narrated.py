"""The folder ``narrated/`` of a pack source: what a computer's voice rendered of texts that nobody recorded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from pathlib import Path

from kiosk.model.content import Depth, VoiceKind
from kiosk.packs.findings import Findings
from kiosk.packs.narrated_notes import (
    NARRATED_FOLDER,
    NOTES_FILE,
    SOUND_SUFFIX,
    NarratedNotes,
    read_notes,
)
from kiosk.packs.pack_source import RecordingSource
from kiosk.packs.source_recordings import VERSIONS, read_cue_file

Told = tuple[str, Depth, str, str]
"""A stop, a depth, a language, and the version: "b" for the other of two on trial, "" for the first."""

_MAKE_AGAIN = "run: kiosk pack narrate"


def add_narrated(
    folder: Path,
    recordings: Mapping[str, Sequence[RecordingSource]],
    stop_ids: Set[str],
    languages: tuple[str, ...],
    findings: Findings,
) -> dict[str, list[RecordingSource]]:
    """Return the recordings by stop with what was rendered beside them, which is always a computer's voice.

    A person's recording and a rendering of one text may both be there: the first is told, the other stands by.

    Args:
        folder: The pack source.
        recordings: What ``recordings/`` holds. A computer's voice there was put there on purpose, and stays.
        stop_ids: The stops there are.
        languages: The pack's languages; where empty, any is taken.
        findings: Is told what cannot be taken.
    """
    notes = read_notes(folder, findings)
    found = {stop: list(told) for stop, told in recordings.items()}
    placed = {
        (stop, one.depth, one.language, one.version)
        for stop, told in recordings.items()
        for one in told
        if one.voice_kind is VoiceKind.COMPUTER
    }
    for name, told in _list_told(notes, stop_ids, languages, findings):
        voice = notes.voices.get(notes.rendered[name].voice)
        path = _find_sound(folder, name, findings, is_placed=told in placed)
        if path is not None and voice is not None:  # a missing voice is an error of the notes, told there
            timings = read_cue_file(path.with_suffix(".vtt"), NARRATED_FOLDER, findings)
            stop, depth, language, version = told
            one = RecordingSource(path, language, depth, VoiceKind.COMPUTER, voice.credit, timings, version)
            found.setdefault(stop, []).append(one)
    return found


def _find_sound(folder: Path, name: str, findings: Findings, *, is_placed: bool) -> Path | None:
    path = folder / NARRATED_FOLDER / f"{name}{SOUND_SUFFIX}"
    file = f"{NARRATED_FOLDER}/{path.name}"
    if path.is_symlink() or not path.is_file():
        findings.warn(file, "", "it is not there", _MAKE_AGAIN, kind="recording_missing", media=path.name)
        return None
    if is_placed:
        what = "recordings/ has a computer's voice for this text, too, which is told instead"
        findings.warn(file, "", what, "keep one of them", kind="used_twice", media=path.name)
        return None
    return path


def parse_name(name: str) -> Told | None:
    """Return stop, depth, language and version of a rendering's name, None where it is no such name."""
    stop, depth, language, version, *more = (*name.split("."), "", "", "", "")
    if not language or any(more) or version not in VERSIONS or depth not in set(Depth):
        return None
    return stop, Depth(depth), language, version


def format_name(told: Told) -> str:
    """Return the name of what tells a stop at a depth in a language and version, without a suffix."""
    return ".".join(filter(None, told))


def _list_told(
    notes: NarratedNotes, stop_ids: Set[str], languages: tuple[str, ...], findings: Findings
) -> Iterator[tuple[str, Told]]:
    for name in notes.rendered:
        told = parse_name(name)
        if told is not None and told[0] in stop_ids and (not languages or told[2] in languages):
            yield name, told
        else:
            what = f"there is no text {name} in this pack"
            remedy = "take its line and its files away"
            findings.warn(NOTES_FILE, name, what, remedy, kind="file_not_used")
