"""Which recordings of a pack are to be timed: those without timings, and those that are others by now."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kiosk.authoring.aligning.timing_note import TimingNote, find_note
from kiosk.authoring.check_telling import find_words
from kiosk.authoring.narrate_plan import Wish, is_rendering
from kiosk.model.errors import KioskError
from kiosk.packs.narrated_notes import hash_text
from kiosk.packs.pack_source import PackSource, RecordingSource, StopSource

_HASH_SIGNS = 32


class TimingState(StrEnum):
    """How a recording stands.

    It is timed where it is ``missing``, ``changed`` (its sound or its text) or ``asked`` for. It is left alone where its
    timings are ``current``, where they are ``foreign`` (somebody else's work), and where there is ``no_text``.
    """

    MISSING = "missing"
    CHANGED = "changed"
    ASKED = "asked"
    CURRENT = "current"
    FOREIGN = "foreign"
    NO_TEXT = "no_text"

    @property
    def is_timed(self) -> bool:
        """Whether there is something to do."""
        return self in (TimingState.MISSING, TimingState.CHANGED, TimingState.ASKED)


@dataclass(frozen=True, slots=True)
class AlignJob:
    """A recording, what is told in it, and how it stands."""

    recording: RecordingSource
    text: str
    state: TimingState

    @property
    def cue_file(self) -> Path:
        """Return the file of its timings."""
        return self.recording.file.with_suffix(".vtt")


def make_align_plan(source: PackSource, wish: Wish) -> tuple[AlignJob, ...]:
    """Return the recordings an author asked for, in the order of the stops, each file once.

    Raises:
        KioskError: ``authoring.no-such-stop`` or ``authoring.no-such-language``.
    """
    _refuse_strange(
        {stop.number for stop in source.stops} | {stop.id for stop in source.stops}, wish.stops, "stop"
    )
    _refuse_strange(source.languages, wish.languages, "language")
    jobs: dict[Path, AlignJob] = {}
    for stop in source.stops:
        if not wish.stops or {stop.id, stop.number} & set(wish.stops):
            for recording in _list_wished(stop, wish):
                words = find_words(stop, recording)
                state = _find_state(recording, words, again=wish.again)
                jobs.setdefault(recording.file, AlignJob(recording, words, state))
    return tuple(jobs.values())


def hash_sound(path: Path) -> str:
    """Return the hash by which a sound file is known again; "" where it cannot be read."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()[:_HASH_SIGNS]
    except OSError:
        return ""


def is_note_current(note: TimingNote, recording: RecordingSource, text: str) -> bool:
    """Tell whether timings were made of this very sound and text."""
    return note.text == hash_text(text) and note.sound == hash_sound(recording.file)


def _list_wished(stop: StopSource, wish: Wish) -> Iterator[RecordingSource]:
    for recording in (*stop.recordings, *stop.other_recordings):
        in_language = not wish.languages or recording.language in wish.languages
        if in_language and (not wish.depths or recording.depth in wish.depths):
            yield recording


def _find_state(recording: RecordingSource, text: str, *, again: bool) -> TimingState:
    if not text.strip():
        return TimingState.NO_TEXT
    if not recording.timings and not recording.file.with_suffix(".vtt").exists():
        return TimingState.MISSING
    note = find_note(recording.timings)
    if note is not None and not is_note_current(note, recording, text):
        return TimingState.CHANGED
    if is_rendering(recording.file) and note is None and not _has_word_stamps(recording.timings):
        return TimingState.MISSING  # a voice that tells no words: the program may add what it did not know
    if again:
        return TimingState.ASKED
    return TimingState.FOREIGN if note is None else TimingState.CURRENT


def _has_word_stamps(timings: str) -> bool:
    return any(line.startswith("<0") for line in timings.splitlines())


def _refuse_strange(known: Collection[str], named: Collection[str], kind: str) -> None:
    strange = sorted(set(named) - set(known))
    if strange:
        raise KioskError(
            "Nothing was timed",
            thing=f"{kind} {', '.join(strange)[:100]}",
            expected=f"a {kind} of this pack: {', '.join(sorted(filter(None, known))[:20])}",
            found="none of that name",
            remedy="mend the name, or leave it out to time everything",
            code="authoring.no-such-stop" if kind == "stop" else "authoring.no-such-language",
        )
