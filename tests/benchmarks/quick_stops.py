"""Two stops recognised one right after the other, again and again: what was heard, and which words were shown.

The narrator and the asides are the real ones, on real players. Each stop has a tone of its own pitch and a text of its
own words, so that decoded sound and shown words tell which stop they belong to.
"""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from kiosk.model.content import Depth, Recording, VoiceKind
from kiosk.narration.asides import Asides
from kiosk.narration.choose import Narration, NarrationKind
from kiosk.narration.cues import Cue
from kiosk.narration.listening import NarrationListener
from kiosk.narration.narrator import Narrator
from kiosk.narration.player import QtPlayer
from kiosk.narration.qt_ticker import QtTicker
from kiosk.narration.sound import SoundBlock
from kiosk.screens.background import QtBackground
from kiosk.speech.ranked_speech import RankedSpeech
from tests.fakes.qt_loop import spin, spin_until
from tests.fakes.tones import write_tone

STOPS = {"low": 300, "high": 2_400}
TONE_MS = 2_000
MOST_APART_MS = 260
LISTEN_MS = 25
LATE_MS = 60
"""A block that was decoded before the second stop was opened may still be handed out by the event loop so much later."""


@dataclass
class Outcome:
    """What went wrong in so many rounds; all lists are empty when nothing did."""

    rounds: int = 0
    two_sounds: list[str] = field(default_factory=list)
    wrong_words: list[str] = field(default_factory=list)
    unheard: list[str] = field(default_factory=list)
    to_second_ms: list[float] = field(default_factory=list)


class _Listener(NarrationListener):
    """Takes down which stop the captions belong to."""

    def __init__(self) -> None:
        self.wanted = ""
        self.wrong: list[str] = []

    def narration_told(self, narration: Narration) -> None:
        self._check(narration.text)

    def narration_cues(self, cues: tuple[Cue, ...]) -> None:
        self._check(" ".join(cue.text for cue in cues))

    def _check(self, words: str) -> None:
        if self.wanted and self.wanted not in words:
            self.wrong.append(f"{self.wanted}: {words[:40]}")


class QuickStops:
    """A context of two stops; close it."""

    def __init__(self, folder: Path, seed: int = 5) -> None:
        self._chance = random.Random(seed)
        self._files = {
            name: write_tone(folder / f"{name}.opus", TONE_MS, hertz) for name, hertz in STOPS.items()
        }
        self._heard: list[tuple[float, str]] = []
        self._ticked: list[float] = []
        self._player, self._short = QtPlayer(self._hear), QtPlayer(self._hear_tick)
        self._background, self._speech = QtBackground(), RankedSpeech([])
        self._narrator = Narrator(
            self._player, self._speech, self._background, QtTicker(), self._files.get, lambda _: None
        )
        self._asides = Asides(self._narrator, self._speech, self._background, self._short)
        self._words = _Listener()
        self._narrator.add_listener(self._words)
        self._player.warm_up()
        self._asides.warm_up()
        spin(300)

    def close(self) -> None:
        """Fall silent."""
        self._asides.close()
        self._narrator.close()
        self._background.close()
        self._player.close()
        self._short.close()
        self._speech.close()

    def play(self, rounds: int) -> Outcome:
        """Open the one stop, and the other within a quarter of a second, so many times."""
        outcome = Outcome()
        for number in range(rounds):
            names = ["low", "high"] if number % 2 else ["high", "low"]
            self._play_round(names, self._chance.uniform(0, MOST_APART_MS), outcome)
            outcome.rounds += 1
        outcome.wrong_words += self._words.wrong
        return outcome

    def _play_round(self, names: list[str], apart_ms: float, outcome: Outcome) -> None:
        first, second = names
        self._heard.clear()
        self._recognise(first)
        spin(round(apart_ms))
        asked_s = time.perf_counter()
        self._recognise(second)
        try:
            spin_until(lambda: any(pitch == second for _, pitch in self._heard), 3)
        except AssertionError:
            outcome.unheard.append(second)
            return
        begun_s = next(at for at, pitch in self._heard if pitch == second)
        spin(LISTEN_MS)
        outcome.to_second_ms.append((begun_s - asked_s) * 1000)
        self._judge(first, second, asked_s, outcome)

    def _recognise(self, name: str) -> None:
        self._words.wanted = ""
        self._asides.tick()
        self._words.wanted = name
        self._narrator.tell(make_story(name), after_ms=self._asides.tick_left_ms)

    def _judge(self, first: str, second: str, asked_s: float, outcome: Outcome) -> None:
        pitches = [pitch for _, pitch in self._heard if pitch]
        if any(before == second and after == first for before, after in pairwise(pitches)):
            outcome.two_sounds.append(f"{first} after {second} had begun")
        if any(pitch == first and (at - asked_s) * 1000 > LATE_MS for at, pitch in self._heard):
            outcome.two_sounds.append(f"{first} long after {second} was opened")
        if self._short.is_playing and self._player.is_playing:
            outcome.two_sounds.append("a tick over a story")
        told = self._narrator.narration
        shown = " ".join(cue.text for cue in self._narrator.cues)
        if told is None or told.stop_id != second or second not in shown or first in shown:
            outcome.wrong_words.append(f"{second}: {shown[:40]}")

    def _hear(self, block: SoundBlock) -> None:
        self._heard.append((time.perf_counter(), find_pitch(block)))

    def _hear_tick(self, _block: SoundBlock) -> None:
        self._ticked.append(time.perf_counter())


def make_story(name: str) -> Narration:
    """Return the story of a stop: a recording of its tone, with its name in its words."""
    text = f"This is the {name} tower. It is {name} indeed. So much for what is {name}."
    recording = Recording(name, "audio/ogg", "en", Depth.STORY, TONE_MS, VoiceKind.PERSON, "", "")
    return Narration(NarrationKind.RECORDING, name, "en", "en", Depth.STORY, text, recording)


def find_pitch(block: SoundBlock) -> str:
    """Return the stop whose tone a block holds, by its zero crossings; "" for near silence or too short a block."""
    samples = memoryview(block.samples).cast("h")
    if len(samples) < 400 or max(samples) < 2_000:
        return ""
    crossings = sum(one < 0 <= two for one, two in pairwise(samples))
    return "high" if crossings * block.rate_hz / len(samples) > 1_000 else "low"
