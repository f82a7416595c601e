"""Hands on what is played, block by block, for a rehearsal that writes what was heard."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtMultimedia import QAudioBuffer, QAudioBufferOutput, QAudioFormat, QMediaPlayer

from kiosk.narration.settled_signals import settle_overrides
from kiosk.narration.sound import SoundBlock, SoundTap

TAP_RATE_HZ = 48_000


class QtTap(QObject):
    """Decoded sound of one player, on the interface thread.

    It must be let go before its player: the destructor of Qt's buffer output calls it.
    """

    def __init__(self, take: SoundTap) -> None:
        """Make it; it hears nothing yet.

        Args:
            take: Is handed every block.
        """
        super().__init__()
        self._take = take
        self._buffers: QAudioBufferOutput | None = _make_buffer_output()
        settle_overrides(self._buffers.audioBufferReceived)
        # Queued to this thread: a renderer thread that waited for Python could stop the app for good.
        self._buffers.audioBufferReceived.connect(self._on_buffer, Qt.ConnectionType.QueuedConnection)
        self.is_deaf = False
        """Whether what comes is thrown away: the silence that warms the decoders is not heard."""

    def attach(self, player: QMediaPlayer) -> None:
        """Hear a player from now on."""
        assert self._buffers is not None
        player.setAudioBufferOutput(self._buffers)

    def close(self) -> None:
        """Hear no more; the player has been told to let go. May be called twice."""
        if self._buffers is not None:
            self._buffers.disconnect(self)
            self._buffers = None

    @Slot(QAudioBuffer)
    def _on_buffer(self, block: QAudioBuffer) -> None:
        if block.byteCount() and not self.is_deaf:
            self._take(SoundBlock(block.startTime() / 1000, bytes(block.constData()), TAP_RATE_HZ))


def _make_buffer_output() -> QAudioBufferOutput:
    wanted = QAudioFormat()
    wanted.setSampleRate(TAP_RATE_HZ)
    wanted.setChannelCount(1)
    wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return QAudioBufferOutput(wanted)
