"""What a volunteer may rely on at the device, in their words. The real pages, off screen, over a desk without drives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.model.pack_offer import OfferState, Publisher
from tests.fakes.fake_library import EmptyLibrary
from tests.fakes.fake_staff import MILL, STICK, FakeDesk, list_calls, make_drive, make_offer, make_release
from tests.screens.conftest import OpenShell, open_guide, settle, translations
from tests.screens.volunteer import Device

__all__ = ["open_guide", "settle", "translations"]

Settle = Callable[[], None]
CASTLE = Publisher("Castle Trust", "3HTR 0B8N YJ6C QW2K Z4FD", trusted=False)


@pytest.fixture
def device(open_guide: OpenShell, settle: Settle) -> Device:
    desk = FakeDesk(shelf=(make_release(6, shown=True), make_release(5)))
    shell, rooms = open_guide(staff=desk)
    return Device(shell, rooms, desk, settle)


def test_i_am_told_of_the_stick_and_need_the_pin_to_see_what_is_on_it(device: Device) -> None:
    device.desk.plug(make_drive(make_offer(7)))
    assert device.sees("staff-notice") == "A USB stick is plugged in: MUSEUM. Staff: touch here"
    device.touch("staff-notice")
    assert device.has("pin-title") and not device.has("install") and not device.has("tab-shelf")
    device.touch("digit-1", "digit-1", "digit-1", "digit-1", "pin-go")
    assert device.sees("pin-complaint") == "That is not the PIN. Nothing has changed."
    device.come_in()
    assert device.has("install")


def test_i_see_whose_it_is_what_changes_how_much_and_how_long(device: Device) -> None:
    device.desk.plug(make_drive(make_offer(7, new_bytes=3_400_000_000, size_bytes=4_000_000_000)))
    device.come_in()
    words = device.reads()
    for expected in (
        "Norrby Watermill",
        "Yes. It is signed by Mill Society, whom this device trusts.",
        "Visitors see version 6 now. Once it is installed they see version 7.",
        "Nobody is interrupted: a visit under way ends with what it began with.",
        "3400 MB, the rest is here",
        "about 4 minutes, longer with a slow stick",
        "12400 MB: enough",
        "You can take the stick out at any moment: visitors keep what they see until everything is copied and checked.",
    ):
        assert expected in words


def test_i_install_watch_and_am_told_that_visitors_see_it(device: Device) -> None:
    device.desk.plug(make_drive(make_offer(7)))
    device.come_in()
    device.touch("install")
    assert list_calls(device.desk, "install") == [(STICK, (), "se.norrby.mill", 7)]
    device.desk.copy(12_000_000, 34_000_000, 65.0)
    assert device.sees("job-amount") == "12 MB of 34 MB"
    assert device.sees("job-remaining") == "Still about a minute"
    device.desk.end("installed")
    assert device.sees("job-outcome") == "Everything is copied and checked. Visitors see it now."
    assert "You can take the stick out." in device.reads()


def test_i_can_go_back_right_after_an_install(device: Device) -> None:
    device.desk.plug(make_drive(make_offer(7)))
    device.come_in()
    device.touch("install")
    device.desk.end("installed")
    assert device.sees("go-back") == "Go back to version 6"
    device.touch("go-back")
    assert list_calls(device.desk, "activate") == []
    device.touch("change-yes")
    assert list_calls(device.desk, "activate") == [("se.norrby.mill", 6)]
    device.desk.end("activated")
    assert "Visitors are shown version 6" in device.reads()


def test_a_visit_that_is_under_way_is_not_interrupted_and_i_am_told_so(device: Device) -> None:
    device.desk.plug(make_drive(make_offer(7)))
    device.come_in()
    device.touch("install")
    device.desk.in_visit = True
    device.desk.end("installed")
    assert device.sees("job-outcome").endswith("Visitors see it as soon as the visit under way has ended.")


def test_a_bad_stick_says_what_is_wrong_in_its_words_and_what_visitors_see(device: Device) -> None:
    device.desk.plug(make_drive(make_offer(7)))
    device.come_in()
    device.touch("install")
    device.desk.end(
        "refused", "The pack was not installed · a file is damaged · Ask for another stick", "packs.hash"
    )
    words = device.reads()
    assert "The pack was not installed · a file is damaged · Ask for another stick [packs.hash]" in words
    assert "Visitors see version 6, whole, as before." in words
    device.touch("job-again")
    assert device.has("install")


def test_a_stick_that_is_pulled_while_i_look_does_no_harm(device: Device) -> None:
    device.desk.plug(make_drive(make_offer(7)))
    device.come_in()
    device.desk.plug()
    assert "No USB stick is plugged in" in device.reads()
    assert not device.has("install")


def test_i_trust_a_publisher_only_after_comparing_the_fingerprint(device: Device) -> None:
    device.desk.operator = None
    device.desk.plug(make_drive(make_offer(7, OfferState.REFUSED), publisher=CASTLE))
    device.come_in()
    assert not device.has("install")
    device.touch("compare")
    assert device.sees("fingerprint-asked") == CASTLE.fingerprint
    device.touch("trust-no")
    assert list_calls(device.desk, "trust") == []
    device.touch("compare", "trust-yes")
    assert list_calls(device.desk, "trust") == [(STICK, CASTLE.fingerprint, "", 0)]
    device.desk.end("trusted")
    assert device.sees("trust") == "Yes. It is signed by Castle Trust, whom this device trusts."


def test_a_fingerprint_that_changes_while_i_compare_is_asked_about_anew(device: Device) -> None:
    device.desk.operator = None
    device.desk.plug(make_drive(publisher=CASTLE))
    device.come_in()
    device.touch("compare")
    device.desk.plug(make_drive(publisher=replace(CASTLE, fingerprint="EVIL EVIL EVIL EVIL EVIL")))
    assert not device.has("trust-yes")


def test_another_publishers_stick_is_not_trusted_where_the_museum_has_chosen(device: Device) -> None:
    device.desk.plug(make_drive(make_offer(7, OfferState.REFUSED), publisher=CASTLE))
    device.come_in()
    assert device.sees("trust").startswith(
        "No. The stick says it is from Castle Trust; this device takes content from Mill"
    )
    assert not device.has("compare") and not device.has("install")


def test_i_leave_out_videos_and_the_rest_fits(device: Device) -> None:
    device.desk.plug(make_drive(make_offer(7), free_bytes=16_000_000))
    device.come_in()
    assert device.sees("action-words").startswith("There is not enough room: 18 MB are missing.")
    device.touch("install")
    assert list_calls(device.desk, "install") == []
    device.touch("part-video")
    assert device.sees("needed-value") == "15 MB, the rest is here"
    device.touch("install")
    assert list_calls(device.desk, "install") == [(STICK, ("video",), "se.norrby.mill", 7)]


def test_i_add_later_what_was_left_out(device: Device) -> None:
    device.desk.plug(make_drive(make_offer(6, OfferState.HERE, left_out=("video",))))
    device.come_in()
    assert not device.has("install")
    device.touch("part-video")
    assert device.sees("install") == "Add what was left out"
    device.touch("install")
    assert list_calls(device.desk, "install") == [(STICK, (), "se.norrby.mill", 6)]


def test_nothing_is_removed_before_i_have_said_yes(device: Device) -> None:
    device.come_in()
    device.touch("tab-shelf", "remove-se.norrby.mill-5")
    assert "visitors notice nothing" in device.reads()
    device.touch("change-no")
    assert device.desk.asked == []
    device.touch("remove-se.norrby.mill-5", "change-yes")
    device.desk.end("removed")
    assert "Version 5 is removed" in device.reads()


def test_what_visitors_see_is_removed_only_where_nothing_else_could_be_shown(device: Device) -> None:
    device.come_in()
    device.touch("tab-shelf")
    assert device.has("remove-se.norrby.mill-5") and not device.has("remove-se.norrby.mill-6")
    device.desk.shelf = (make_release(6, shown=True),)
    device.desk.plug()
    device.touch("remove-se.norrby.mill-6")
    assert "visitors do not find this on this device any more" in device.reads()


def test_only_one_thing_is_done_at_a_time(device: Device) -> None:
    device.desk.plug(make_drive(make_offer(7)))
    device.come_in()
    device.touch("install", "tab-drive")
    assert device.sees("action-words") == "Something is being installed just now."
    assert not device.has("install")
    device.touch("tab-shelf", "remove-se.norrby.mill-5")
    assert not device.has("change-yes")
    device.touch("tab-job", "cancel")
    assert device.desk.asked[-1] == ("cancel",)
    device.desk.end("cancelled")
    assert "What was copied is kept" in device.sees("job-outcome")


def test_i_may_leave_while_it_copies_and_am_told_outside_how_it_ended(device: Device) -> None:
    device.desk.plug(make_drive(make_offer(7)))
    device.come_in()
    device.touch("install", "job-leave")
    assert device.sees("staff-notice").startswith("New content is being copied.")
    device.desk.end("refused", "The stick was pulled")
    assert device.sees("staff-notice") == "The new content was not installed. Staff: touch here"
    device.touch("staff-notice", "staff-leave")
    assert device.has("staff-notice"), "whoever has no PIN takes no notice away"
    device.come_in()
    device.touch("tab-job")
    assert "The stick was pulled" in device.reads()
    device.touch("staff-leave")
    assert not device.has("staff-notice")


def test_a_device_without_content_can_be_given_some(open_guide: OpenShell, settle: Settle) -> None:
    desk = FakeDesk(operator=MILL)
    shell, rooms = open_guide(staff=desk, library=EmptyLibrary())
    device = Device(shell, rooms, desk, settle)
    assert device.has("staff-corner")
    desk.plug(make_drive(make_offer(7, OfferState.NEW, new_bytes=846_000_000)))
    device.come_in()
    assert "Once it is installed they find it here." in device.sees("change")


def test_new_content_is_on_the_attract_page_without_a_restart(device: Device) -> None:
    device.desk.plug(make_drive(make_offer(7)))
    told: list[int] = []
    device.shell.models.attract.changed.connect(lambda: told.append(1))
    device.come_in()
    device.touch("install", "job-leave")
    told.clear()
    device.desk.end("installed")
    assert told


def test_content_that_is_not_signed_says_so_over_every_page(open_guide: OpenShell, settle: Settle) -> None:
    words = "Preview: not signed. This is not for visitors."
    shell, rooms = open_guide(staff=FakeDesk(), preview=words)
    device = Device(shell, rooms, FakeDesk(), settle)
    for page in ("attract", "language-en", "browse", "back", "end-visit"):
        assert device.sees("preview") == words
        device.touch(page)
    device.ask()
    assert device.has("staff") and device.sees("preview") == words
