"""Every staff page as staff come to see it: one walk that tests measure and the gallery takes pictures of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from kiosk.model.pack_offer import OfferState, Publisher
from kiosk.screens.shell import Shell
from tests.fakes.fake_rooms import FakeRooms
from tests.fakes.fake_staff import MILL, STICK, FakeDesk, make_drive, make_offer, make_release
from tests.screens.closing_stages import walk_closing
from tests.screens.hub_stages import walk_hub
from tests.screens.label_stages import walk_labels

UNKNOWN = Publisher("Castle Trust of the Upper Valley", "3HTR 0B8N YJ6C QW2K Z4FD", trusted=False)
DAMAGED = "The pack was not installed · blobs/3f/3fa1c0d2 · expected 1204331 bytes, found 88210 · Copy the pack to the stick again, or ask for another stick · [packs.blob-damaged]"


def make_desk() -> FakeDesk:
    """Return the desk of a device with the mill on it, and an older release of it."""
    return FakeDesk(shelf=(make_release(6, shown=True), make_release(5), make_release(4, withdrawn=True)))


def walk_staff(shell: Shell, fakes: FakeRooms, language: str, settle: Callable[[], None]) -> Iterator[str]:
    """Lead staff through all that they can meet, and yield the name of each stage when it is on the screen."""
    desk = fakes.staff
    assert desk is not None
    desk.plug(make_drive(make_offer(7)))
    settle()
    yield "notice"
    shell.tap("staff-notice")
    for _ in range(3):
        if shell.models.look.property("language") != language:
            shell.tap("staff-language")
            settle()
    yield from _at_the_pin(shell, desk, settle)
    yield from _at_the_stick(shell, desk, settle)
    yield from _at_the_install(shell, desk, settle)
    yield from walk_labels(shell, fakes, settle)
    yield from walk_closing(shell, fakes, settle)
    yield from walk_hub(shell, fakes, settle)
    yield from _at_the_shelf(shell, desk, settle)
    assert shell.models.look.property("language") == language, "what staff chose holds while they are in"
    shell.tap("staff-leave")
    settle()
    yield "left"


def _type(shell: Shell, settle: Callable[[], None], digits: str) -> None:
    for digit in digits:
        shell.tap(f"digit-{digit}")
    settle()


def _at_the_pin(shell: Shell, desk: FakeDesk, settle: Callable[[], None]) -> Iterator[str]:
    _type(shell, settle, "13579")
    yield "pin"
    shell.tap("pin-go")
    settle()
    yield "pin-wrong"
    for _ in range(4):
        _type(shell, settle, "1357")
        shell.tap("pin-go")
    settle()
    yield "pin-wait"
    desk.pass_wait()
    assert shell.staff is not None
    shell.staff.pages.tick()
    pin, desk.pin = desk.pin, ""
    drives = desk.drives
    desk.plug()
    settle()
    yield "pin-none"
    desk.plug(*drives)
    settle()
    yield "pin-choose"
    _type(shell, settle, pin)
    shell.tap("pin-go")
    settle()
    yield "pin-repeat"
    _type(shell, settle, "9999")
    shell.tap("pin-go")
    settle()
    yield "pin-differs"
    desk.pin = pin
    desk.plug(*drives)
    settle()
    _type(shell, settle, pin)
    shell.tap("pin-go")
    settle()


def _at_the_stick(shell: Shell, desk: FakeDesk, settle: Callable[[], None]) -> Iterator[str]:
    yield "stick-newer"
    shell.tap("part-video")
    settle()
    yield "stick-part-left-out"
    states = {
        "new": make_drive(make_offer(7, OfferState.NEW, new_bytes=846_000_000)),
        "here": make_drive(make_offer(6, OfferState.HERE, left_out=("video",))),
        "older": make_drive(make_offer(3, OfferState.OLDER)),
        "refused": make_drive(make_offer(9, OfferState.REFUSED, refusal=DAMAGED, code="packs.blob-damaged")),
        "no-room": make_drive(make_offer(7, new_bytes=846_000_000), free_bytes=210_000_000, read_only=True),
        "several": make_drive(
            make_offer(7),
            make_offer(2, OfferState.NEW, pack_id="se.norrby.church", site_names=("Norrby Church",)),
        ),
        "foreign": make_drive(make_offer(7, OfferState.REFUSED), publisher=UNKNOWN),
        "looking": make_drive(looking=True, publisher=None),
        "empty": make_drive(),
        "problem": make_drive(publisher=None, problem=DAMAGED, code="packs.blob-damaged"),
    }
    for name, drive in states.items():
        desk.plug(replace(drive, path=f"{STICK}-{name}"))
        settle()
        yield f"stick-{name}"
    desk.plug(make_drive(make_offer(7)), make_drive(name="BACKUP-OF-2026", path=f"{STICK}-2"))
    settle()
    yield "sticks"
    desk.plug()
    settle()
    yield "stick-none"
    yield from _at_the_fingerprint(shell, desk, settle)


def _at_the_fingerprint(shell: Shell, desk: FakeDesk, settle: Callable[[], None]) -> Iterator[str]:
    desk.operator = None
    desk.plug(make_drive(make_offer(7, OfferState.REFUSED), publisher=UNKNOWN))
    settle()
    yield "stick-unknown"
    shell.tap("compare")
    settle()
    yield "fingerprint"
    shell.tap("trust-yes")
    settle()
    yield "trusting"
    desk.end("refused", DAMAGED)
    settle()
    yield "not-trusted"
    desk.operator = MILL
    desk.plug(make_drive(make_offer(7)))
    settle()


def _at_the_install(shell: Shell, desk: FakeDesk, settle: Callable[[], None]) -> Iterator[str]:
    shell.tap("install")
    settle()
    yield "install-begins"
    desk.copy(12_400_000, 34_000_000, 200.0)
    settle()
    yield "install-copies"
    shell.tap("tab-drive")
    settle()
    yield "stick-while-copying"
    shell.tap("see-job")
    shell.tap("cancel")
    settle()
    yield "install-stops"
    desk.end("cancelled")
    settle()
    yield "install-cancelled"
    for result, message in (("refused", DAMAGED), ("nothing-new", ""), ("installed", "")):
        shell.tap("tab-drive")
        settle()
        shell.tap("install")
        desk.end(result, message, "packs.blob-damaged" if message else "")
        settle()
        yield f"install-{result}"
    shell.tap("go-back")
    settle()
    yield "go-back"
    shell.tap("change-yes")
    settle()
    yield "going-back"
    desk.end("activated")
    settle()


def _at_the_shelf(shell: Shell, desk: FakeDesk, settle: Callable[[], None]) -> Iterator[str]:
    yield "went-back"
    shell.tap("remove-se.norrby.mill-5")
    settle()
    yield "remove"
    shell.tap("change-no")
    settle()
    shell.tap("remove-se.norrby.mill-5")
    settle()
    shell.tap("change-yes")
    desk.end("refused", DAMAGED)
    settle()
    yield "not-removed"
    desk.in_visit = True
    shell.tap("activate-se.norrby.mill-7")
    settle()
    shell.tap("change-yes")
    desk.end("activated")
    settle()
    yield "shown-after-the-visit"
    desk.shelf = (make_release(7, shown=True),)
    desk.plug()
    settle()
    shell.tap("remove-se.norrby.mill-7")
    settle()
    yield "remove-what-is-shown"
    shell.tap("change-no")
    desk.shelf, desk.operator = (), None
    desk.plug()
    settle()
    yield "shelf-empty"
    shell.tap("change-pin")
    settle()
    yield "change-pin"
