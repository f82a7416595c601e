"""Speaks many sentences while the worker is killed or made to hang at random moments, and tells what became of each.

A clip is known by its content: its sound is compared with that of every sentence, spoken before anything was killed,
since espeak-ng does not speak a sentence twice the same to the sample. A sound cut off, or heard twice, has another length.
"""

from __future__ import annotations

import io
import os
import queue
import random
import signal
import threading
import time
import wave
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from kiosk.model.errors import KioskError
from kiosk.speech.engine import SpeechClip, SpeechVoice, find_voice
from kiosk.speech.pyttsx_engine import PyttsxEngine
from tests.fakes.said_as_written import take_literally

SENTENCES = (
    "The tower is very old.",
    "Nobody knows who built the gate, or when.",
    "Look up at the dome!",
    "In the evening the light falls on the mosque from the side.",
    "It leans a little.",
    "For eight hundred years the pillar has stood here, through war and rain.",
    "Masons cut their marks into the stones they were paid for.",
    "Water came down these steps to the garden.",
    "What would you have heard from this window?",
    "A goldsmith lived across the street.",
    "The iron has hardly rusted, and chemists have asked why.",
    "Kings were crowned under the tree that you see in the courtyard.",
    "The bell cracked on a cold morning.",
    "Children drew ships on the plaster with a nail.",
    "Touch the model on your left, please.",
    "Her letters were found behind a panel in the library.",
    "The cannon sank with the ship and was brought up by divers.",
    "Salt, silk and paper were sold in this hall.",
    "Go through the second arch.",
    "The river has moved away since then, and the harbour is a meadow now.",
    "He measured the height of the sun with a wall of brick.",
    "Bees live in the northern roof.",
    "Fire took the wooden ceiling twice.",
    "You may sit down here.",
    "The painter never saw it finished.",
    "Every fourth tile is a copy made last winter.",
    "Under the floor lies an older floor, and under that one an older still.",
    "The queen planted these roses, or so the gardeners say.",
    "Thieves came for the lead.",
    "Wind plays in the holes of the wall like in a flute.",
)

_FRAME_MS = 20
_BANDS = 16
_RENDERINGS = 3
_LIKE = 0.7
# espeak-ng's own sentences differ by up to 80 ms, by what was said before.
_LENGTH_FRAMES = 6
_PAUSE = 4.0

Picture = NDArray[np.float64]


@dataclass
class Outcome:
    """What became of the sentences.

    Attributes:
        asked: How many were to be spoken.
        right: How many came as the sound of their own text, once, with each of its words in its place.
        wrong: Sentences that came as something else.
        failed: What was said of those that did not come.
        kills: How often the worker was killed, and ``hangs`` how often it was stopped.
        longest_s: How long the slowest took.
    """

    asked: int
    right: int = 0
    wrong: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    kills: int = 0
    hangs: int = 0
    longest_s: float = 0.0

    @property
    def done(self) -> int:
        """Return how many are over, in whatever way."""
        return self.right + len(self.wrong) + len(self.failed)


