"""Outdoors: the guide offers what is near, opens what its author lets it, and keeps nothing of where anybody was."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from kiosk.app.rehearsal.traces import find_traces
from kiosk.place.events import Fix
from kiosk.place.ground import Ground
from kiosk.place.nmea_receiver import NmeaReceiver
from kiosk.place.walk import Pause, format_walk
from tests.fakes.composed_guide import DIARY, ComposedGuide, data, pack, read_events
from tests.fakes.fake_place import FakeReceiver

__all__ = ["data", "pack"]

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.allow_qt_message("No audio device detected|pipewire"),
]
WHEEL = (28.5001, 77.2001)
GROUND = Ground(*WHEEL)


class Visitor:
    """Walks about the wheel with a receiver in hand; each step is a second."""

    def __init__(self) -> None:
        self.receiver = FakeReceiver()
        self.fixes: list[Fix] = []

    def stand(self, guide: ComposedGuide, east_m: float, seconds: int, accuracy_m: float = 4.0) -> None:
        """Stay somewhere; the guide hears of each second in turn."""
        for _ in range(seconds):
            at_ms = 1000 * len(self.fixes)
            self.fixes.append(Fix(*GROUND.to_degrees(east_m, 0.777), accuracy_m, at_ms, 270.0, 0.0))
            self.receiver.give(self.fixes[-1])
        guide.wait(lambda: guide.device.place is None or guide.device.place.accuracy_m is not None)


def test_the_way_is_offered_then_the_stop_and_it_opens_by_itself(data: Path) -> None:
    """The wheel's author lets it open; who passes it is only offered it."""
    visitor = Visitor()
    with ComposedGuide(data, has_camera=False, make_receiver=lambda: visitor.receiver) as guide:
        assert visitor.receiver.starts == 0
        guide.begin()
        visitor.stand(guide, 60, 3)
        guide.wait(lambda: guide.shows("place-mill/wheel"))
        assert guide.words("place-mill/wheel") == "60 m to the west: The water wheel"
        visitor.stand(guide, 2, 25)  # so sudden a change of place is doubted at first
        guide.wait(lambda: guide.page == "stop")
        assert guide.words("stop-title") == "The water wheel"
        opened = read_events(data, "StopOpened")
        assert [(event["stop"], event["by"]) for event in opened] == [("mill/wheel", "place")]
        guide.leave()
        assert not visitor.receiver.is_running
    assert visitor.receiver.starts == 1


def test_by_a_recording_it_goes_as_by_a_receiver(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "walk.nmea"
    path.write_text("\n".join(format_walk([Pause(*GROUND.to_degrees(40, 0), 5), Pause(*WHEEL, 600)])))
    with ComposedGuide(data, has_camera=False, make_receiver=lambda: NmeaReceiver(path, pace=30)) as guide:
        guide.begin()
        guide.wait(lambda: guide.page == "stop")
        assert guide.words("stop-title") == "The water wheel"


def test_no_position_is_left_anywhere(data: Path) -> None:
    visitor = Visitor()
    with ComposedGuide(data, has_camera=False, make_receiver=lambda: visitor.receiver) as guide:
        guide.begin()
        visitor.stand(guide, 23.217, 5)
        visitor.stand(guide, 3.1415, 20)
        guide.wait(lambda: guide.page == "stop")
        marks = [mark for fix in visitor.fixes for mark in make_marks(fix)]
        assert find_traces(data, marks) == []
        guide.leave()
        guide.wait((data / "outbox.db").exists)
    assert find_traces(data, marks) == []


def make_marks(fix: Fix) -> list[bytes]:
    """Return what a position would look like in a file: as a number of either order, and as text to a metre."""
    values = (fix.lat, fix.lon)
    packed = [struct.pack(form, value) for form in ("<d", ">d") for value in values]
    return [*packed, *(f"{value:.6f}"[:-1].encode() for value in values)]


@pytest.mark.allow_log(DIARY)
def test_a_receiver_pulled_out_is_noted_for_staff_and_visits_go_on(data: Path) -> None:
    visitor = Visitor()
    with ComposedGuide(data, has_camera=False, make_receiver=lambda: visitor.receiver) as guide:
        guide.begin()
        visitor.stand(guide, 60, 3)
        guide.wait(lambda: guide.shows("place-mill/wheel"))
        visitor.receiver.trouble()
        guide.wait(lambda: not guide.shows("place-mill/wheel"))
        guide.type_number("1")
        guide.leave()
        assert guide.incidents()["place.receiver-lost"] == 1
        assert "No positions come any more" in guide.diary()
    assert "28.5" not in guide.diary()


def test_a_device_that_is_told_no_place_is_the_guide_it_was(data: Path) -> None:
    with ComposedGuide(data, has_camera=False) as guide:
        guide.begin()
        guide.type_number("1")
        guide.leave()
        assert guide.device.place is None
