"""The staff's view-models: what they tell QML, and when they stay silent."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.pack_offer import OfferState
from kiosk.screens.staff.offer_rows import choose_offer, count_needed_bytes, make_part_rows, may_install
from tests.fakes.fake_staff import FakeDesk, list_calls, make_drive, make_offer, make_release
from tests.screens.conftest import OpenShell

PARTS = ("lang-en", "lang-hi", "lang-ar", "video")


def test_the_release_that_brings_something_is_looked_at_first() -> None:
    older, here = make_offer(3, OfferState.OLDER), make_offer(6, OfferState.HERE)
    newer, refused = make_offer(7), make_offer(9, OfferState.REFUSED)
    assert choose_offer((refused, older, here, newer)) is newer
    assert choose_offer((refused,)) is refused
    assert choose_offer(()) is None


def test_the_fall_back_language_is_always_taken() -> None:
    rows = make_part_rows(make_offer(7), PARTS)
    assert [(row["part"], row["always"], row["taken"]) for row in rows] == [
        ("lang-en", True, True),
        ("lang-hi", False, False),
        ("lang-ar", False, False),
        ("video", False, False),
    ]


@given(st.sets(st.sampled_from(PARTS)))
def test_leaving_out_never_needs_more_nor_less_than_nothing(left_out: set[str]) -> None:
    offer = make_offer(7)
    assert 0 <= count_needed_bytes(offer, left_out) <= offer.new_bytes
    assert count_needed_bytes(make_offer(7, new_bytes=1_000_000), PARTS) == 0


@pytest.mark.parametrize(
    ("state", "was_left_out", "left_out", "may"),
    [
        (OfferState.NEW, (), (), True),
        (OfferState.NEWER, (), PARTS, True),
        (OfferState.HERE, (), (), False),
        (OfferState.HERE, ("video",), ("video",), False),
        (OfferState.HERE, ("video",), (), True),
        (OfferState.HERE, ("video",), ("video", "lang-hi"), False),
        (OfferState.OLDER, ("video",), (), False),
        (OfferState.REFUSED, ("video",), (), False),
    ],
)
def test_what_changes_nothing_is_not_installed(
    state: OfferState, was_left_out: Sequence[str], left_out: Sequence[str], may: bool
) -> None:
    assert may_install(make_offer(7, state, left_out=tuple(was_left_out)), left_out) is may


def test_news_of_a_copy_make_nothing_anew_but_the_bar(
    open_guide: OpenShell, settle: Callable[[], None]
) -> None:
    desk = FakeDesk(shelf=(make_release(6, shown=True),))
    shell, _ = open_guide(staff=desk)
    shell.models.door.ask()
    assert shell.staff is not None
    desk.plug(make_drive(make_offer(7)))
    desk.install("/media/kiosk/MUSEUM", "se.norrby.mill", 7, ())
    heard: list[str] = []
    for name in ("pin", "drive", "shelf", "job"):
        getattr(shell.staff, name).changed.connect(lambda name=name: heard.append(name))
    for done_bytes in range(0, 30_000_000, 10_000_000):
        desk.copy(done_bytes, 34_000_000, None)
    assert heard == ["job"] * 3


def test_a_stick_that_is_not_there_any_more_is_not_installed(open_guide: OpenShell) -> None:
    desk = FakeDesk(drives=(make_drive(make_offer(7)),))
    shell, _ = open_guide(staff=desk)
    shell.models.door.ask()
    assert shell.staff is not None
    desk.plug()
    shell.staff.drive.install()
    shell.staff.drive.look_again()
    assert desk.asked == []


def test_the_newest_stick_is_shown_until_another_is_chosen(open_guide: OpenShell) -> None:
    one, other = make_drive(name="ONE", path="/media/one"), make_drive(name="OTHER", path="/media/other")
    desk = FakeDesk(drives=(one, other))
    shell, _ = open_guide(staff=desk)
    shell.models.door.ask()
    assert shell.staff is not None
    drive = shell.staff.drive
    assert drive.property("drive")["name"] == "OTHER"
    drive.choose_drive("/media/one")
    assert drive.property("drive")["name"] == "ONE"
    desk.plug(other)
    assert drive.property("drive")["name"] == "OTHER"
    drive.look_again()
    assert list_calls(desk, "look_again") == [("/media/other",)]


def test_nothing_behind_the_pin_is_shown_without_it(open_guide: OpenShell) -> None:
    shell, _ = open_guide(staff=FakeDesk())
    shell.models.door.ask()
    assert shell.staff is not None
    for page in ("drive", "job", "shelf", "pin", "elsewhere"):
        shell.staff.pages.show(page)
        assert shell.staff.pages.property("page") == "pin"
    shell.staff.pin.choose_anew()
    shell.staff.pages.open()
    assert shell.staff.pin.property("stage") == "enter"


def test_a_pin_is_never_shown(open_guide: OpenShell) -> None:
    shell, _ = open_guide(staff=FakeDesk())
    shell.models.door.ask()
    assert shell.staff is not None
    pin = shell.staff.pin
    for digit in range(10):
        pin.press(digit)
    meta = pin.metaObject()
    told = [pin.property(str(meta.property(index).name())) for index in range(meta.propertyCount())]
    assert "01234567" not in told
    assert pin.property("length") == 8
    pin.erase()
    assert pin.property("length") == 7