class Round:
    """A round of sentences by several threads on one engine."""

    def __init__(self, engine: PyttsxEngine, seed: int, sentences: Sequence[str] = SENTENCES) -> None:
        voice = find_voice(engine.voices(), "en")
        assert voice is not None
        self._engine = engine
        self._voice: SpeechVoice = voice
        self._chance = random.Random(seed)
        self._lock = threading.Lock()
        self._sentences = sentences
        rounds = [[measure_sound(self._speak(text)) for text in sentences] for _ in range(_RENDERINGS)]
        self._references = list(zip(*rounds, strict=True))

    def run(self, count: int, *, threads: int = 3, kill_every_s: float = 0.0, hangs: float = 0.0) -> Outcome:
        """Speak ``count`` sentences, and end the worker every ``kill_every_s`` seconds or so; 0 never.

        ``hangs`` is the share of the ends that stop the worker instead of killing it.
        """
        outcome = Outcome(count)
        numbers: queue.SimpleQueue[int] = queue.SimpleQueue()
        for number in range(count):
            numbers.put(number)
        speakers = [threading.Thread(target=self._work, args=(numbers, outcome)) for _ in range(threads)]
        for speaker in speakers:
            speaker.start()
        done = 0
        while any(speaker.is_alive() for speaker in speakers):
            # On a busy machine a new worker may need longer than the next end takes to come: one has to speak first.
            if kill_every_s and outcome.done > done:
                time.sleep(self._chance.uniform(0, 2 * kill_every_s))
                done = outcome.done
                self._end_worker(outcome, hangs)
            else:
                time.sleep(0.01)
        for speaker in speakers:
            speaker.join()
        return outcome

    def _work(self, numbers: queue.SimpleQueue[int], outcome: Outcome) -> None:
        while True:
            try:
                index = numbers.get_nowait() * 7 % len(self._sentences)
            except queue.Empty:
                return
            started = time.monotonic()
            try:
                clip = self._speak(self._sentences[index])
            except KioskError as error:
                with self._lock:
                    outcome.failed.append(str(error))
                continue
            is_right = self._is_right(index, clip)
            with self._lock:
                outcome.longest_s = max(outcome.longest_s, time.monotonic() - started)
                outcome.right += is_right
                outcome.wrong += [] if is_right else [self._sentences[index]]

    def _end_worker(self, outcome: Outcome, hangs: float) -> None:
        process_id = self._engine.worker_process_id
        if process_id is None:
            return
        with suppress(ProcessLookupError):
            if self._chance.random() < hangs:
                os.kill(process_id, signal.SIGSTOP)
                outcome.hangs += 1
            else:
                os.kill(process_id, signal.SIGKILL)
                outcome.kills += 1

    def _speak(self, text: str) -> SpeechClip:
        return self._engine.synthesise(take_literally(text, "en"), self._voice)

    def _is_right(self, index: int, clip: SpeechClip) -> bool:
        text = self._sentences[index]
        words = [text[word.start : word.end].strip(".,!?") for word in clip.words]
        heard = measure_sound(clip)
        likeness = [max(compare(heard, one) for one in own) for own in self._references]
        is_itself = likeness[index] >= _LIKE and likeness[index] == max(likeness)
        return is_itself and words == [word.strip(".,!?") for word in text.split()]


def measure_sound(clip: SpeechClip) -> Picture:
    """Return how loud each of 16 bands of pitch is in each 20 ms, as it is felt."""
    with wave.open(io.BytesIO(clip.wav)) as sound:
        samples = np.frombuffer(sound.readframes(sound.getnframes()), "<i2").astype(np.float64)
        size = sound.getframerate() * _FRAME_MS // 1000
    frames = samples[: len(samples) // size * size].reshape(-1, size)
    strength = np.abs(np.fft.rfft(frames * np.hanning(size)))
    bands = np.array_split(strength[:, 2:162], _BANDS, axis=1)
    picture: Picture = np.log1p(np.stack([band.mean(axis=1) for band in bands], axis=1))
    return picture


def compare(one: Picture, other: Picture) -> float:
    """Return how alike two sounds are, up to 1; 0 for sounds of another length, or one that does not end in a pause."""
    if abs(len(one) - len(other)) > _LENGTH_FRAMES or one[-2:].max() > _PAUSE:
        return 0.0
    return float(np.corrcoef(_stretch(one).ravel(), _stretch(other).ravel())[0, 1])


def _stretch(picture: Picture) -> Picture:
    """Return a picture of 100 columns, without what all sounds have in common."""
    at = np.linspace(0, len(picture) - 1, 100)
    columns = [np.interp(at, np.arange(len(picture)), band) for band in picture.T]
    return np.stack([column - column.mean() for column in columns])
