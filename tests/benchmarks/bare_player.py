"""The floor of every measurement of sound: QMediaPlayer with nothing around it."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtMultimedia import QAudioBuffer, QAudioBufferOutput, QAudioOutput, QMediaPlayer

from kiosk.narration.settled_signals import settle_overrides


class BarePlayer(QObject):
    """QMediaPlayer with nothing around it but what keeps it from stopping the process (see player.py)."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[tuple[float, float]] = []
        self._buffers = QAudioBufferOutput()
        self._output = QAudioOutput()
        self._player = QMediaPlayer()
        for signal in (
            self._player.positionChanged,
            self._output.volumeChanged,
            self._buffers.audioBufferReceived,
        ):
            settle_overrides(signal)
        self._player.setAudioOutput(self._output)
        self._player.setAudioBufferOutput(self._buffers)
        self._buffers.audioBufferReceived.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def start(self, tone: Path) -> None:
        self._player.setSource(QUrl.fromLocalFile(str(tone)))
        self._player.play()

    def stop(self) -> None:
        self._player.stop()

    def set_rate(self, rate: float) -> None:
        self._player.setPlaybackRate(rate)

    @property
    def position_ms(self) -> float:
        return self._player.position()

    @Slot(QAudioBuffer)
    def _hear(self, block: QAudioBuffer) -> None:
        self.blocks.append((time.perf_counter(), block.startTime() / 1000))
