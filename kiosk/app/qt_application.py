"""The one QGuiApplication, made so that it comes up on whatever this machine has."""

from __future__ import annotations

import logging
import os

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

from kiosk.app.memory import share_one_heap

logger = logging.getLogger("qt")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
# Otherwise the decoder describes every file it opens on the console.
_RULES = "qt.multimedia.*=false"
# Said once a minute on a device without sound, in no category of its own; doctor says it in words.
_KNOWN = ("No audio device detected", "PulseAudioService:")


def make_application(*, off_screen: bool) -> QGuiApplication:
    """Make the application; call it once, before any other Qt object.

    Args:
        off_screen: Whether nothing is to be shown on a display. Otherwise the display is used where
            there is one; a missing display would end the process, so Qt is given a way out.
    """
    if off_screen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    elif "QT_QPA_PLATFORM" not in os.environ:
        os.environ["QT_QPA_PLATFORM"] = (
            "wayland;xcb;offscreen" if "WAYLAND_DISPLAY" in os.environ else "xcb;offscreen"
        )
    os.environ["QT_LOGGING_RULES"] = ";".join(
        rule for rule in (_RULES, os.environ.get("QT_LOGGING_RULES")) if rule
    )
    qInstallMessageHandler(_log)
    share_one_heap()
    from kiosk.screens.renderer import choose_renderer

    choose_renderer()
    application = QGuiApplication([])
    application.setApplicationName("Heritage Kiosk")
    application.setDesktopFileName("heritage-kiosk")
    return application


def _log(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
    """Write what Qt has to say into the diary; nothing of it is for the console."""
    level = logging.DEBUG if words.startswith(_KNOWN) else _LEVELS[kind]
    logger.log(level, "%s %s", getattr(context, "category", ""), words)
