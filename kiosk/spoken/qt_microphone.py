"""The device's microphone through Qt: looked at twenty times a second, so that none of Qt's threads runs Python."""

from __future__ import annotations

import time
from typing import Any, Final

from PySide6.QtCore import QIODevice, QObject, QTimer, Slot
from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QAudioSource, QMediaDevices, QtAudio

from kiosk.model.errors import KioskError
from kiosk.spoken.microphone import RATE_HZ, MicrophoneListener

_LOOK_EVERY_MS: Final = 50
_BUFFER_S: Final = 1
# While it listens Qt does not notice that the microphone goes: what a sound server moves the recording to is silence.
_GONE_AFTER_S: Final = 0.8
# A sound server may offer what comes out of the loudspeakers as if it were a microphone.
_NO_MICROPHONE: Final = (b".monitor", b"auto_null")


class QtMicrophone(QObject):
    """A :class:`~kiosk.spoken.microphone.Microphone` on Qt Multimedia; make it on the interface thread."""

    def __init__(self) -> None:
        super().__init__()
        self._devices = QMediaDevices()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._source: QAudioSource | None = None
        self._stream: QIODevice | None = None
        self._format = QAudioFormat()
        self._device = QAudioDevice()
        self._left = b""
        self._heard_s = 0.0
        self._listener: MicrophoneListener | None = None

    @property
    def is_there(self) -> bool:
        """See Microphone."""
        return not _find_device().isNull()

    def start(self, listener: MicrophoneListener) -> None:
        """See Microphone."""
        self.stop()
        device = _find_device()
        if device.isNull():
            raise _no_microphone("no microphone")
        self._device, self._format, self._left = device, _choose_format(device), b""
        source = QAudioSource(device, self._format, self)
        source.setBufferSize(self._format.bytesForDuration(_BUFFER_S * 1_000_000))
        stream = source.start()
        if stream is None or source.error() != QtAudio.Error.NoError:
            source.deleteLater()
            raise _no_microphone(f"{device.description()}: {source.error().name}")
        self._source, self._stream, self._listener = source, stream, listener
        # The first sound of some microphones takes a second.
        self._heard_s = time.monotonic() + _BUFFER_S
        self._timer.start()

    def stop(self) -> None:
        """See Microphone."""
        self._timer.stop()
        self._read()
        self._listener = None
        if self._source is not None:
            self._source.stop()
            self._source.deleteLater()
            self._source = self._stream = None

    @Slot()
    def _look(self) -> None:
        self._read()
        if self._source is None or self._listener is None:
            return
        if time.monotonic() - self._heard_s > _GONE_AFTER_S or self._source.error() != QtAudio.Error.NoError:
            listener, self._listener = self._listener, None
            self.stop()
            listener.microphone_lost(_lost(self._device.description()))

    def _read(self) -> None:
        if self._stream is None or self._listener is None:
            return
        raw = self._left + bytes(self._stream.readAll().data())
        whole = len(raw) - len(raw) % self._format.bytesPerFrame()
        self._left = raw[whole:]
        if whole:
            self._heard_s = max(self._heard_s, time.monotonic())
            self._listener.heard(_convert(raw[:whole], self._format))


def _find_device() -> QAudioDevice:
    default = QMediaDevices.defaultAudioInput()
    if _is_microphone(default):
        return default
    return next(filter(_is_microphone, QMediaDevices.audioInputs()), QAudioDevice())


def _is_microphone(device: QAudioDevice) -> bool:
    name = bytes(device.id().data())
    return not device.isNull() and not any(mark in name for mark in _NO_MICROPHONE)


def _choose_format(device: QAudioDevice) -> QAudioFormat:
    wanted = QAudioFormat()
    wanted.setSampleRate(RATE_HZ)
    wanted.setChannelCount(1)
    wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return wanted if device.isFormatSupported(wanted) else device.preferredFormat()


def _convert(raw: bytes, form: QAudioFormat) -> bytes:
    """Return frames of any format as one channel of 16 bits at our rate."""
    is_ours = form.sampleFormat() == QAudioFormat.SampleFormat.Int16
    if is_ours and form.channelCount() == 1 and form.sampleRate() == RATE_HZ:
        return raw
    import numpy as np

    values = _read_values(raw, form).reshape(-1, form.channelCount()).mean(axis=1)
    count = len(values) * RATE_HZ // form.sampleRate()
    places = np.arange(count) * (form.sampleRate() / RATE_HZ)
    moved = np.interp(places, np.arange(len(values)), values)
    return bytes((np.clip(moved, -1, 1) * 32_767).astype(np.int16).tobytes())


def _read_values(raw: bytes, form: QAudioFormat) -> Any:
    """Return samples as numbers from -1 to 1."""
    import numpy as np

    match form.sampleFormat():
        case QAudioFormat.SampleFormat.UInt8:
            return np.frombuffer(raw, np.uint8) / 128.0 - 1
        case QAudioFormat.SampleFormat.Int16:
            return np.frombuffer(raw, np.int16) / 32_768.0
        case QAudioFormat.SampleFormat.Int32:
            return np.frombuffer(raw, np.int32) / 2_147_483_648.0
        case _:
            return np.frombuffer(raw, np.float32).astype(np.float64)


def _no_microphone(found: str) -> KioskError:
    return KioskError(
        "The microphone does not listen",
        thing="microphone",
        found=found,
        remedy="Plug one in, or let the program use it; visitors can still write",
        code="spoken.no-microphone",
    )


def _lost(name: str) -> KioskError:
    return KioskError(
        "The microphone went away while somebody spoke",
        thing=name,
        found="no sound from it any more",
        remedy="Plug it in again; what was said until then can still be sent",
        code="spoken.microphone-lost",
    )
