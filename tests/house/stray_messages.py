"""Collects log records and Qt messages at warning or above, so that a test can fail on the unexpected."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

# Messages of Qt's that say something true of a machine without a screen, a sound card or a GPU.
HARMLESS_QT_MESSAGES = (
    r"This plugin does not support propagateSizeHints\(\)",  # offscreen windows have no manager
    r"PulseAudioService: pa_context_connect\(\) failed",  # no sound server
    r"qt\.multimedia\.symbolsresolver: Couldn't (load|resolve) va",  # no video decoder in hardware
    r"Could not open media\. FFmpeg error description: Immediate exit requested",  # another sound was wanted meanwhile
    r"qt\.multimedia.*: (Failed|Unable) to .*(PulseAudio|pipewire)",
    r"qt\.multimedia\.ffmpeg.*: Could not open media.*Immediate exit requested",  # another stop was opened meanwhile
    r"^default: Sound: .*no audio (device|output)",
)
# Log records that say something true of a machine without a sound card: staff are told once in each run.
HARMLESS_RECORDS = (r"narration\.no-output",)
LOUD = {QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}


class RecordCollector(logging.Handler):
    """Keeps log records at WARNING or above as ``logger: message``."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record; called by logging in the thread that logs."""
        self.lines.append(f"{record.name}: {record.getMessage()}")


class QtMessageCollector:
    """Keeps Qt's messages at warning or above as ``category: message``, from any thread."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def install(self) -> None:
        """Become Qt's message handler until the process ends."""
        qInstallMessageHandler(self._receive)

    def _receive(self, level: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if level in LOUD:
            self.lines.append(f"{context.category or 'default'}: {text}")


def list_unexpected(lines: Iterable[str], allowed: Sequence[str]) -> list[str]:
    """Return the lines in which none of the ``allowed`` regular expressions is found."""
    return [line for line in lines if not any(re.search(pattern, line) for pattern in allowed)]
