"""Recordings of which it is known when each word is spoken: the demonstration's voices, and eSpeak NG's own."""

from __future__ import annotations

import io
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import soundfile

from kiosk.authoring.aligning.aligner import Alignment, align
from kiosk.authoring.aligning.reference import SpokenSentence, speak_reference
from kiosk.authoring.aligning.spectra import RATE_HZ, read_spectra
from kiosk.narration.captions import parse_timings
from kiosk.packs.recordings import BLOCK_FRAMES
from kiosk.packs.sound.resampling import Resampler, Samples
from kiosk.speech.sentences import split_sentences
from kiosk.speech.speech import Speech
from tests.benchmarks.altered_sound import speak_higher
from tests.house.repository import HOUSE

DEMO = HOUSE / "content_packs" / "delhi"
PAUSE_MS = 400


@dataclass(frozen=True)
class KnownRecording:
    """A sound, its text as the reference voice says it, and by its place in the text when each word begins, in ms."""

    name: str
    sound: Samples
    rate_hz: int
    text: str
    reference: tuple[SpokenSentence, ...]
    begins_ms: dict[int, float]

    def align(self, sound: Samples | None = None) -> Alignment:
        """Return the alignment of the sound, or of another one in its place."""
        heard = self.sound if sound is None else sound
        blocks = (heard[at : at + BLOCK_FRAMES] for at in range(0, len(heard), BLOCK_FRAMES))
        return align(read_spectra(blocks, self.rate_hz), self.reference)

    def measure_errors(self, alignment: Alignment) -> list[float]:
        """Return how far each word's beginning is from the truth, in ms."""
        return [
            abs(word.start_ms - self.begins_ms[word.start])
            for word in alignment.words
            if word.start in self.begins_ms
        ]


def list_demo_recordings(speech: Speech, language: str, every: int = 1) -> Iterator[KnownRecording]:
    """Yield every so many of the demonstration's recordings; their times are those of the voice itself."""
    for path in sorted((DEMO / "narrated").glob(f"*.{language}.opus"))[::every]:
        stop, depth, _ = path.stem.split(".")
        text = tomllib.loads((DEMO / "stops" / stop / f"{language}.toml").read_text(encoding="utf-8"))[depth]
        sound, rate_hz = soundfile.read(str(path), dtype="float64")
        cues = parse_timings(path.with_suffix(".vtt").read_text(encoding="utf-8"), text)
        begins = {word.start: float(word.start_ms) for cue in cues for word in cue.words}
        yield KnownRecording(path.stem, sound, rate_hz, text, _speak(speech, text, language), begins)


def join(recordings: Sequence[KnownRecording]) -> KnownRecording:
    """Return several recordings of one voice as one long one."""
    text, sounds, reference, length_ms = "", [], [], 0.0
    begins: dict[int, float] = {}
    for one in recordings:
        offset = len(text)
        begins |= {start + offset: at_ms + length_ms for start, at_ms in one.begins_ms.items()}
        for sentence in one.reference:
            reference.append(_move(sentence, offset))
        sounds.append(one.sound)
        length_ms += len(one.sound) * 1000 / one.rate_hz
        text += one.text + "\n\n"
    return KnownRecording(
        "all", np.concatenate(sounds), recordings[0].rate_hz, text, tuple(reference), begins
    )


def make_other_voice(speech: Speech, text: str, language: str, rate: float, higher: float) -> KnownRecording:
    """Return a text spoken by eSpeak NG quicker and by a smaller speaker than the reference, with pauses."""
    parts: list[Samples] = []
    begins: dict[int, float] = {}
    length_ms = 0.0
    for start, end in split_sentences(text):
        clip = speech.synthesise(text[start:end], language, rate)
        samples = speak_higher(_read(clip.wav), higher)
        for word in clip.words:
            begins[start + word.start] = length_ms + word.start_ms / higher
        parts += [samples, np.zeros(RATE_HZ * PAUSE_MS // 1000)]
        length_ms = sum(map(len, parts)) * 1000 / RATE_HZ
    sound = np.concatenate(parts)
    return KnownRecording(language, sound, RATE_HZ, text, _speak(speech, text, language), begins)


def _speak(speech: Speech, text: str, language: str) -> tuple[SpokenSentence, ...]:
    return speak_reference(text, lambda sentence: speech.synthesise(sentence, language))


def _move(sentence: SpokenSentence, offset: int) -> SpokenSentence:
    words = tuple(
        type(word)(word.start + offset, word.end + offset, word.first, word.after) for word in sentence.words
    )
    return SpokenSentence(sentence.start + offset, sentence.end + offset, words, sentence.spectra)


def _read(wav: bytes) -> Samples:
    samples, rate_hz = soundfile.read(io.BytesIO(wav), dtype="float64", always_2d=True)
    mono = np.asarray(samples.mean(axis=1))
    if rate_hz == RATE_HZ:
        return mono
    resampler = Resampler(rate_hz, RATE_HZ)
    return np.concatenate([resampler.push(mono), resampler.finish()])
