"""Whether the recordings of a pack can be heard, fit their texts, and which are missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile

from kiosk.authoring.check_alignment import find_alignment_doubt
from kiosk.authoring.check_pictures import name_in_source
from kiosk.authoring.check_telling import Teller, find_text, find_words
from kiosk.authoring.check_timings import find_timing_fault
from kiosk.authoring.clipping import Clipping
from kiosk.authoring.narrate_plan import is_rendering
from kiosk.authoring.sound_look import lacks_end
from kiosk.model.content import Depth
from kiosk.model.telling_time import count_signs
from kiosk.packs.findings import Severity
from kiosk.packs.pack_source import RecordingSource, StopSource
from kiosk.packs.recordings import SoundError, open_recording

# -50 dB below full scale: the hiss of a microphone, and nobody's voice.
SILENT_PEAK = 0.003
CLIPPED_SHARE = 0.002
# The slowest and the quickest that people tell a text, in letters a second.
SLOWEST, QUICKEST = 5.0, 30.0
# A text this short says nothing about the pace.
LEAST_SIGNS = 40
# A depth that was recorded for so many of the stops is meant to be recorded for the others too.
MEANT_SHARE = 0.5
_RENDER_AGAIN = "delete it, and run: kiosk pack narrate"


@dataclass(frozen=True, slots=True)
class Heard:
    """What a recording is: how long, how loud at most (1 is full scale), which share of it is cut off at full scale."""

    duration_ms: int
    peak: float
    clipped: float


def listen_to(path: Path) -> Heard:
    """Decode a recording to its end.

    Raises:
        SoundError: It cannot be used in a pack.
    """
    peak, clipping = 0.0, Clipping()
    with open_recording(path) as reader:
        for block in clipping.watch(reader.blocks()):
            peak = max(peak, float(np.abs(block).max()))
        return Heard(reader.duration_ms, peak, clipping.share)


def measure_length(path: Path) -> int | None:
    """Return how long a recording lasts in ms as its header tells; None where that cannot be read."""
    try:
        header = soundfile.info(str(path))
    except soundfile.SoundFileError:
        return None
    return round(header.frames * 1000 / header.samplerate) if header.samplerate else None


class SoundCheck:
    """The recordings of one source."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller
        self._told: dict[Path, list[tuple[StopSource, RecordingSource]]] = {}
        for stop in teller.source.stops:
            for recording in (*stop.recordings, *stop.other_recordings):
                self._told.setdefault(recording.file, []).append((stop, recording))
        self.paths = sorted(self._told)

    def add(self, path: Path, listened: Callable[[], Heard]) -> None:
        """Take in the outcome of listening to one recording."""
        try:
            heard = listened()
        except SoundError as error:
            remedy = _RENDER_AGAIN if is_rendering(path) else "record or convert it again"
            self._tell(Severity.ERROR, path, str(error), remedy, "audio_unreadable")
            return
        for severity, what, remedy, kind in judge_sound(heard):
            self._tell(severity, path, what, remedy, kind)
        if lacks_end(path):
            what = "its last piece is not whole: perhaps it was cut off"
            self._tell(Severity.WARNING, path, what, "hear its end", "audio_cut_short")
        self.add_length(path, heard.duration_ms)

    def add_length(self, path: Path, duration_ms: int) -> None:
        """Take in how long one recording lasts, and compare it with its text and its timings."""
        for stop, recording in self._told[path]:
            self._check_against_text(stop, recording, duration_ms)

    def _check_against_text(self, stop: StopSource, recording: RecordingSource, duration_ms: int) -> None:
        words = find_words(stop, recording)
        seconds = max(duration_ms, 1) / 1000
        pace = count_signs(words) / seconds
        if len(words) >= LEAST_SIGNS and not SLOWEST <= pace <= QUICKEST:
            much = "far less" if pace > QUICKEST else "far more"
            what = f"it lasts {seconds:.0f} s, {much} than its text takes to tell"
            remedy = "see whether it tells this text"
            self._tell(Severity.WARNING, recording.file, what, remedy, "recording_differs")
        if recording.timings and (found := find_timing_fault(recording.timings, words, duration_ms)):
            severity, what, remedy = found
            self._tell(severity, recording.file.with_suffix(".vtt"), what, remedy, "timings_faulty")
        elif doubt := find_alignment_doubt(recording, words):
            what, remedy, kind = doubt
            self._tell(Severity.WARNING, recording.file.with_suffix(".vtt"), what, remedy, kind)

    def _tell(self, severity: Severity, path: Path, what: str, remedy: str, kind: str) -> None:
        file = name_in_source(path, self._teller.source.folder)
        self._teller.findings.add(severity, file, "", what, remedy, kind=kind, media=path.name)


def judge_sound(heard: Heard) -> Iterator[tuple[Severity, str, str, str]]:
    """Yield severity, what is wrong with a sound, its remedy and the finding's kind."""
    if heard.peak < SILENT_PEAK:
        yield Severity.ERROR, "nothing is to be heard in it", "record it again", "audio_silent"
    if heard.clipped > CLIPPED_SHARE:
        what = "it was recorded too loud and is distorted"
        yield Severity.WARNING, what, "record it again, less loud", "audio_distorted"


def check_missing_recordings(teller: Teller) -> None:
    """Tell where the device will have to speak, although a person or a voice is recorded elsewhere."""
    stops = teller.source.stops
    unrecorded = []
    for language in teller.source.languages:
        recorded = {depth: {stop.id for stop in stops if _has(stop, language, depth)} for depth in Depth}
        if not any(recorded.values()):
            unrecorded.append(language)
        for depth, done in recorded.items():
            _check_depth(teller, language, depth, done)
    if unrecorded:
        languages = ", ".join(unrecorded)
        what = f"nothing is recorded in {languages}: the device speaks the texts itself, where it has a voice"
        file = stops[0].origin.file if teller.is_table else "recordings"
        teller.findings.note(
            file, "", what, "record them; a person's voice is better", kind="recording_missing"
        )


def _check_depth(teller: Teller, language: str, depth: Depth, done: set[str]) -> None:
    told = [
        (stop, text)
        for stop in teller.source.stops
        if (text := find_text(stop, language)) and depth in text.by_depth
    ]
    if len(done) < MEANT_SHARE * len(told) or not done:
        return
    for stop, text in told:
        if stop.id not in done:
            what = f"there is no recording of it, while {len(done)} of {len(told)} stops have one"
            name = f"recordings/{stop.id}.{depth.value}.{language}.opus"
            recorded = f"record it as {name}, or run kiosk pack narrate"
            remedy = "name one in audio_file" if text.origin.rows else recorded
            teller.warn(
                text.origin,
                "audio_file" if text.origin.rows else depth.value,
                what,
                remedy,
                "recording_missing",
            )


def _has(stop: StopSource, language: str, depth: Depth) -> bool:
    return any(one.language == language and one.depth is depth for one in stop.recordings)
