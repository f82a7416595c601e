"""Whether timings that the program made are still those of the sound and the text, and whether it was sure of them."""

from __future__ import annotations

from kiosk.authoring.align_plan import is_note_current
from kiosk.authoring.aligning.timing_note import TimingNote, find_note
from kiosk.packs.pack_source import RecordingSource

# More numbers than these help nobody; the file names all.
_SHOWN = 8


def find_alignment_doubt(recording: RecordingSource, text: str) -> tuple[str, str, str] | None:
    """Return what is wrong, its remedy and the finding's kind; None where nothing is, or where others made the timings."""
    note = find_note(recording.timings)
    if note is None:
        return None
    if not is_note_current(note, recording, text):
        what = "the recording or its text has changed since it was timed"
        return what, "run: kiosk pack align", "timings_stale"
    if note.is_sure:
        return None
    remedy = "listen while the captions run; mend the text where something else is said"
    return f"{_name_doubt(note)} not sure to be in time with the voice", remedy, "timings_unsure"


def _name_doubt(note: TimingNote) -> str:
    if note.is_doubtful_throughout:
        return "all of it is"
    shown = ", ".join(map(str, note.doubtful[:_SHOWN])) + (" ..." if len(note.doubtful) > _SHOWN else "")
    return f"captions {shown} are" if len(note.doubtful) > 1 else f"caption {shown} is"
