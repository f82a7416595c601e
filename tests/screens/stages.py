"""Every page as a visitor comes to see it: one walk that tests measure and the gallery takes pictures of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from kiosk.model.errors import KioskError
from kiosk.model.place_offer import PlaceOffer
from kiosk.scanning.events import Hint, Unreadable
from kiosk.scanning.reader import Code
from kiosk.screens.shell import Shell, ShellOptions, open_shell
from tests.fakes.fake_library import EmptyLibrary, FakeLibrary
from tests.fakes.fake_place import FakePlace
from tests.fakes.fake_rooms import FakeRooms
from tests.fakes.fake_scanner import SQUARE
from tests.screens.search_stages import walk_search
from tests.screens.tour_stages import walk_tour

SHAPES = {"landscape": (1280, 800), "portrait": (800, 1280), "kiosk": (1080, 1920)}
LANGUAGES = ("en", "hi", "ar")
TEXT_SCALES = (1.0, 1.5, 2.0)


def walk(shell: Shell, fakes: FakeRooms, language: str, settle: Any) -> Iterator[str]:
    """Lead ``shell`` through a whole visit and yield the name of each stage when it is on the screen.

    ``settle`` lets the interface come to rest: pictures decoded, animations done.
    """

    def touch(*names: str) -> None:
        for name in names:
            shell.tap(name)
            settle()

    assert fakes.scanner is not None
    settle()
    yield "attract"
    touch("attract")
    yield "language"
    touch("bring-pass")
    yield "pass"
    touch("pass-skip", f"language-{language}")
    fakes.scanner.begin(has_torch=True)
    fakes.scanner.locate()
    settle()
    yield "home"
    for hint in (Hint.LESS_GLARE, Hint.MORE_LIGHT):  # the longest, and the one beside a button that changes
        fakes.scanner.guide(hint)
        settle()
        yield f"home-{hint}"
    fakes.scanner.guide(Hint.NONE)
    fakes.scanner.show("https://example.org/menu")
    settle()
    yield "home-foreign"
    fakes.scanner.tell(Unreadable(Code("", SQUARE, "fake"), 0))
    settle()
    fakes.scanner.struggle()
    settle()
    yield "home-struggling"
    fakes.scanner.show_several(label(fakes, "qutb-minar"), label(fakes, "iron-pillar"))
    settle()
    yield "choose-code"
    touch("none-of-these")
    fakes.scanner.recognise("qutb/alai-darwaza", "qutb/imam-zamin-tomb", "qutb/qutb-minar")
    settle()
    yield "choose-picture"
    touch("choose-number")
    touch("digit-4", "digit-5", "digit-6", "open-number")
    yield "number-unknown"
    touch("say-digits", "digit-9", "digit-9", "open-number")
    yield "number-near"
    touch("type-again")
    fakes.library.duplicate_number = "2"
    touch("digit-2", "open-number")
    yield "number-choices"
    touch("back")
    if fakes.place is not None:
        yield from walk_outdoors(fakes.place, touch, settle)
    touch("map")
    yield "map"
    touch("back", "tour-essential")
    yield "tour"
    touch("back")
    yield from walk_tour(shell, fakes, settle)
    touch("browse")
    yield "browse"
    yield from walk_search(shell, fakes, language, settle)
    touch("stop-qutb/qutb-minar")
    fakes.narrator.advance(6_000)
    shell.models.bar.seek(0.12)
    settle()
    yield "stop"
    for position in (0.5, 1.0):
        scroll_to(shell, "stop-words", position)
        settle()
        yield f"stop-{position:g}"
    touch("more-like-this")
    yield "stop-liked"
    touch("voice", "choice-1.25")
    yield "stop-voice"
    touch("voice-done")
    fakes.narrator.advance(fakes.narrator.duration_ms)
    settle()
    yield "stop-more"
    touch("tell-more")
    fakes.narrator.advance(20_000)
    touch("depth-glance", "depth-deep")
    yield "stop-resumed"
    touch("large-captions")
    yield "captions"
    touch("whole-page", "enlarge", "nearer")
    yield "close-up"
    touch("back", "back")
    yield "wander"
    touch("browse-map")
    yield "map-here"
    touch("back", "end-visit")
    yield "end-question"
    touch("end-no", "told-now", "play")
    fakes.clock.step(91_000)
    shell.models.attention.tick()
    settle()
    yield "still-there"
    touch("still-here", "back", "back", "type-number", "digit-4", "open-number", "sound-0")
    fakes.sound_clock.advance(2_000)
    settle()
    yield "stop-sound"
    touch("sound-leave", "end-visit", "end-yes")
    yield "end"
    touch("take-pass")
    yield "end-pass"
    if fakes.printer is not None:
        fakes.printer.problem = KioskError("The pass was not printed", code="passes.printer-stopped")
        touch("pass-print")
        while shell.models.pass_paper.property("state") == "printing":
            settle()
        yield "end-pass-not-printed"
    touch("pass-away", "done")


def walk_outdoors(place: FakePlace, touch: Callable[..., None], settle: Callable[[], None]) -> Iterator[str]:
    """Lead from the home page past two stops that stand near to each other, and onto the plan."""
    place.put(PlaceOffer("qutb/iltutmish-tomb", 38, 20, -70, False))
    settle()
    yield "home-near"
    at_two = [PlaceOffer(f"qutb/{name}", 4, 225, None, True) for name in ("alauddin-madrasa", "iron-pillar")]
    place.put(*at_two, spot=(28.52474, 77.18500), accuracy_m=9.0)
    settle()
    yield "home-here"
    touch("map")
    yield "map-visitor"
    place.put()
    touch("back")


def label(fakes: FakeRooms, folder: str) -> str:
    """Return what the label of a stop of the demonstration says."""
    stop = fakes.library.get_stop(f"qutb/{folder}", "en")
    return f"HTTPS://QUTB.EXAMPLE/{stop.code}00000"


def scroll_to(shell: Shell, name: str, share: float) -> None:
    """Scroll an area to a share of its length."""
    area = shell.find(name)
    assert area is not None
    area.setProperty("contentY", max(0.0, area.property("contentHeight") - area.height()) * share)


def open_without_camera(fakes: FakeRooms, options: ShellOptions, language: str) -> Shell:
    """Open a shell over rooms with no camera and go to the home page."""
    shell = open_shell(fakes.rooms, options)
    shell.models.flow.begin()
    shell.models.flow.choose_language(language)
    return shell


__all__ = ["SHAPES", "EmptyLibrary", "FakeLibrary", "open_without_camera", "scroll_to", "walk"]
