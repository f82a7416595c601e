"""A recording of a receiver: a file of NMEA sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from kiosk.place.nmea_fixes import LineSplitter, Moment, MomentMaker
from kiosk.place.nmea_port import Port, open_port

_AT_ONCE_BYTES = 65_536


def read_recording(path: Path) -> Iterator[Moment]:
    """Yield the moments of a recording, one after another, however long the file is.

    Raises:
        KioskError: ``place.no-receiver`` when there is no such file, or no file to be read from its beginning to its end.
        OSError: Reading broke off.
    """
    with open_port(path, only_files=True) as port:
        yield from read_moments(port, lambda: True)


def read_moments(port: Port, may_go_on: Callable[[], bool]) -> Iterator[Moment]:
    """Yield the moments of an open recording until its end, or until it may not go on.

    Raises:
        OSError: Reading broke off.
    """
    splitter, maker = LineSplitter(), MomentMaker()
    while may_go_on() and (data := port.read(_AT_ONCE_BYTES)):
        for line in splitter.split(data):
            yield from maker.take(line)
    for line in splitter.split(b"\n"):
        yield from maker.take(line)
    yield from maker.finish()
