"""Plays one film: Qt's player with a sink that is looked into, since Qt's video item draws nothing in the software renderer.

Made when a film's page opens and gone when it closes: Qt Multimedia is not on the way to the first frame. Everything
lives on the interface thread; no Python runs in Qt's own threads (docs/adr/0021-no-python-in-qts-sound-threads.md).
"""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import Q_ARG, QMetaObject, QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoSink

from kiosk.narration.decoder_log import quieten_decoders
from kiosk.narration.felt_loudness import find_gain
from kiosk.narration.settled_signals import settle_overrides

_DIRECTLY = Qt.ConnectionType.DirectConnection
_LAST_MOMENT_MS = 40
_SLOWEST, _FASTEST = 0.25, 4.0


class FilmPlayer(QObject):
    """One film, from its opening to :meth:`close`."""

    ended = Signal()
    failed = Signal()
    """It cannot be decoded, or no further."""

    def __init__(self, path: Path, volume: float | None = 1.0) -> None:
        """Open a film; it stands at its beginning.

        Args:
            path: An MP4 or a WebM.
            volume: The loudness as it is felt, 0 to 1; None for a film whose sound is not even decoded.
        """
        super().__init__()
        # Nothing but local files is ever opened, whatever a container refers to.
        os.environ.setdefault("QT_FFMPEG_PROTOCOL_WHITELIST", "file")
        self._player = QMediaPlayer()
        quieten_decoders()
        self._output = _make_output(volume) if volume is not None else None
        self._sink = QVideoSink()
        self._shown_us = -1
        self._wants_to_play = False  # Qt's own state follows only once the film is loaded
        for signal in (self._player.positionChanged, self._sink.videoFrameChanged):
            settle_overrides(signal)
        if self._output is not None:
            settle_overrides(self._output.volumeChanged)
            self._player.setAudioOutput(self._output)
        self._player.setVideoSink(self._sink)
        self._player.mediaStatusChanged.connect(self._on_status)
        self._player.errorOccurred.connect(self._on_error)
        self._set_source(QUrl.fromLocalFile(str(path.absolute())))

    def play(self) -> None:
        """Play from where it stands; after the end, from the beginning."""
        if self._player.mediaStatus() is QMediaPlayer.MediaStatus.EndOfMedia:
            self._player.setPosition(0)
        self._wants_to_play = True
        self._player.play()

    def pause(self) -> None:
        """Stand still."""
        self._wants_to_play = False
        # After the end Qt would go back to the beginning, and show it.
        if self._player.mediaStatus() is not QMediaPlayer.MediaStatus.EndOfMedia:
            self._player.pause()

    @property
    def position_ms(self) -> int:
        """How far it is."""
        return self._player.position()

    @property
    def shown_ms(self) -> float:
        """Which moment of the film the picture taken last shows; -1 before the first."""
        return self._shown_us / 1000 if self._shown_us >= 0 else -1

    @property
    def is_loaded(self) -> bool:
        """Whether it can be moved about: before that, Qt would forget where it was to stand."""
        status = QMediaPlayer.MediaStatus
        return self._player.mediaStatus() in (status.LoadedMedia, status.BufferedMedia, status.EndOfMedia)

    def seek_ms(self, position_ms: float) -> None:
        """Go to a position, clamped to the film."""
        last_ms = max(0, self._player.duration() - _LAST_MOMENT_MS)
        self._player.setPosition(round(max(0.0, min(position_ms, last_ms))))

    def set_rate(self, rate: float) -> None:
        """Set the speed, 0.25 to 4."""
        self._player.setPlaybackRate(min(_FASTEST, max(_SLOWEST, rate)))

    @property
    def is_playing(self) -> bool:
        """Whether it moves, or is about to."""
        return self._wants_to_play

    def take_picture(self) -> QImage | None:
        """Return the newest picture, in memory of its own; None where it is still the one taken last."""
        frame = self._sink.videoFrame()
        if not frame.isValid() or frame.startTime() == self._shown_us:
            return None
        image = frame.toImage()
        if image.isNull():
            return None
        self._shown_us = frame.startTime()
        return image

    def close(self) -> None:
        """Let go of the film, the sound and every thread. Nothing is told any more; may be called twice."""
        self._player.disconnect(self)
        QMetaObject.invokeMethod(self._player, "stop", _DIRECTLY)
        self._set_source(QUrl())
        self._player.setVideoSink(None)  # type: ignore[arg-type]  # the stub forgets that None is allowed
        self._player.setAudioOutput(None)  # type: ignore[arg-type]  # likewise

    def _set_source(self, source: QUrl) -> None:
        # Through Qt's own call, as stop() above: both wait for Qt's threads, and Python must go on meanwhile.
        QMetaObject.invokeMethod(self._player, "setSource", _DIRECTLY, Q_ARG(QUrl, source))

    @Slot(QMediaPlayer.MediaStatus)
    def _on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        if status is QMediaPlayer.MediaStatus.EndOfMedia:
            self._wants_to_play = False
            self.ended.emit()
        elif status is QMediaPlayer.MediaStatus.InvalidMedia:
            self._fail()

    @Slot(QMediaPlayer.Error, str)
    def _on_error(self, error: QMediaPlayer.Error, _words: str) -> None:
        if error is not QMediaPlayer.Error.NoError:
            self._fail()

    def _fail(self) -> None:
        self._wants_to_play = False
        self.failed.emit()


def _make_output(volume: float) -> QAudioOutput:
    output = QAudioOutput()
    output.setVolume(find_gain(volume))
    return output
