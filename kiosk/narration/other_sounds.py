"""Plays the sounds of a stop that are no speech: one at a time, and never beside a story."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from kiosk.model.errors import KioskError
from kiosk.narration.one_sound import OneSound
from kiosk.narration.sound import Player

FADE_MS = 200
LOOPS_FOR_MS = 300_000
"""A sound without an end stops by itself after so long: by then whoever started it has mostly gone."""


class Stories(Protocol):
    """What these sounds ask of the narrator."""

    @property
    def one_sound(self) -> OneSound:
        """Return who is heard in the app."""
        ...

    @property
    def volume(self) -> float:
        """Return the loudness that the visitor wishes, 0 to 1."""
        ...


class SoundListener(Protocol):
    """Whoever started a sound is told when it is heard no more."""

    def sound_stood_still(self) -> None:
        """Something else is heard instead: it can go on from there."""
        ...

    def sound_unplugged(self) -> None:
        """It stands still because the headphones are out: nobody around must listen."""
        ...

    def sound_plugged_in(self) -> None:
        """The headphones are in again; it stands still as before."""
        ...

    def sound_went_on(self) -> None:
        """It is heard again after something short that was heard instead."""
        ...

    def sound_over(self) -> None:
        """It has come to its end."""
        ...

    def sound_unplayable(self, error: KioskError) -> None:
        """It cannot be decoded, or no further; nothing follows."""
        ...


class OtherSounds:
    """A player of its own, since the narrator's holds the place of a story that stands still. Interface thread only."""

    def __init__(self, stories: Stories, player: Player) -> None:
        self._stories = stories
        self._player = player
        self._listener: SoundListener | None = None
        self._loops = False
        self._rounds_ms = 0
        self._is_cut = False

    @property
    def position_ms(self) -> int:
        """Return how far it is within the sound; 0 where there is none."""
        return self._player.position_ms if self._listener else 0

    @property
    def is_playing(self) -> bool:
        """Tell whether a sound is heard now."""
        return self._listener is not None and self._player.is_playing

    @property
    def has_output(self) -> bool:
        """Tell whether there is a device to be heard through."""
        return self._player.has_output

    def open(self, source: Path | bytes, listener: SoundListener, *, loops: bool = False) -> None:
        """Begin another sound (a file, or a small one's bytes); the one before is gone and its listener hears no more.

        Raises:
            KioskError: As :meth:`kiosk.narration.sound.Player.open`.
        """
        self._listener = None
        self._player.open(source, self)
        self._listener, self._loops, self._rounds_ms = listener, loops, 0
        self.resume()

    def pause(self) -> None:
        """Stand still."""
        self._is_cut = False
        self._player.pause()
        self._stories.one_sound.give_back(self)

    def resume(self) -> None:
        """Go on, or play it again after its end; whatever else is heard falls silent."""
        self._is_cut = False
        if self._listener is not None:
            self._stories.one_sound.take(self)
            self._player.set_volume(self._stories.volume)
            self._player.play()

    def stop(self) -> None:
        """Let go of the sound; it dies away."""
        self._listener, self._is_cut = None, False
        self._player.stop(
            FADE_MS
        )  # its place is its own until another takes it: nothing is heard beside its end

    def fall_silent(self) -> None:
        """Stand still at once: something else is heard."""
        if self._listener is None:
            self._player.stop()
            return
        was_heard = self.is_playing
        self._player.pause()
        if was_heard:
            self._is_cut = True
            self._listener.sound_stood_still()

    def go_on(self) -> None:
        """Go on where something else was heard for a moment; not where the visitor stopped it."""
        if self._is_cut and self._listener is not None:
            self.resume()
            self._listener.sound_went_on()

    def close(self) -> None:
        """Fall silent for good. The player is closed by its owner."""
        self._listener = None
        self._player.stop()
        self._stories.one_sound.give_back(self)

    # What the player tells.

    def sound_ended(self) -> None:
        """Begin again where it loops, else be over."""
        self._rounds_ms += self._player.duration_ms
        if self._loops and 0 < self._rounds_ms < LOOPS_FOR_MS:
            self._player.play()
            return
        self._rounds_ms = 0
        self._stories.one_sound.give_back(self)
        if self._listener is not None:
            self._listener.sound_over()

    def sound_failed(self, error: KioskError) -> None:
        """Pass it on."""
        listener, self._listener = self._listener, None
        self._stories.one_sound.give_back(self)
        if listener is not None:
            listener.sound_unplayable(error)

    def sound_output_lost(self) -> None:
        """Stand still: nobody around must listen."""
        self._stories.one_sound.give_back(self)
        if self._listener is not None:
            self._listener.sound_unplugged()

    def sound_output_back(self) -> None:
        """Pass it on."""
        if self._listener is not None:
            self._listener.sound_plugged_in()
