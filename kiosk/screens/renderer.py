"""Which renderer draws the screens: the graphics processor where there is one, else Qt's software renderer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtQuick import QQuickWindow, QSGRendererInterface

DEVICES = Path("/dev/dri")


def has_graphics_processor(devices: Path = DEVICES) -> bool:
    """Tell whether a render node is there. Without one, OpenGL would be emulated at ten times the cost."""
    return any(devices.glob("renderD*"))


def choose_renderer(devices: Path = DEVICES) -> str:
    """Choose the renderer for all windows made from now on; return ``software`` or ``graphics``."""
    if has_graphics_processor(devices):
        return "graphics"
    QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)
    return "software"
