"""The guide's voice: player, speech engine and narrator joined; the player is loaded when it is first needed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.speech_care import SpeechCare
from kiosk.app.speech_engines import SpeechFitting, make_speech
from kiosk.model.errors import KioskError
from kiosk.narration.asides import Asides
from kiosk.narration.narrator import Narrator
from kiosk.narration.other_sounds import OtherSounds
from kiosk.packs.library import Library
from kiosk.screens.background import QtBackground

if TYPE_CHECKING:
    from kiosk.narration.player import QtPlayer
    from kiosk.narration.qt_ticker import QtTicker
    from kiosk.narration.sound import PlayerListener, SoundTap

# One for an engine that hangs, one for who waits for it, one for the timings of recordings.
THREADS = 3


class Voice:
    """The one voice of a guide.

    Attributes:
        narrator: Tells the stories.
        asides: The tick of recognition and single words, heard while no story is.
        sounds: The sounds of a stop that are no speech.
    """

    def __init__(
        self,
        library: Library,
        note_incident: Callable[[KioskError], None],
        *,
        volume: float = 1.0,
        tap: SoundTap | None = None,
        ticks: bool = True,
        speech: SpeechFitting | None = None,
        data_folder: Path | None = None,
    ) -> None:
        """Join the parts; nothing is loaded yet.

        Args:
            library: Where recordings are found.
            note_incident: Is given each thing that went wrong while telling.
            volume: The loudest it plays, 0 to 1.
            tap: Is given what is heard of the stories.
            ticks: Whether a recognised code ticks.
            speech: What the site wishes of live speech; None for what every device can have.
            data_folder: Where spoken sentences of packs are kept; None keeps none.
        """
        self._speech = make_speech(speech, data_folder)
        # Its own: an engine that hangs must not keep pages and pictures waiting.
        self._background = background = QtBackground(THREADS)
        self._player = LatePlayer(volume, tap)
        self.narrator = Narrator(
            self._player, self._speech, background, LateTicker(), library.media_path, library.media_bytes
        )
        self._care = SpeechCare(self._speech, background, note_incident)
        self.narrator.add_listener(self._care)
        self._short_player = LatePlayer(volume)
        self.asides = Asides(self.narrator, self._speech, background, self._short_player, ticks=ticks)
        self._sound_player = LatePlayer(volume)
        self.sounds = OtherSounds(self.narrator, self._sound_player)
        self._is_warm = False

    def can_speak(self, language: str) -> bool:
        """Tell at once whether a voice speaks a language; False until :meth:`warm_up` has found the voices."""
        if self._is_warm:
            self._care.ask_voices()
        return self._speech.can_speak(language)

    def warm_up(self) -> None:
        """Load the player and find the voices, at the first touch. Further calls do nothing."""
        if not self._is_warm:
            self._is_warm = True
            self.narrator.warm_up()
            self.asides.warm_up()

    def prepare(self, language: str) -> None:
        """Make live speech in a visitor's language ready; does nothing the second time, and where no voice speaks it."""
        self._care.prepare(language)

    def forget_visit(self) -> None:
        """Leave nothing on the disk that tells in which order the visit that has ended heard its stories."""
        self._care.forget_order()

    def close(self) -> None:
        """Fall silent; no player, process or timer is left."""
        self.narrator.remove_listener(self._care)
        self.asides.close()
        self.sounds.close()
        self.narrator.close()
        self._short_player.close()
        self._sound_player.close()
        self._player.close()
        self._background.close()  # nothing begins to speak any more
        self._speech.close()


class LatePlayer:
    """A :class:`~kiosk.narration.sound.Player` that loads Qt's multimedia at its first use.

    Loading takes some 45 ms and 10 MB, which the attract page has no use for.
    """

    def __init__(self, cap: float = 1.0, tap: SoundTap | None = None) -> None:
        """Take the loudest it may play, 0 to 1, and who listens."""
        self._cap = cap
        self._volume = 1.0
        self._tap = tap
        self._rate = 1.0
        self._loaded: QtPlayer | None = None

    def open(self, source: Path | bytes, listener: PlayerListener) -> None:
        """See Player."""
        self._get().open(source, listener)

    def play(self) -> None:
        """See Player."""
        self._get().play()

    def pause(self) -> None:
        """See Player."""
        if self._loaded is not None:
            self._loaded.pause()

    def stop(self, fade_ms: int = 0) -> None:
        """See Player."""
        if self._loaded is not None:
            self._loaded.stop(fade_ms)

    def seek_ms(self, position_ms: int) -> None:
        """See Player."""
        self._get().seek_ms(position_ms)

    def set_rate(self, rate: float) -> None:
        """See Player."""
        self._rate = rate
        if self._loaded is not None:
            self._loaded.set_rate(rate)

    def set_volume(self, volume: float) -> None:
        """Set the loudness, 0 to 1 of what the site allows."""
        self._volume = volume
        if self._loaded is not None:
            self._loaded.set_volume(volume * self._cap)

    def warm_up(self) -> None:
        """Load the decoders."""
        self._get().warm_up()

    def close(self) -> None:
        """Let go of the player, if there is one."""
        if self._loaded is not None:
            self._loaded.close()
            self._loaded = None

    @property
    def position_ms(self) -> int:
        """See Player."""
        return self._get().position_ms

    @property
    def duration_ms(self) -> int:
        """See Player."""
        return self._get().duration_ms

    @property
    def is_playing(self) -> bool:
        """See Player."""
        return self._loaded is not None and self._loaded.is_playing

    @property
    def is_under_way(self) -> bool:
        """See Player."""
        return self._loaded is not None and self._loaded.is_under_way

    @property
    def has_output(self) -> bool:
        """See Player."""
        return self._get().has_output

    def _get(self) -> QtPlayer:
        if self._loaded is None:
            from kiosk.narration.player import QtPlayer

            self._loaded = QtPlayer(self._tap)
            self._loaded.set_volume(self._volume * self._cap)
            self._loaded.set_rate(self._rate)
        return self._loaded


class LateTicker:
    """A :class:`~kiosk.narration.sound.Ticker` that is made at its first use, for the same reason."""

    def __init__(self) -> None:
        self._loaded: QtTicker | None = None

    def start(self, interval_ms: int, on_tick: Callable[[], None]) -> None:
        """See Ticker."""
        self._get().start(interval_ms, on_tick)

    def stop(self) -> None:
        """See Ticker."""
        if self._loaded is not None:
            self._loaded.stop()

    def now_ms(self) -> int:
        """See Ticker."""
        return self._get().now_ms()

    def _get(self) -> QtTicker:
        if self._loaded is None:
            from kiosk.narration.qt_ticker import QtTicker

            self._loaded = QtTicker()
        return self._loaded
