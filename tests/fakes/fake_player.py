"""A player with no sound and a clock of its own, which can be told to fail."""

from __future__ import annotations

import io
import wave
from pathlib import Path

import soundfile

from kiosk.model.errors import KioskError
from kiosk.narration.sound import FASTEST_RATE, SLOWEST_RATE, PlayerListener, check_sound_file, is_sound
from tests.fakes.fake_ticker import VirtualClock

DEFAULT_DURATION_MS = 4_000


class FakePlayer:
    """A :class:`kiosk.narration.sound.Player` that moves with a :class:`VirtualClock`.

    Attributes:
        has_output: What the player says of the sound device.
        opened: Everything that was ever opened, in order.
        fail_at_ms: Position at which the sound fails, None for never.
        faded_ms: How long the sound that was stopped last took to be gone.
        stands_still: True for a player that says it plays and does not move.
    """

    def __init__(self, clock: VirtualClock, duration_ms: int = DEFAULT_DURATION_MS) -> None:
        self.has_output = True
        self.opened: list[Path | bytes] = []
        self.fail_at_ms: int | None = None
        self.stands_still = False
        self.warmed_up = 0
        self.volume = 1.0
        self.faded_ms = 0
        self.sounds_at_once = 0
        self._file_duration_ms = duration_ms
        self._duration_ms = 0
        self._listener: PlayerListener | None = None
        self._is_playing = False
        self._position_ms = 0.0
        self._rate = 1.0
        clock.add(self._advance)

    def open(self, source: Path | bytes, listener: PlayerListener) -> None:
        self.stop()
        if isinstance(source, Path):
            check_sound_file(source)
            self._duration_ms = self._file_duration_ms
        else:
            assert is_sound(source[:12])
            self._duration_ms = _measure(source)
        self.opened.append(source)
        self._listener = listener

    def play(self) -> None:
        if self._position_ms >= self._duration_ms:
            self._position_ms = 0.0
        self._is_playing = self._listener is not None

    def pause(self) -> None:
        self._is_playing = False

    def stop(self, fade_ms: int = 0) -> None:
        self.faded_ms = fade_ms if self._is_playing else 0
        self._listener, self._is_playing, self._position_ms, self._duration_ms = None, False, 0.0, 0

    def seek_ms(self, position_ms: int) -> None:
        if self._listener is None:
            return
        self._position_ms = max(0, min(position_ms, self._duration_ms))

    def set_rate(self, rate: float) -> None:
        self._rate = min(FASTEST_RATE, max(SLOWEST_RATE, rate))

    def set_volume(self, volume: float) -> None:
        self.volume = volume

    def warm_up(self) -> None:
        self.warmed_up += 1

    @property
    def position_ms(self) -> int:
        return round(self._position_ms)

    @property
    def duration_ms(self) -> int:
        return self._duration_ms

    @property
    def is_playing(self) -> bool:
        return self._is_playing

    @property
    def is_under_way(self) -> bool:
        return self._is_playing

    def lose_output(self) -> None:
        """Pull the headphones out."""
        if self._is_playing and self._listener:
            self._is_playing = False
            self._listener.sound_output_lost()

    def regain_output(self) -> None:
        """Put the headphones in again."""
        if self._listener:
            self._listener.sound_output_back()

    def _advance(self, by_ms: int) -> None:
        if not self._is_playing or self.stands_still or self._listener is None:
            return
        self._position_ms = min(self._duration_ms, self._position_ms + by_ms * self._rate)
        if self.fail_at_ms is not None and self._position_ms >= self.fail_at_ms:
            self._fail(self._listener)
        elif self._position_ms >= self._duration_ms:
            self._is_playing = False
            self._listener.sound_ended()

    def _fail(self, listener: PlayerListener) -> None:
        self.fail_at_ms = None
        self.stop()
        listener.sound_failed(KioskError("The sound cannot be played", code="narration.unplayable"))


def _measure(data: bytes) -> int:
    if data.startswith(b"OggS"):
        return round(float(soundfile.info(io.BytesIO(data)).duration) * 1_000)
    with wave.open(io.BytesIO(data)) as sound:
        frames: int = sound.getnframes()
        return round(frames * 1000 / int(sound.getframerate()))
