"""Which receiver a setting names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kiosk.place.receiver import Receiver

NONE, AUTO = "none", "auto"


def choose_receiver(spec: str) -> Callable[[], Receiver] | None:
    """Return what makes the receiver when a visit first needs it; None for a device without one.

    Args:
        spec: ``none``, ``auto`` (the system's own service), or the path of a recording, a serial port or a pipe.

    Raises:
        KioskError: ``place.no-receiver`` where a path names a thing that gives no positions. A port that is not there may
            still be plugged in and is no error.
    """
    if spec == NONE:
        return None
    if spec == AUTO:
        return _make_service
    path = Path(spec)
    if path.exists() or not path.is_relative_to("/dev"):
        check_port(path)
    return lambda: _make_reader(path)


def check_port(path: Path) -> None:
    """Open what is to give positions and close it again.

    Raises:
        KioskError: ``place.no-receiver``.
    """
    from kiosk.place.nmea_port import open_port

    open_port(path).close()


def _make_service() -> Receiver:
    from kiosk.place.qt_position import QtPosition

    return QtPosition()


def _make_reader(path: Path) -> Receiver:
    from kiosk.place.nmea_receiver import NmeaReceiver

    return NmeaReceiver(path)
