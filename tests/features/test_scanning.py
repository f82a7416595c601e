"""Scanning in the words of those who do it: drawn labels, real decoding, the real scanner."""

from __future__ import annotations

import socket
import threading
import time
import webbrowser
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from kiosk.model.marker import Marker, format_marker, is_genuine
from kiosk.packs.library import MarkerMatch
from kiosk.scanning.events import (
    CameraBack,
    CameraLost,
    Guided,
    Hint,
    Located,
    ScannerEvent,
    Settled,
    Several,
    Unreadable,
)
from kiosk.scanning.ladder import Ladder
from kiosk.scanning.meaning import MeaningKind, find_meaning
from kiosk.scanning.optics import Optics
from kiosk.scanning.scanner import Scanner, ScannerRules
from kiosk.scanning.scenes import Label, Scene, View
from kiosk.scanning.sight import SightRules
from kiosk.scanning.zxing_reader import ZxingReader
from tests.fakes.fake_camera import FakeCamera

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

PATIENCE_S = 30.0
KEY = bytes(range(16))
MINAR = format_marker("QUTB.EXAMPLE", "7K3M9QXT", KEY)
PILLAR = format_marker("QUTB.EXAMPLE", "2B4D6F8H", KEY)
NEW_STOP = format_marker("QUTB.EXAMPLE", "00000001", KEY)
BANK = "https://bank.example/pay?amount=100"
QUICK = ScannerRules(
    frame_interval_ms=1, silent_ms=60_000, first_retry_ms=5, sight=SightRules(unreadable_after_ms=300)
)


class Pack:
    """A pack that knows the minar and the pillar."""

    def find_by_marker(self, marker: Marker) -> MarkerMatch:
        stops = {"7K3M9QXT": "qutb/minar", "2B4D6F8H": "qutb/pillar"}
        if marker.stop_code in stops:
            return MarkerMatch("stop", stops[marker.stop_code], "qutb")
        return MarkerMatch("newer" if is_genuine(marker, KEY) else "foreign")


