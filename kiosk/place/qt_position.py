"""Positions from the system's own service, through Qt: the only place in this room that knows Qt.

On Linux that is GeoClue, which asks the receivers the system knows and, where its configuration lets it, a service on the
network (docs/how-to/offer-stops-by-place.md). Everything is told on the thread that starts it, out of its event loop.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Slot
from PySide6.QtPositioning import QGeoPositionInfo, QGeoPositionInfoSource

from kiosk.model.errors import KioskError
from kiosk.place.events import SILENCE_MS, Fix, Silent, Troubled
from kiosk.place.receiver import Tell

APPLICATION = "heritage-kiosk"
"""What GeoClue's configuration knows this program by."""

LAST_PLACE_FILE = "qtposition-geoclue2"
"""Where Qt's plug-in keeps the last position on the disk when it is closed, in the user's data folder, and tells it first
when it is opened again. No position is to outlive a visit: it is removed each time."""

INTERVAL_MS = 1_000
UNSAID_M = 50.0
"""Where the service says nothing of its error."""

_Attribute = QGeoPositionInfo.Attribute
_Error = QGeoPositionInfoSource.Error
_TROUBLES = {
    _Error.AccessError: "a service that does not let this program know the place",
    _Error.ClosedError: "a service that went away",
    _Error.UnknownSourceError: "a service that does not work",
}

MakeSource: TypeAlias = "Callable[[QObject], QGeoPositionInfoSource | None]"


class QtPosition(QObject):
    """A receiver; ``make_source`` stands in for the system's service where a test has none.

    ``stop`` is not to be called out of ``tell``: the source that speaks would be gone.
    """

    def __init__(self, make_source: MakeSource | None = None) -> None:
        super().__init__()
        self._make_source = make_source or _make_default
        self._source: QGeoPositionInfoSource | None = None
        self._owner: QObject | None = None
        self._tell: Tell | None = None
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.timeout.connect(self._fall_silent)

    def start(self, tell: Tell) -> None:
        """See Receiver.

        Raises:
            KioskError: ``place.no-service`` when the system has none.
        """
        self.stop()
        _remove_last_place()
        self._owner = QObject()
        source = self._make_source(self._owner)
        if source is None:
            raise _make_trouble("no service for positions")
        self._source, self._tell = source, tell
        # Which receivers are asked is the service's to know; what finds a town only is of no use here.
        source.setPreferredPositioningMethods(
            QGeoPositionInfoSource.PositioningMethod.SatellitePositioningMethods
        )
        source.setUpdateInterval(INTERVAL_MS)
        source.positionUpdated.connect(self._take)
        source.errorOccurred.connect(self._fail)
        self._silence.start(SILENCE_MS)
        source.startUpdates()

    def stop(self) -> None:
        """See Receiver."""
        self._tell = None
        self._silence.stop()
        if self._source is not None:
            source, self._source = self._source, None
            source.positionUpdated.disconnect(self._take)
            source.errorOccurred.disconnect(self._fail)
            source.stopUpdates()
            # With its owner it goes now, and not when the loop comes to it: what it writes at its end is then removed.
            del source
            self._owner = None
            _remove_last_place()

    @Slot(QGeoPositionInfo)
    def _take(self, info: QGeoPositionInfo) -> None:
        if self._tell is None or not info.isValid():
            return
        self._silence.start(SILENCE_MS)
        place = info.coordinate()
        accuracy = _find(info, _Attribute.HorizontalAccuracy)
        self._tell(
            Fix(
                place.latitude(),
                place.longitude(),
                accuracy if accuracy else UNSAID_M,
                time.monotonic_ns() // 1_000_000,
                _find(info, _Attribute.Direction),
                _find(info, _Attribute.GroundSpeed),
            )
        )

    @Slot(QGeoPositionInfoSource.Error)
    def _fail(self, error: QGeoPositionInfoSource.Error) -> None:
        found = _TROUBLES.get(error)  # that no position came in time is silence, and counted here
        if found is not None and self._tell is not None:
            self._tell(Troubled(_make_trouble(found)))

    @Slot()
    def _fall_silent(self) -> None:
        if self._tell is not None:
            self._tell(Silent())


def _remove_last_place() -> None:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    with contextlib.suppress(OSError):  # a folder that cannot be written holds none either
        (Path(folder) / LAST_PLACE_FILE).unlink(missing_ok=True)


def _make_default(parent: QObject) -> QGeoPositionInfoSource | None:
    return QGeoPositionInfoSource.createDefaultSource({"desktopId": APPLICATION}, parent)


def _find(info: QGeoPositionInfo, attribute: QGeoPositionInfo.Attribute) -> float | None:
    value = info.attribute(attribute) if info.hasAttribute(attribute) else None
    return value if value is not None and value >= 0 and value == value else None


def _make_trouble(found: str) -> KioskError:
    return KioskError(
        "The system does not tell where this device is",
        expected="a service for positions that lets this program know",
        found=found,
        remedy=f"install geoclue-2.0 and allow {APPLICATION} in its configuration, or name a receiver in the setting position",
        code="place.no-service",
    )
