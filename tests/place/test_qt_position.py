from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QCoreApplication, QDateTime, QIODevice, QObject
from PySide6.QtPositioning import (
    QGeoCoordinate,
    QGeoPositionInfo,
    QGeoPositionInfoSource,
    QNmeaPositionInfoSource,
)

from kiosk.model.errors import KioskError
from kiosk.place import qt_position
from kiosk.place.events import Fix, ReceiverEvent, Silent, Troubled
from kiosk.place.qt_position import LAST_PLACE_FILE, UNSAID_M, QtPosition
from tests.screens.conftest import wait_until

Attribute = QGeoPositionInfo.Attribute
Error = QGeoPositionInfoSource.Error


class Stand:
    """The receiver over one of Qt's own sources, for which the test speaks."""

    def __init__(self) -> None:
        self.events: list[ReceiverEvent] = []
        self.service: QGeoPositionInfoSource | None = None
        self.receiver = QtPosition(self._make)
        self.receiver.start(self.events.append)

    def _make(self, parent: QObject) -> QGeoPositionInfoSource:
        service = QNmeaPositionInfoSource(QNmeaPositionInfoSource.UpdateMode.RealTimeMode, parent)
        nothing = QBuffer(service)
        nothing.open(QIODevice.OpenModeFlag.ReadOnly)
        service.setDevice(nothing)
        self.service = service
        return service

    def give(self, lat: float, lon: float, **attributes: float) -> None:
        assert self.service is not None
        info = QGeoPositionInfo(QGeoCoordinate(lat, lon), QDateTime.currentDateTimeUtc())
        for name, value in attributes.items():
            info.setAttribute(getattr(Attribute, name), value)
        self.service.positionUpdated.emit(info)


@pytest.fixture
def stand(qapp: QCoreApplication) -> Stand:
    return Stand()


def test_a_position_with_all_that_is_known_of_it(stand: Stand) -> None:
    stand.give(28.5, 77.2, HorizontalAccuracy=8.0, Direction=90.0, GroundSpeed=1.25)
    (fix,) = stand.events
    assert isinstance(fix, Fix)
    assert (fix.lat, fix.lon, fix.accuracy_m, fix.course_deg, fix.speed_m_s) == (28.5, 77.2, 8.0, 90.0, 1.25)
    stand.receiver.stop()


def test_what_is_not_told_is_not_made_up(stand: Stand) -> None:
    stand.give(28.5, 77.2)
    stand.give(28.5, 77.2, HorizontalAccuracy=float("nan"), Direction=-1.0)
    assert [(fix.accuracy_m, fix.course_deg) for fix in stand.events if isinstance(fix, Fix)] == [
        (UNSAID_M, None)
    ] * 2
    stand.receiver.stop()


def test_a_place_that_is_none_is_passed_over(stand: Stand) -> None:
    assert stand.service is not None
    stand.service.positionUpdated.emit(QGeoPositionInfo())
    assert stand.events == []
    stand.receiver.stop()


def test_satellites_are_asked_for_and_each_second(stand: Stand) -> None:
    assert stand.service is not None and stand.service.updateInterval() == 1_000
    satellites = QGeoPositionInfoSource.PositioningMethod.SatellitePositioningMethods
    assert stand.service.preferredPositioningMethods() == satellites
    stand.receiver.stop()


@pytest.mark.parametrize("error", [Error.AccessError, Error.ClosedError, Error.UnknownSourceError])
def test_a_service_that_does_not_serve_is_for_staff(stand: Stand, error: Error) -> None:
    assert stand.service is not None
    stand.service.errorOccurred.emit(error)
    (event,) = stand.events
    assert isinstance(event, Troubled) and event.error.code == "place.no-service"
    stand.receiver.stop()


def test_a_position_that_is_late_is_no_trouble(stand: Stand) -> None:
    assert stand.service is not None
    stand.service.errorOccurred.emit(Error.UpdateTimeoutError)
    assert stand.events == []
    stand.receiver.stop()


def test_what_the_service_keeps_of_the_last_place_is_removed(
    qapp: QCoreApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Qt's plug-in for GeoClue writes the last position into the user's data folder when it is closed."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    kept = tmp_path / LAST_PLACE_FILE
    kept.touch()
    stand = Stand()
    assert stand.service is not None and not kept.exists(), "it would be told as the next visitor's"
    stand.service.destroyed.connect(lambda _gone: kept.touch())
    stand.receiver.stop()
    assert not kept.exists()


def test_silence_is_told(qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(qt_position, "SILENCE_MS", 30)
    stand = Stand()
    wait_until(lambda: stand.events == [Silent()])
    stand.receiver.stop()


def test_a_system_without_a_service_says_so(qapp: QCoreApplication) -> None:
    with pytest.raises(KioskError) as caught:
        QtPosition(lambda _parent: None).start(lambda _event: None)
    assert caught.value.code == "place.no-service"
