"""Whether what a computer's voice rendered is still what the texts say, and what lies beside it that nobody knows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kiosk.authoring.check_telling import Teller, find_words
from kiosk.authoring.narrate_plan import is_rendering
from kiosk.model.pronunciation import Pronunciation
from kiosk.packs.findings import Findings
from kiosk.packs.narrated_notes import NARRATED_FOLDER, NOTES_FILE, Narrated, hash_text, read_notes
from kiosk.packs.pack_source import PackSource, RecordingSource, StopSource
from kiosk.packs.source_narrated import format_name

_RENDER = "run: kiosk pack narrate"


def check_narrated(teller: Teller) -> None:
    """Tell which renderings are older than their texts; a note where only the way they are said has changed since."""
    notes = read_notes(teller.source.folder, Findings())
    for stop, recording in _list_renderings(teller.source):
        line = notes.rendered.get(
            format_name((stop.id, recording.depth, recording.language, recording.version))
        )
        words = find_words(stop, recording)
        if line is None or not words:
            continue  # told as a recording without a text
        lexicon = teller.source.pronunciations.get(recording.language, ())
        file = f"{NARRATED_FOLDER}/{recording.file.name}"
        if line.text != hash_text(words):
            what = "its text was changed after it was rendered: visitors hear the old one"
            teller.findings.warn(file, "", what, _RENDER, kind="narration_stale", media=recording.file.name)
        elif _is_said_otherwise(line, words, recording.language, lexicon):
            what = "names or numbers in it would be said otherwise by now"
            teller.findings.note(file, "", what, _RENDER, kind="narration_stale", media=recording.file.name)


def list_unknown_files(folder: Path) -> Iterator[Path]:
    """Yield the files in ``narrated/`` of a source of which its notes tell nothing: no build takes them."""
    place = folder / NARRATED_FOLDER
    known = read_notes(folder, Findings()).rendered
    for path in sorted(place.iterdir()) if place.is_dir() else ():
        is_named = path.suffix in (".opus", ".vtt") and path.stem in known
        if not (is_named or path == folder / NOTES_FILE or path.name.startswith(".")):
            yield path


def _list_renderings(source: PackSource) -> Iterator[tuple[StopSource, RecordingSource]]:
    for stop in source.stops:
        for recording in (*stop.recordings, *stop.other_recordings):
            if is_rendering(recording.file):
                yield stop, recording


def _is_said_otherwise(line: Narrated, words: str, language: str, lexicon: tuple[Pronunciation, ...]) -> bool:
    # Costs 50 ms to import, and only a pack with renderings needs it.
    from kiosk.authoring.narrate_rendering import hash_said

    return bool(line.said) and line.said != hash_said(words, language, lexicon)
