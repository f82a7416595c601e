"""Renders the texts of a pack that nobody recorded, one after the other, so that it can be stopped at any time.

Each text is three steps, each of which happens as a whole or not at all: its sound, its captions, its line in the
notes. Only what has its line is done; what was cut off is rendered again the next time.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import soundfile

from kiosk.authoring.narrate_plan import NarrationJob
from kiosk.authoring.narrate_rendering import Rendering, render
from kiosk.authoring.narrate_voices import ChosenVoice
from kiosk.authoring.new_folder import say_not_written
from kiosk.authoring.whole_write import UNFINISHED, write_whole
from kiosk.model.errors import KioskError
from kiosk.model.pronunciation import Pronunciation
from kiosk.packs.findings import Findings, PackSourceError
from kiosk.packs.narrated_notes import (
    NARRATED_FOLDER,
    NOTES_FILE,
    SOUND_SUFFIX,
    Narrated,
    NarratedNotes,
    format_notes,
    hash_text,
    read_notes,
)
from kiosk.packs.progress import OnProgress, Progress, ignore_progress
from kiosk.packs.recordings import SoundError
from kiosk.packs.sound.levelling import finish_recording
from kiosk.speech.refusals import NOTHING_TO_SAY, TEXT_TOO_LONG

# A text at fault does not keep the others from being rendered; an engine that fails would fail at each.
_OF_THE_TEXT = frozenset({TEXT_TOO_LONG, NOTHING_TO_SAY, "authoring.not-rendered"})

Voices = Mapping[str, ChosenVoice]
Lexicon = Mapping[str, Sequence[Pronunciation]]


@dataclass(frozen=True, slots=True)
class Rendered:
    """What became of one job: ``error`` says why there is no sound, None where there is."""

    job: NarrationJob
    voice: ChosenVoice
    duration_ms: int = 0
    size_bytes: int = 0
    error: KioskError | None = None


def narrate(
    folder: Path,
    jobs: Sequence[NarrationJob],
    voices: Voices,
    lexicon: Lexicon,
    on_progress: OnProgress = ignore_progress,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Rendered]:
    """Render each job and yield what became of it.

    Args:
        folder: The pack's source.
        jobs: What is to be rendered.
        voices: Who renders each language; there must be one for every job's.
        lexicon: The pack's pronunciations by language.
        on_progress: Is told of each text before it is rendered; counts letters.
        clock: Seconds that only ever grow.

    Raises:
        KioskError: ``narration.speech-failed``, ``narration.no-voice``: the engine gave up;
            ``authoring.not-written``: the folder cannot be written. What was rendered before stays.
        PackSourceError: ``packs.source-faulty``: the notes cannot be read, and are not written over.
    """
    place = _Place(folder)
    pace = _Letters(sum(len(job.text) for job in jobs), clock)
    for number, job in enumerate(jobs, 1):
        on_progress(pace.tell(f"Rendering {job.name} ({number} of {len(jobs)})"))
        yield _render_one(place, job, voices[job.language], lexicon.get(job.language, ()))
        pace.done += len(job.text)
    on_progress(pace.tell("Rendered"))


def _render_one(
    place: _Place, job: NarrationJob, voice: ChosenVoice, pronunciations: Sequence[Pronunciation]
) -> Rendered:
    note = f"Computer voice: {voice.engine.name} {voice.voice.name}. Word timings are the voice's own."
    try:
        made = render(job.text, job.language, voice, pronunciations, note)
        sound, duration_ms = _finish(made, job)
    except KioskError as error:
        if error.code not in _OF_THE_TEXT:
            raise
        return Rendered(job, voice, error=error)
    place.put(job, voice, sound, made.cues)
    return Rendered(job, voice, duration_ms, len(sound))


def _finish(made: Rendering, job: NarrationJob) -> tuple[bytes, int]:
    """Return the sound levelled and encoded as a build would do it, so that the build takes it as it is."""
    with tempfile.TemporaryDirectory(prefix="kiosk-narrate-") as scratch:
        path = Path(scratch) / "text.wav"
        soundfile.write(str(path), made.samples, made.rate_hz)
        try:
            recording = finish_recording(path)
        except SoundError as error:
            raise KioskError(
                "The text was not rendered",
                thing=job.name,
                expected="speech",
                found=str(error),
                remedy="see whether the text is in the language it stands for",
                code="authoring.not-rendered",
            ) from error
        return recording.data, recording.duration_ms


class _Place:
    """The folder ``narrated/`` of a source."""

    def __init__(self, folder: Path) -> None:
        self._source = folder
        self._folder = folder / NARRATED_FOLDER
        try:
            self._folder.mkdir(exist_ok=True)
            for left in self._folder.glob(f".*{UNFINISHED}"):
                left.unlink()
        except OSError as error:
            raise say_not_written(self._folder, error) from error

    def put(self, job: NarrationJob, voice: ChosenVoice, sound: bytes, cues: str) -> None:
        """Write the sound, then the captions, then the line in the notes that makes both count."""
        path = self._folder / f"{job.name}{SOUND_SUFFIX}"
        write_whole(path, sound)
        write_whole(path.with_suffix(".vtt"), cues.encode())
        # Read anew each time: another language may be rendered beside this one.
        notes = self._read_notes()
        line = Narrated(voice.key, hash_text(job.text), job.said)
        notes = replace(
            notes,
            voices={**notes.voices, voice.key: voice.describe()},
            rendered={**notes.rendered, job.name: line},
        )
        write_whole(self._source / NOTES_FILE, format_notes(notes).encode())

    def _read_notes(self) -> NarratedNotes:
        findings = Findings()
        notes = read_notes(self._source, findings)
        if any(finding.severity.refuses for finding in findings.all):
            raise PackSourceError(str(self._source), findings.all)
        return notes


class _Letters:
    """How far the work is, in letters, and how long it will still take."""

    def __init__(self, total: int, clock: Callable[[], float]) -> None:
        self._total = total
        self._clock = clock
        self._began_at = clock()
        self.done = 0

    def tell(self, words: str) -> Progress:
        """Return the progress so far."""
        elapsed_s = self._clock() - self._began_at
        remaining_s = elapsed_s * (self._total - self.done) / self.done if self.done else None
        return Progress(words, self.done, self._total, remaining_s)
