"""The other version of a stop's narration, on trial: ``<language>.b.toml`` beside the first one's texts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kiosk.model.content import Depth
from kiosk.packs.findings import Findings
from kiosk.packs.narrated_notes import NARRATED_FOLDER, NOTES_FILE
from kiosk.packs.pack_source import Origin, RecordingSource, StopText
from kiosk.packs.source_fields import Fields, read_toml

OTHER = "b"
"""The name of the second version, in files and in catalogues."""


def read_other_texts(
    stop_id: str, folder: Path, texts: Sequence[StopText], findings: Findings
) -> tuple[StopText, ...]:
    """Return the other version of each text that has one; a depth that the first has not is refused."""
    found = []
    for text in texts:
        file = f"stops/{stop_id}/{text.language}.{OTHER}.toml"
        if (folder / file).exists():
            top = read_toml(folder / file, file, findings)
            found.append(_read_other(top, text))
            top.finish()
    return tuple(found)


def choose_other_recordings(
    recordings: Sequence[RecordingSource], others: Sequence[StopText], findings: Findings
) -> tuple[RecordingSource, ...]:
    """Return the recordings of the other version; what was rendered of a text that is gone is left out, with a warning."""
    told = {(text.language, depth) for text in others for depth in text.by_depth}
    found = []
    for one in recordings:
        is_rendered = one.file.parent.name == NARRATED_FOLDER
        if one.version and is_rendered and (one.language, one.depth) not in told:
            what, remedy = (
                "there is no other version of this text any more",
                "take its line and its files away",
            )
            findings.warn(NOTES_FILE, one.file.stem, what, remedy, kind="file_not_used")
        elif one.version:
            found.append(one)
    return tuple(found)


def refuse_lonely_recordings(
    others: Sequence[RecordingSource],
    texts: Sequence[StopText],
    firsts: Sequence[RecordingSource],
    findings: Findings,
) -> None:
    """Refuse a recording of the other version where nothing is told in the first: there is nothing to compare."""
    told = {(text.language, depth) for text in texts for depth in text.by_depth}
    told |= {(one.language, one.depth) for one in firsts}
    for one in others:
        if (one.language, one.depth) not in told:
            file, what = f"recordings/{one.file.name}", "the first version does not tell this"
            findings.error(file, "", what, "tell it there too, or take this away", kind="dead_link")


def _read_other(top: Fields, first: StopText) -> StopText:
    by_depth = {depth: text for depth in Depth if (text := top.text(depth.value, ""))}
    for depth in by_depth.keys() - first.by_depth.keys():
        what = f"the first version tells nothing at this depth in {first.language}"
        top.error(depth.value, what, "tell it there too, or take this away", kind="dead_link")
    if not by_depth and not top.lost:
        top.warn(
            "", "the other version tells nothing", "write story, or take the file away", kind="key_missing"
        )
    return StopText(first.language, "", "", by_depth, (), Origin(top.file))
