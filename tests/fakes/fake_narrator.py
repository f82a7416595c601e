"""A narrator with no sound: its time is moved by the test, its words are spread evenly over the text."""

from __future__ import annotations

import re
from functools import lru_cache

from kiosk.narration.choose import Narration
from kiosk.narration.cues import Cue, CueTrack, Word
from kiosk.narration.listening import EndReason, NarrationListener, NarrationState
from kiosk.narration.one_sound import OneSound
from kiosk.narration.performance import BEGINNING, Place

SIGN_MS = 70


class FakeNarrator:
    """``advance`` lets the voice go on; everything else does as the real one."""

    def __init__(self) -> None:
        self.state = NarrationState.IDLE
        self.position_ms = 0
        self.duration_ms = 0
        self.rate = 1.0
        self.volume = 1.0
        self.one_sound = OneSound()
        self.waited_ms = 0
        self.is_held_up = False
        self.cues: tuple[Cue, ...] = ()
        self.told: list[Narration] = []
        self.listeners: list[NarrationListener] = []

    def add_listener(self, listener: NarrationListener) -> None:
        self.listeners.append(listener)

    def remove_listener(self, listener: NarrationListener) -> None:
        self.listeners.remove(listener)

    @property
    def is_under_way(self) -> bool:
        return self.state is NarrationState.PLAYING and not self.is_held_up

    @property
    def place(self) -> Place:
        cue = CueTrack(self.cues).find_cue(self.position_ms)
        return Place(self.position_ms, self.cues[cue].start if cue >= 0 else 0)

    def tell(self, narration: Narration, *, after_ms: int = 0, start: Place = BEGINNING) -> None:
        self._end(EndReason.REPLACED)
        self.waited_ms = after_ms
        self.told.append(narration)
        self.cues = make_cues(narration.text)
        self.duration_ms = len(narration.text) * SIGN_MS
        self.position_ms = start.ms
        for listener in self.listeners:
            listener.narration_told(narration)
            listener.narration_cues(self.cues)
        self._set_state(NarrationState.PLAYING)
        self._show()

    def advance(self, ms: int) -> None:
        """Let the voice go on by ``ms`` of the narration."""
        if self.state is not NarrationState.PLAYING:
            return
        self.position_ms = min(self.duration_ms, self.position_ms + ms)
        self._show()
        if self.position_ms == self.duration_ms:
            self._end(EndReason.FINISHED)
            self._set_state(NarrationState.ENDED)

    def pause(self) -> None:
        self._set_state(NarrationState.PAUSED)

    def resume(self) -> None:
        if self.state is NarrationState.ENDED:
            self.position_ms = 0
        self._set_state(NarrationState.PLAYING)

    def fall_silent(self) -> None:
        if self.state is NarrationState.PLAYING:
            self.pause()

    def stop(self) -> None:
        self._end(EndReason.STOPPED)
        self.position_ms = 0
        self.cues = ()
        self._set_state(NarrationState.IDLE)

    def back(self, ms: int) -> None:
        self.seek_ms(self.position_ms - ms)

    def seek_ms(self, position_ms: int) -> None:
        self.position_ms = max(0, min(position_ms, self.duration_ms))
        self._show()

    def forward(self, ms: int) -> None:
        self.seek_ms(self.position_ms + ms)

    def set_rate(self, rate: float) -> None:
        self.rate = rate

    def set_volume(self, volume: float) -> None:
        self.volume = volume

    def _end(self, reason: EndReason) -> None:
        if self.state in (NarrationState.PLAYING, NarrationState.PAUSED):
            for listener in self.listeners:
                listener.narration_ended(reason, self.position_ms)

    def _set_state(self, state: NarrationState) -> None:
        if state is not self.state:
            self.state = state
            if state is NarrationState.PLAYING:
                self.one_sound.take(self)
            for listener in self.listeners:
                listener.narration_state(state)

    def _show(self) -> None:
        caption = CueTrack(self.cues).find_word(self.position_ms)
        for listener in self.listeners:
            listener.narration_moved(self.position_ms, self.duration_ms)
            listener.narration_caption(*caption)


@lru_cache(maxsize=8)
def make_cues(text: str) -> tuple[Cue, ...]:
    """Return one cue a sentence, with each word's place in the whole text."""
    cues = []
    for sentence in re.finditer(r"[^.।؟?\n]+[.।؟?]?", text):
        if not sentence.group().strip():
            continue
        words = tuple(
            Word(
                (sentence.start() + word.start()) * SIGN_MS,
                (sentence.start() + word.end() + 1) * SIGN_MS,
                sentence.start() + word.start(),
                sentence.start() + word.end(),
            )
            for word in re.finditer(r"\S+", sentence.group())
        )
        cues.append(
            Cue(
                sentence.start() * SIGN_MS,
                sentence.end() * SIGN_MS,
                sentence.group().strip(),
                words[0].start,
                words[-1].end,
                words,
            )
        )
    return tuple(cues)
