"""The player of the app: QMediaPlayer, always with a QAudioOutput, or its end would never be told.

Everything here lives on the interface thread.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Q_ARG, QMetaObject, QObject, Qt, QTimer, QUrl, Slot
from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer

from kiosk.model.errors import KioskError
from kiosk.narration.decoder_log import quieten_decoders
from kiosk.narration.fade import Fade
from kiosk.narration.felt_loudness import find_gain
from kiosk.narration.media_clock import MediaClock
from kiosk.narration.qt_tap import TAP_RATE_HZ, QtTap
from kiosk.narration.qt_ticker import QtTicker
from kiosk.narration.settled_signals import settle_overrides
from kiosk.narration.small_sound import SmallSound
from kiosk.narration.sound import FASTEST_RATE, SLOWEST_RATE, PlayerListener, SoundTap, check_sound_file
from kiosk.narration.unplugged import Unplugged
from kiosk.speech.silence import make_silence

_DIRECTLY = Qt.ConnectionType.DirectConnection
WARM_UP_MS = 80
# The player tells its position every 50 to 100 ms; between two tellings we count on, but never further than this.
_COUNT_ON_LIMIT_MS = 150
_UNHEARD_LIMIT_MS = 2_500  # PulseAudio's dummy takes two seconds of sound at once
# From the very end Qt would neither play nor tell that it is the end.
_LAST_MOMENT_MS = 20
# What has been decoded is not yet heard: it waits in buffers. Measured against a recording of a sound
# server's own output (docs/explanation/narration.md): time of the clock, not of the media; at other speeds
# the stretching that keeps the pitch has a buffer of its own.
_LEAD_AT_NORMAL_RATE_MS = 30
_LEAD_AT_OTHER_RATES_MS = 130
# What PulseAudio and PipeWire offer where there is no device: nobody hears it, and its time goes by in leaps.
_DUMMIES = frozenset({b"auto_null"})


class QtPlayer(QObject):
    """A :class:`~kiosk.narration.sound.Player` on Qt Multimedia's FFmpeg back end."""

    def __init__(self, tap: SoundTap | None = None) -> None:
        """Make the player; there should be one for stories, and one for what is heard beside them.

        Args:
            tap: Is handed every block of sound that is played, for a rehearsal that writes what was heard.
        """
        super().__init__()
        # Nothing but local files is ever opened, whatever a container refers to.
        os.environ.setdefault("QT_FFMPEG_PROTOCOL_WHITELIST", "file")
        # First, because Python lets go of attributes in this order, and the tap must not outlive its player.
        self._tap = QtTap(tap) if tap else None
        self._player = QMediaPlayer()
        quieten_decoders()
        self._output = QAudioOutput()
        self._devices = QMediaDevices()
        self._listener: PlayerListener | None = None
        self._small = SmallSound()
        self._unplugged = Unplugged()
        self._is_warming = False
        self._has_failed = False
        self._wants_to_play = False
        self._seek_when_loaded_ms = 0
        self._clock = MediaClock()
        self._volume = 1.0
        self._fade = Fade(QtTicker(), self._set_loudness, self._forget)
        for signal in (
            self._player.positionChanged,
            self._output.volumeChanged,
            self._devices.audioOutputsChanged,
        ):
            settle_overrides(signal)
        self._connect()

    def open(self, source: Path | bytes, listener: PlayerListener) -> None:
        """Take another sound; see :class:`~kiosk.narration.sound.Player`."""
        self._forget()
        # A file, not a QBuffer: Qt's demuxer thread would call a Python-owned device, and wait for Python.
        path = source if isinstance(source, Path) else self._small.write(source)
        check_sound_file(path)
        self._listener = listener
        self._set_source(QUrl.fromLocalFile(str(path.absolute())))

    def play(self) -> None:
        """Play from where it stands; after the end, from the beginning."""
        if self.is_playing:
            return
        if self._player.mediaStatus() is QMediaPlayer.MediaStatus.EndOfMedia:
            self.seek_ms(0)
        self._clock.count_from(self._clock.told_ms)
        self._wants_to_play = self._listener is not None
        self._unplugged.forget()
        self._output.setMuted(False)
        self._player.play()

    def pause(self) -> None:
        """Stand still at what is heard now, silent at once."""
        stood_ms = self.position_ms
        is_heard = self.is_playing and self._player.mediaStatus() is QMediaPlayer.MediaStatus.BufferedMedia
        self._wants_to_play = False
        # A sound server plays what it has been given already, a tenth of a second: it is muted, and played the next time.
        self._output.setMuted(True)
        self._player.pause()
        if is_heard:
            self._player.setPosition(stood_ms)
        self._clock.count_from(stood_ms)

    def stop(self, fade_ms: int = 0) -> None:
        """Let go of the sound; see :class:`~kiosk.narration.sound.Player`."""
        if fade_ms and self.is_playing and not self._is_warming:
            self._listener = None
            self._wants_to_play = False
            self._clock.count_from(0)
            self._fade.begin(fade_ms)
        elif not (fade_ms and self._fade.is_under_way):
            self._forget()

    def seek_ms(self, position_ms: int) -> None:
        """Go to a position, clamped to the sound."""
        if self._listener is None:
            return
        limit_ms = self._player.duration() - _LAST_MOMENT_MS if self._player.duration() else position_ms
        target = max(0, min(position_ms, limit_ms))
        if self._player.mediaStatus() is QMediaPlayer.MediaStatus.LoadingMedia:
            self._seek_when_loaded_ms = target  # Qt would forget it
        else:
            self._player.setPosition(target)
        self._clock.seek(target)

    def set_rate(self, rate: float) -> None:
        """Set the speed, clamped to 0.75-2; the pitch stays."""
        self._clock.count_from(self.position_ms)
        self._player.setPlaybackRate(min(FASTEST_RATE, max(SLOWEST_RATE, rate)))

    def set_volume(self, volume: float) -> None:
        """Set the loudness as it is felt, 0 to 1."""
        self._volume = min(1.0, max(0.0, volume))
        if not self._fade.is_under_way:
            self._set_loudness()

    @property
    def position_ms(self) -> int:
        """Return the media time that is heard now, in milliseconds."""
        if self._fade.is_under_way:
            return 0
        if self._player.mediaStatus() is QMediaPlayer.MediaStatus.EndOfMedia:
            return self._clock.cut_at_ms or self._player.duration()
        if not self.is_playing:
            return self._clock.told_ms
        if self._player.mediaStatus() is not QMediaPlayer.MediaStatus.BufferedMedia:
            return self._clock.told_ms  # still loading: nothing moves yet
        limit_ms = _COUNT_ON_LIMIT_MS if self.has_output else _UNHEARD_LIMIT_MS
        return self._clock.find_position_ms(self._player.playbackRate(), limit_ms, self._lead_ms())

    @property
    def duration_ms(self) -> int:
        """Return the length in milliseconds; 0 until it is known."""
        return 0 if self._fade.is_under_way else self._player.duration()

    @property
    def is_playing(self) -> bool:
        """Tell whether the position is moving, or about to."""
        return self._wants_to_play

    @property
    def is_under_way(self) -> bool:
        """Tell whether it plays by itself: until then Qt loads it with this thread's help."""
        return self.is_playing and self._player.mediaStatus() is QMediaPlayer.MediaStatus.BufferedMedia

    @property
    def keeps_pitch(self) -> bool:
        """Tell whether other speeds keep the voice's pitch."""
        return self._player.pitchCompensation()

    @property
    def has_output(self) -> bool:
        """Tell whether there is a device to be heard through."""
        device = self._output.device()
        return not device.isNull() and bytes(device.id().data()) not in _DUMMIES

    def warm_up(self) -> None:
        """Load decoders and threads by playing 80 ms of silence: the first sound then starts three times sooner."""
        self._forget()
        with suppress(KioskError):  # whoever opens a sound is told
            path = self._small.write(make_silence(WARM_UP_MS, TAP_RATE_HZ))
            self._set_warming(True)
            self._set_source(QUrl.fromLocalFile(str(path)))
            self._player.play()

    def close(self) -> None:
        """Let go of the sound, the device and every thread. May be called twice."""
        self._forget()
        for one in (self._player, self._output, self._devices):
            one.disconnect(self)
        self._player.setAudioBufferOutput(None)  # type: ignore[arg-type]  # the stub forgets that None is allowed
        self._player.setAudioOutput(None)  # type: ignore[arg-type]  # likewise
        if self._tap is not None:
            self._tap.close()
        self._small.close()

    def _connect(self) -> None:
        self._player.setAudioOutput(self._output)
        self._player.setPitchCompensation(True)
        self._player.positionChanged.connect(self._on_position)
        self._player.mediaStatusChanged.connect(self._on_status)
        self._player.errorOccurred.connect(self._on_error)
        self._devices.audioOutputsChanged.connect(self._on_outputs_changed)
        if self._tap is not None:
            self._tap.attach(self._player)

    def _set_loudness(self, share: float = 1.0) -> None:
        self._output.setVolume(find_gain(self._volume * share))

    def _forget(self) -> None:
        self._fade.cancel()
        self._listener = None
        self._set_warming(False)
        self._has_failed = False
        self._wants_to_play = False
        self._unplugged.forget()
        self._seek_when_loaded_ms = 0
        QMetaObject.invokeMethod(self._player, "stop", _DIRECTLY)
        self._set_source(QUrl())
        self._clock.count_from(0)
        self._output.setMuted(False)
        self._set_loudness()

    def _set_warming(self, is_warming: bool) -> None:
        self._is_warming = is_warming
        if self._tap is not None:
            self._tap.is_deaf = is_warming

    def _set_source(self, source: QUrl) -> None:
        # Through Qt's own call, as stop() above, because that lets Python go on meanwhile: both wait for Qt's
        # sound threads, and one of these may be waiting to hand a warning to our message handler.
        QMetaObject.invokeMethod(self._player, "setSource", _DIRECTLY, Q_ARG(QUrl, source))

    def _lead_ms(self) -> float:
        if not self.has_output:
            return 0
        rate = self._player.playbackRate()
        return rate * (_LEAD_AT_NORMAL_RATE_MS if rate == 1.0 else _LEAD_AT_OTHER_RATES_MS)

    @Slot("qlonglong")
    def _on_position(self, position_ms: int) -> None:
        if self.is_playing:  # else it is where it was put
            self._clock.take(position_ms, self._player.duration(), self._player.playbackRate())

    @Slot(QMediaPlayer.MediaStatus)
    def _on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        if status is QMediaPlayer.MediaStatus.EndOfMedia:
            self._wants_to_play = False
            if self._is_warming:
                self._forget()
            elif self._listener is not None:
                self._listener.sound_ended()
        elif status is QMediaPlayer.MediaStatus.LoadedMedia and self._seek_when_loaded_ms:
            self._player.setPosition(self._seek_when_loaded_ms)
            self._seek_when_loaded_ms = 0
        elif status is QMediaPlayer.MediaStatus.BufferedMedia:
            self._clock.begin()
        elif status is QMediaPlayer.MediaStatus.InvalidMedia:
            self._fail(self._player.errorString())

    @Slot(QMediaPlayer.Error, str)
    def _on_error(self, error: QMediaPlayer.Error, words: str) -> None:
        if error is not QMediaPlayer.Error.NoError:
            self._fail(words)

    def _fail(self, words: str) -> None:
        if self._has_failed:
            return  # Qt tells twice: as an error and as a status
        self._has_failed = True
        error = KioskError(
            "The sound cannot be played",
            code="narration.unplayable",
            thing=self._player.source().fileName(),
            found=words or "damaged sound",
            remedy="install the pack again",
        )
        listener = self._listener
        # Later, because whoever is told opens another sound, and this call of Qt's must return first.
        QTimer.singleShot(0, self, lambda: self._tell_failed(listener, error))

    def _tell_failed(self, listener: PlayerListener | None, error: KioskError) -> None:
        if listener is not None and listener is self._listener:
            self._forget()
            listener.sound_failed(error)

    @Slot()
    def _on_outputs_changed(self) -> None:
        there = {bytes(device.id().data()) for device in QMediaDevices.audioOutputs()} - _DUMMIES
        mine = bytes(self._output.device().id().data())
        is_lost = mine not in {b"", *_DUMMIES, *there} and self.is_playing
        if is_lost:
            self.pause()  # first of all: the system has moved the sound to a loudspeaker already
        # What was plugged in last is what the visitor wants to hear with: the system made it the default.
        best = QMediaDevices.defaultAudioOutput()
        if best != self._output.device():
            self._output.setDevice(best)
        self._tell_of_output(is_lost, there)

    def _tell_of_output(self, is_lost: bool, there: set[bytes]) -> None:
        if self._listener is None:
            return
        if is_lost:
            self._unplugged.lose(there)
            self._listener.sound_output_lost()
        elif self._unplugged.is_back(there):
            self._listener.sound_output_back()
