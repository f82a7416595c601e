"""Times the recordings of a pack, one after the other: each timings file is whole or not there, at any moment."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kiosk.authoring.align_plan import AlignJob, hash_sound
from kiosk.authoring.aligning.aligner import Alignment, align
from kiosk.authoring.aligning.judgement import (
    LEAST_FIT,
    find_doubtful,
    refuse_clipped,
    refuse_unlike,
    refuse_unspeakable,
)
from kiosk.authoring.aligning.reference import speak_reference
from kiosk.authoring.aligning.spectra import Spectra, read_spectra
from kiosk.authoring.aligning.timing_note import TimingNote, format_note
from kiosk.authoring.clipping import Clipping
from kiosk.authoring.cue_writing import format_cue_file
from kiosk.authoring.whole_write import write_whole
from kiosk.model.errors import KioskError
from kiosk.model.pronunciation import Pronunciation
from kiosk.packs.narrated_notes import hash_text
from kiosk.packs.progress import OnProgress, Progress, ignore_progress
from kiosk.packs.recordings import SoundError, open_recording
from kiosk.packs.sound.resampling import Samples
from kiosk.speech.speech import Speech

Lexicon = Mapping[str, Sequence[Pronunciation]]


@dataclass(frozen=True, slots=True)
class Timed:
    """What became of one recording: ``error`` says why it has no timings, None where it has.

    Attributes:
        job: The recording.
        duration_ms: How long it lasts.
        words: How many words were timed.
        note: What its timings were made of.
        error: Why there are none.
    """

    job: AlignJob
    duration_ms: int = 0
    words: int = 0
    note: TimingNote | None = None
    error: KioskError | None = None


def align_all(
    jobs: Sequence[AlignJob],
    speech: Speech,
    lexicon: Lexicon,
    on_progress: OnProgress = ignore_progress,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Timed]:
    """Time each recording and yield what became of it; those that cannot be timed do not keep the others from it.

    Args:
        jobs: The recordings.
        speech: Speaks their texts and tells when it says each word.
        lexicon: The pack's pronunciations by language.
        on_progress: Is told of each recording before it is timed; counts letters.
        clock: Seconds that only ever grow.

    Raises:
        KioskError: ``authoring.not-written``: a folder cannot be written. What was timed before stays.
    """
    total, done, began_at = sum(len(job.text) for job in jobs), 0, clock()
    for number, job in enumerate(jobs, 1):
        remaining_s = (clock() - began_at) * (total - done) / done if done else None
        words = f"Timing {job.recording.file.name} ({number} of {len(jobs)})"
        on_progress(Progress(words, done, total, remaining_s))
        yield _align_one(job, speech, lexicon.get(job.recording.language, ()))
        done += len(job.text)


def _align_one(job: AlignJob, speech: Speech, pronunciations: Sequence[Pronunciation]) -> Timed:
    recording = job.recording
    sound_hash = hash_sound(recording.file)
    try:
        heard = _listen(job)
        alignment = _find_words(job, heard, speech, pronunciations)
    except KioskError as error:
        return Timed(job, error=error)
    note = TimingNote(sound_hash, hash_text(job.text), alignment.fit, find_doubtful(alignment))
    write_whole(job.cue_file, format_cue_file(job.text, alignment.words, format_note(note)).encode())
    return Timed(job, heard.duration_ms, len(alignment.words), note)


@dataclass(frozen=True, slots=True)
class _Heard:
    """The frames of a recording, how long it lasts, and which share of it is cut off at full scale."""

    spectra: Spectra
    duration_ms: int
    clipped: float


def _listen(job: AlignJob) -> _Heard:
    clipping = Clipping()
    try:
        with open_recording(job.recording.file) as reader:
            blocks = clipping.watch(_refuse_no_numbers(reader.blocks()))
            spectra = read_spectra(blocks, reader.rate_hz)
            return _Heard(spectra, reader.duration_ms, clipping.share)
    except (SoundError, OSError) as error:
        raise KioskError(
            "The recording was not timed",
            thing=job.recording.file.name,
            found=str(error),
            remedy="record or convert it again",
            code="authoring.recording-unfit",
        ) from error


def _refuse_no_numbers(blocks: Iterable[Samples]) -> Iterator[Samples]:
    """Pass samples on; files of floating point numbers may hold some that are none."""
    for block in blocks:
        if not np.isfinite(block).all():
            raise SoundError("it holds values that are no sound")
        yield block


def _find_words(
    job: AlignJob, heard: _Heard, speech: Speech, pronunciations: Sequence[Pronunciation]
) -> Alignment:
    name, language = job.recording.file.name, job.recording.language
    sentences = speak_reference(
        job.text, lambda sentence: speech.synthesise(sentence, language, pronunciations=pronunciations)
    )
    refuse_unspeakable(name, heard.spectra, sentences)
    alignment = align(heard.spectra, sentences)
    if alignment.fit < LEAST_FIT:
        refuse_clipped(name, heard.clipped)
    refuse_unlike(name, alignment, heard.spectra, sentences)
    return alignment