class Visitor:
    """Holds the tablet: what the camera sees is what ``looks_at`` was given last."""

    def __init__(self) -> None:
        self.camera = FakeCamera()
        self.events: list[ScannerEvent] = []
        self.scanner = Scanner(self.camera, Ladder(), self.events.append, QUICK)
        self.scanner.start()
        assert self.camera.wait_until_started()

    def looks_at(self, *labels: Label, view: View | None = None, frames: int = 12) -> None:
        picture = cv2.cvtColor(Scene(labels, seed=3).look(view or View()), cv2.COLOR_BGR2GRAY)
        self.sees(picture.astype(np.uint8), frames)

    def sees(self, luminance: Plane, frames: int = 12) -> None:
        """See the same until so many more frames of it were read."""
        wanted = self.scanner.figures().frames_read + frames
        deadline = time.monotonic() + PATIENCE_S
        while self.scanner.figures().frames_read < wanted:
            assert time.monotonic() < deadline, self.events
            self.camera.give(luminance)
            time.sleep(0.004)

    def waits_for(self, is_met: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not is_met():
            assert time.monotonic() < deadline, self.events
            time.sleep(0.001)

    def opened(self) -> list[str]:
        return [event.code.text for event in self.events if isinstance(event, Settled)]

    def told(self, kind: type[ScannerEvent]) -> int:
        return sum(isinstance(event, kind) for event in self.events)


@pytest.fixture
def visitor() -> Iterator[Visitor]:
    made = Visitor()
    yield made
    made.scanner.stop()


def test_a_code_held_still_opens_once(visitor: Visitor) -> None:
    visitor.looks_at(Label(MINAR, "2"), frames=40)
    assert visitor.opened() == [MINAR]


def test_the_outline_is_there_before_the_stop_opens(visitor: Visitor) -> None:
    visitor.looks_at(Label(MINAR, "2"), frames=3)
    kinds = [type(event) for event in visitor.events]
    assert kinds.index(Located) < kinds.index(Settled)


def test_walking_from_one_stop_to_the_next_opens_each(visitor: Visitor) -> None:
    visitor.looks_at(Label(MINAR, "2"))
    visitor.looks_at()
    visitor.looks_at(Label(PILLAR, "3"), view=View(yaw_deg=30, roll_deg=25))
    assert visitor.opened() == [MINAR, PILLAR]


def test_two_labels_side_by_side_the_one_in_the_middle_wins(visitor: Visitor) -> None:
    visitor.looks_at(Label(MINAR, "2", x_mm=-105), Label(PILLAR, "3", x_mm=12), frames=20)
    assert visitor.opened() == [PILLAR]


@pytest.mark.parametrize(
    ("text", "kind"),
    [(MINAR, MeaningKind.STOP), (NEW_STOP, MeaningKind.NEWER), (BANK, MeaningKind.FOREIGN)],
    ids=["a stop", "a label newer than the pack", "a bank's poster"],
)
def test_what_is_scanned_is_told_apart_and_never_opened(
    visitor: Visitor, text: str, kind: MeaningKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_more: object) -> None:
        raise AssertionError("something reached for the network or a browser")

    monkeypatch.setattr(webbrowser, "open", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    visitor.looks_at(Label(text, "9"))
    (opened,) = visitor.opened()
    assert find_meaning(opened, Pack()).kind is kind


def test_a_label_somebody_made_up_is_foreign() -> None:
    forged = MINAR[:-5] + "00000"
    assert find_meaning(forged.replace("7K3M9QXT", "99999999"), Pack()).kind is MeaningKind.FOREIGN


def test_a_worn_code_that_cannot_be_read_is_spoken_of_once(visitor: Visitor) -> None:
    picture = cv2.cvtColor(Scene((Label(MINAR, "2"),), seed=3).look(View()), cv2.COLOR_BGR2GRAY)
    worn = picture.astype(np.uint8)
    (code,) = ZxingReader().read(worn)
    x, y = (int(part) for part in code.centre)
    worn[y - 36 : y + 36, x - 36 : x + 36] = 200  # the finder patterns stay, what it says is gone
    deadline = time.monotonic() + PATIENCE_S
    while not visitor.told(Unreadable):
        assert time.monotonic() < deadline
        visitor.sees(worn, frames=5)
    visitor.sees(worn, frames=10)
    assert (visitor.opened(), visitor.told(Unreadable)) == ([], 1)


def test_two_labels_held_at_once_are_asked_about_and_turning_to_one_answers(visitor: Visitor) -> None:
    pair = (Label(MINAR, "2", x_mm=-55), Label(PILLAR, "3", x_mm=55))
    visitor.looks_at(*pair, frames=20)
    assert (visitor.opened(), visitor.told(Several)) == ([], 1)
    visitor.looks_at(*pair, view=View(shift_x=0.12), frames=10)
    assert visitor.opened() == [MINAR]


def test_in_a_room_too_dark_for_any_one_picture_the_stop_opens_all_the_same(visitor: Visitor) -> None:
    scene = Scene((Label(MINAR, "2"),), seed=3)
    dark = Optics(light=0.04, grain=3.0, defocus_px=0.8)
    pictures = [
        cv2.cvtColor(scene.look(View(shift_x=0.004 * number, optics=dark)), cv2.COLOR_BGR2GRAY).astype(
            np.uint8
        )
        for number in range(10)
    ]
    assert not any(code.is_read for picture in pictures for code in ZxingReader().read(picture))
    for picture in pictures:
        visitor.sees(picture, frames=1)
    assert visitor.opened() == [MINAR]


def test_a_reflection_over_the_code_is_named(visitor: Visitor) -> None:
    lamp = Optics(glare=1.0, glare_x=0.5, glare_y=0.47)
    deadline = time.monotonic() + PATIENCE_S
    while not visitor.told(Guided):
        assert time.monotonic() < deadline
        visitor.looks_at(Label(MINAR, "2"), view=View(optics=lamp), frames=3)
    (guided,) = [event for event in visitor.events if isinstance(event, Guided)]
    assert (guided.hint, visitor.opened()) == (Hint.LESS_GLARE, [])


def test_the_camera_is_unplugged_and_comes_back(visitor: Visitor) -> None:
    visitor.looks_at(Label(MINAR, "2"))
    visitor.camera.is_missing = True
    visitor.camera.unplug()
    visitor.waits_for(lambda: visitor.told(CameraLost) == 1 and visitor.camera.starts >= 4)
    visitor.camera.is_missing = False
    assert visitor.camera.wait_until_started()
    visitor.looks_at(Label(PILLAR, "3"))
    assert visitor.told(CameraLost) == visitor.told(CameraBack) == 1
    assert visitor.opened() == [MINAR, PILLAR]


def test_while_a_stop_is_open_the_camera_costs_nothing_and_then_goes_on(visitor: Visitor) -> None:
    visitor.looks_at(Label(MINAR, "2"))
    visitor.scanner.pause(release_camera=True)
    visitor.waits_for(lambda: not visitor.camera.is_running)
    visitor.scanner.resume()
    assert visitor.camera.wait_until_started()
    visitor.looks_at(Label(MINAR, "2"))
    assert visitor.opened() == [MINAR, MINAR]


def test_when_the_visitor_leaves_no_thread_stays(visitor: Visitor) -> None:
    visitor.looks_at(frames=1)
    visitor.scanner.stop()
    assert "scanning" not in {thread.name for thread in threading.enumerate()}
