"""What staff may rely on who look after the labels, in their words. The real pages, off screen, over labels in memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from kiosk.model.errors import KioskError
from kiosk.scanning.events import CameraBack, CameraLost
from kiosk.screens.staff.pages import IDLE_MS
from kiosk.screens.staff.site_choice import SHOWN_AT_FIRST
from tests.fakes.fake_library import FakeLibrary
from tests.fakes.fake_rounds import FakeRounds, make_state
from tests.fakes.fake_scanner import FakeScanner
from tests.fakes.fake_staff import make_release
from tests.screens.conftest import OpenShell, open_guide, settle, translations
from tests.screens.label_stages import make_rounds
from tests.screens.staff_stages import make_desk
from tests.screens.volunteer import Device

__all__ = ["open_guide", "settle", "translations"]

MakeDevice = Callable[..., Device]


@pytest.fixture
def make_device(open_guide: OpenShell, settle: Callable[[], None]) -> MakeDevice:
    def make(**words: Any) -> Device:
        desk = make_desk()
        words.setdefault("rounds", make_rounds(FakeLibrary()))
        shell, rooms = open_guide(staff=desk, **words)
        return Device(shell, rooms, desk, settle)

    return make


def rounds_of(device: Device) -> FakeRounds:
    assert device.rooms.rounds is not None
    return device.rooms.rounds


def scanner_of(device: Device) -> FakeScanner:
    assert device.rooms.scanner is not None
    return device.rooms.scanner


def begin_round(device: Device) -> None:
    device.come_in()
    device.touch("tab-labels", "round-begin")


def test_i_read_first_what_needs_me_and_what_to_do(make_device: MakeDevice) -> None:
    device = make_device()
    device.come_in()
    device.touch("tab-labels")
    words = device.reads()
    places = [
        words.index(said)
        for said in ("Labels that need somebody: 4", "Something seems to be stuck over it", "All right")
    ]
    assert places == sorted(places)
    for said in (
        "4 today",
        "45 %, at first 100 %",
        "A code that imitates yours was met here",
        "Printed anew",
    ):
        assert said in words


def test_the_pages_of_the_labels_are_behind_the_pin(make_device: MakeDevice) -> None:
    device = make_device()
    device.ask()
    assert device.shell.staff is not None
    device.shell.staff.pages.show("labels")
    assert device.has("pin-title") and not device.has("labels-summary")


def test_i_say_that_a_label_is_all_right_or_new_and_am_asked_before_its_count_begins_anew(
    make_device: MakeDevice,
) -> None:
    device = make_device()
    device.come_in()
    device.touch("tab-labels")
    covered, worn = list(rounds_of(device).texts)[2], list(rounds_of(device).texts)[5]
    device.touch(f"all-right-{covered}", f"replaced-{worn}", "replaced-no")
    assert ("replaced", worn) not in rounds_of(device).asked
    device.touch(f"replaced-{worn}", "replaced-yes")
    assert rounds_of(device).asked[-2:] == [("all-right", covered), ("replaced", worn)]
    assert "Labels that need somebody: 2" in device.reads()


def test_the_camera_is_on_while_the_round_is_shown_and_only_then(make_device: MakeDevice) -> None:
    device = make_device()
    begin_round(device)
    first = scanner_of(device)
    assert first.calls == ["start"]
    device.touch("round-labels")
    assert first.calls == ["start", "stop"]
    device.touch("round-begin")
    second = scanner_of(device)
    assert second is not first and second.calls == ["start"]
    device.touch("staff-leave")
    assert second.calls == ["start", "stop"]


def test_i_compare_each_label_with_where_i_stand_and_take_a_wrong_one_back(make_device: MakeDevice) -> None:
    device = make_device()
    begin_round(device)
    texts = rounds_of(device).texts
    first, second = list(texts)[:2]
    scanner_of(device).show(texts[first])
    assert device.sees("round-last-title") == "1   Alai Darwaza"
    scanner_of(device).show(texts[second])
    assert "Qutb Minar" in device.sees("round-last-title")
    assert "2 found, 8 still to scan" in device.reads()
    device.touch("round-undo")
    assert "1 found, 9 still to scan" in device.reads() and not device.has("round-last-title")


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        ("foreign", "This code is not yours"),
        ("forged", "This code imitates yours"),
        ("newer", "does not know it"),
        ("elsewhere", "belongs to another site"),
    ],
)
def test_what_confirms_nothing_is_told_why(make_device: MakeDevice, problem: str, said: str) -> None:
    device = make_device()
    begin_round(device)
    now = rounds_of(device).current_round
    assert now is not None
    rounds_of(device).current_round = replace(now, problem=problem)
    rounds_of(device).tell()
    assert said in device.sees("round-problem")


def test_two_labels_at_once_confirm_neither(make_device: MakeDevice) -> None:
    device = make_device()
    begin_round(device)
    texts = list(rounds_of(device).texts.values())
    scanner_of(device).show_several(*texts[:2])
    assert device.sees("round-problem").startswith("Several codes are in view")
    scanner_of(device).show(texts[0])
    assert not device.has("round-problem") and "1 found" in device.reads()


def test_the_end_of_a_round_says_what_is_missing(make_device: MakeDevice) -> None:
    device = make_device()
    begin_round(device)
    scanner_of(device).show(next(iter(rounds_of(device).texts.values())))
    device.rest()
    device.touch("round-end")
    assert device.sees("round-result-words").startswith("1 found, 9 not scanned")
    assert "Qutb Minar" in device.reads() and "Alai Darwaza" not in device.reads()
    assert rounds_of(device).current_round is None
    device.touch("round-labels")
    assert "Begin a round" in device.reads()


def test_a_round_that_was_interrupted_goes_on(make_device: MakeDevice) -> None:
    device = make_device()
    begin_round(device)
    scanner_of(device).show(next(iter(rounds_of(device).texts.values())))
    device.rest()
    device.touch("staff-leave")
    device.come_in()
    device.touch("tab-labels")
    assert "A round is under way: 1 found, 9 still to scan." in device.reads()
    device.touch("round-begin")
    assert "1 found, 9 still to scan" in device.reads()


def test_whoever_scans_is_there_though_they_touch_nothing(make_device: MakeDevice) -> None:
    device = make_device()
    begin_round(device)
    pages = device.shell.staff
    assert pages is not None
    for text in list(rounds_of(device).texts.values())[:3]:
        device.rooms.clock.step(IDLE_MS - 1_000)
        scanner_of(device).show(text)
        device.rest()
        pages.pages.tick()
        assert device.has("round-camera")
    device.rooms.clock.step(IDLE_MS)
    pages.pages.tick()
    assert not device.has("staff"), "and who lays the device down leaves it locked"
    assert scanner_of(device).calls[-1] == "stop"


def test_a_camera_that_is_lost_or_not_there_is_told(make_device: MakeDevice) -> None:
    device = make_device()
    begin_round(device)
    scanner_of(device).tell(CameraLost(KioskError("No picture comes", code="scanning.camera-lost"), 0))
    assert "The camera does not answer" in device.reads()
    scanner_of(device).tell(CameraBack(0))
    assert "Hold the camera to a label." in device.reads()
    without = make_device(camera=False)
    begin_round(without)
    assert "This device has no camera" in without.reads()


def test_a_thousand_labels_come_a_page_at_a_time_worst_first(make_device: MakeDevice) -> None:
    device = make_device()
    rounds = rounds_of(device)
    rounds.texts = dict(rounds.texts) | {f"qutb/far-{k}": f"HTTPS://QUTB.EXAMPLE/{k:013}" for k in range(990)}
    rounds.known["qutb/far-700"] = make_state("qutb/far-700", is_covered=True, foreign=3, foreign_today=3)
    device.come_in()
    device.touch("tab-labels")
    words = device.reads()
    assert f"Show more ({1_000 - SHOWN_AT_FIRST} left)" in words and "qutb/far-700" in words
    device.touch("labels-more")
    assert f"Show more ({1_000 - 2 * SHOWN_AT_FIRST} left)" in device.reads()


def test_the_tab_says_how_many_labels_need_somebody(make_device: MakeDevice) -> None:
    device = make_device()
    device.come_in()
    assert device.sees("tab-labels") == "Labels (4)"
    rounds_of(device).known.clear()
    rounds_of(device).tell()
    assert device.sees("tab-labels") == "Labels"


def test_new_content_brings_its_own_labels(make_device: MakeDevice) -> None:
    device = make_device()
    device.come_in()
    device.touch("tab-labels")
    rounds = rounds_of(device)
    rounds.asked.clear()
    device.desk.shelf = (make_release(7, shown=True),)
    device.desk.plug()
    device.rest()
    assert ("forget", "") in rounds.asked


def test_a_device_that_keeps_nothing_has_no_such_page(make_device: MakeDevice) -> None:
    device = make_device(rounds=None)
    device.come_in()
    assert device.has("tab-shelf") and not device.has("tab-labels")
