"""The small mill with a story that somebody recorded: eSpeak NG, quicker and with another throat than the program's."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import soundfile

from kiosk.packs.sound.resampling import Samples
from kiosk.speech.sentences import split_sentences
from kiosk.speech.speech import Speech
from tests.authoring.faulty_sources import write

STORY = (
    "The wheel has turned since 1742. A narrow channel brings the water from the river, and it falls on the blades."
    " Two stones lie above. The lower one never moves, the upper one turns once in a second. Flour runs out between them."
)
OTHER = (
    "My grandmother kept bees behind the church, in boxes painted yellow and blue. Every August we carried honey home."
    " She sang to them, and said that they knew her voice. Nobody in our village was ever stung but the priest."
)
VOICES = '[voice.en]\ncredit = "Read by Ada"\nkind = "person"\n'
SOUND = "recordings/wheel.story.en.wav"
RATE = 1.15
# The file claims this many samples a second more than it has: the speaker is smaller and quicker.
HIGHER = 1.1
PAUSE_S = 0.4


def speak(speech: Speech, text: str, language: str = "en") -> tuple[Samples, int]:
    """Return a text as another speaker tells it, with pauses, and its sample rate."""
    parts: list[Samples] = []
    for start, end in split_sentences(text):
        clip = speech.synthesise(text[start:end], language, RATE)
        samples, rate_hz = soundfile.read(io.BytesIO(clip.wav), dtype="float64")
        places = np.arange(0, len(samples) - 1, HIGHER)
        parts += [np.interp(places, np.arange(len(samples)), samples), np.zeros(round(PAUSE_S * rate_hz))]
    return np.concatenate(parts), rate_hz


def record(folder: Path, sound: Samples, rate_hz: int, text: str = STORY) -> Path:
    """Put a recording of the wheel's story, and the story's text, into a source; return the recording."""
    write(folder, "recordings/recordings.toml", VOICES)
    write(
        folder, "stops/wheel/en.toml", f'title = "The water wheel"\nglance = "It turns."\nstory = "{text}"\n'
    )
    path = folder / SOUND
    soundfile.write(str(path), sound, rate_hz)
    return path
