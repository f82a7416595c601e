"""What visitors may rely on, in their words. The real interface, off screen, over rooms without camera or sound."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF
from PySide6.QtQuick import QQuickItem

from kiosk.model.errors import KioskError
from kiosk.model.marker import format_marker
from kiosk.scanning.events import CameraBack, CameraLost
from kiosk.screens.hand import find_item
from kiosk.screens.shell import Shell
from tests.fakes.fake_library import EmptyLibrary, FakeLibrary
from tests.screens.conftest import OpenShell, open_guide, settle, translations

__all__ = ["open_guide", "settle", "translations"]

Settle = Callable[[], None]
LABEL = format_marker("QUTB.EXAMPLE", "QYJFA8ND", b"whoever made it")


def go_home(shell: Shell, settle: Settle, language: str = "en") -> None:
    shell.tap("attract")
    settle()
    shell.tap(f"language-{language}")
    settle()


def shown(shell: Shell, name: str) -> QQuickItem:
    item = shell.find(name)
    assert item is not None, f"{name} is not on the page {shell.page}"
    return item


def words(shell: Shell, name: str) -> str:
    return str(shown(shell, name).property("text"))


def test_i_am_told_a_story_two_touches_after_the_first_one(open_guide: OpenShell, settle: Settle) -> None:
    shell, fakes = open_guide()
    go_home(shell, settle)
    assert fakes.scanner is not None
    fakes.scanner.show(LABEL)
    settle()
    assert shell.page == "stop"
    assert words(shell, "stop-title") == "Qutb Minar"
    assert fakes.narrator.state == "playing"
    assert fakes.narrator.told[0].depth == "story"


def test_nobody_asks_whether_i_am_there_while_i_listen(open_guide: OpenShell, settle: Settle) -> None:
    shell, fakes = open_guide()
    go_home(shell, settle)
    shell.models.flow.open_stop("qutb/qutb-minar", "list")
    for _ in range(600):
        fakes.clock.step(1_000)
        shell.models.attention.tick()
    assert fakes.narrator.state == "playing"
    assert not shell.models.attention.property("asking")
    assert shell.page == "stop"


def test_when_i_walk_away_the_guide_asks_and_then_forgets_me(open_guide: OpenShell, settle: Settle) -> None:
    shell, fakes = open_guide()
    go_home(shell, settle, "ar")
    shell.models.look.choose_text_scale(2.0)
    shell.models.flow.open_stop("qutb/qutb-minar", "list")
    settle()
    shell.tap("play")
    fakes.clock.step(90_000)
    shell.models.attention.tick()
    settle()
    assert shown(shell, "still-here").isVisible()
    fakes.clock.step(20_000)
    shell.models.attention.tick()
    settle()
    assert shell.page == "attract"
    assert shell.models.flow.journey is None
    assert shell.models.stop.stop is None
    assert shell.models.look.property("text_scale") == 1.0
    assert shell.models.look.property("language") == "en"
    assert fakes.visit.id is None


def test_one_touch_says_that_i_am_still_there(open_guide: OpenShell, settle: Settle) -> None:
    shell, fakes = open_guide()
    go_home(shell, settle)
    fakes.clock.step(91_000)
    shell.models.attention.tick()
    settle()
    shell.tap("still-here")
    settle()
    assert shell.page == "home"
    assert shell.find("still-here") is None


def test_my_answer_touches_nothing_below_the_question(open_guide: OpenShell, settle: Settle) -> None:
    shell, fakes = open_guide()
    go_home(shell, settle)
    shell.models.flow.open_stop("qutb/qutb-minar", "list")
    settle()
    shell.tap("play")
    fakes.clock.step(91_000)
    shell.models.attention.tick()
    settle()
    shell.tap("still-here")
    settle()
    assert shell.find("still-here") is None
    assert shell.models.stop.property("closer") == -1


def test_at_the_end_i_see_what_i_saw_and_the_next_visitor_sees_nothing_of_it(
    open_guide: OpenShell, settle: Settle
) -> None:
    shell, fakes = open_guide()
    go_home(shell, settle)
    shell.models.flow.open_stop("qutb/iron-pillar", "list")
    fakes.clock.step(240_000)
    shell.models.attention.touched()  # there all the time
    settle()
    shell.tap("end-visit")
    settle()
    shell.tap("end-yes")
    settle()
    assert shell.page == "end"
    assert words(shell, "summary") == "1 of 10 stops · 4 min"
    assert fakes.narrator.state == "idle"
    assert fakes.visit.open_stop_id is None, "the last page is no stay at a stop"
    shell.tap("done")
    settle()
    assert shell.page == "attract"
    shell.tap("attract")
    settle()
    shell.tap("language-en")
    settle()
    assert shell.models.flow.journey is not None
    assert shell.models.flow.journey.seen == []


def test_the_voice_goes_on_while_i_look_around(open_guide: OpenShell, settle: Settle) -> None:
    shell, fakes = open_guide()
    go_home(shell, settle)
    shell.models.flow.open_stop("qutb/qutb-minar", "list")
    settle()
    shell.tap("back")
    settle()
    assert shell.page == "home"
    assert fakes.narrator.state == "playing"
    assert words(shell, "told-now") == "Qutb Minar"
    shell.tap("told-now")
    settle()
    assert shell.page == "stop"


def test_two_stops_never_speak_at_once(open_guide: OpenShell, settle: Settle) -> None:
    shell, fakes = open_guide()
    go_home(shell, settle)
    shell.models.flow.open_stop("qutb/qutb-minar", "list")
    shell.models.flow.open_stop("qutb/iron-pillar", "list")
    assert [told.stop_id for told in fakes.narrator.told] == ["qutb/qutb-minar", "qutb/iron-pillar"]
    assert shell.models.captions.property("caption").startswith(fakes.narrator.told[-1].text[:20])


def test_the_word_being_told_is_marked(open_guide: OpenShell, settle: Settle) -> None:
    shell, fakes = open_guide()
    go_home(shell, settle)
    shell.models.flow.open_stop("qutb/qutb-minar", "list")
    fakes.narrator.advance(8_000)
    shell.models.bar.seek(8_000 / fakes.narrator.duration_ms)
    captions = shell.models.captions
    place = captions.property("word")
    word = shell.models.stop.property("words")[place.x() : place.y()]
    assert word and " " not in word
    assert word in captions.property("caption")


def test_a_number_opens_its_stop_and_a_wrong_one_is_answered_kindly(
    open_guide: OpenShell, settle: Settle
) -> None:
    shell, _fakes = open_guide()
    go_home(shell, settle)
    for name in ("type-number", "digit-4", "digit-5", "digit-6", "open-number"):
        shell.tap(name)
        settle()
    assert "456" in words(shell, "unknown-number")
    for name in ("digit-4", "open-number"):
        shell.tap(name)
        settle()
    assert words(shell, "stop-title") == "The iron pillar"
    shell.tap("back")
    settle()
    assert shell.page == "home"


def test_i_choose_where_two_stops_bear_one_number(open_guide: OpenShell, settle: Settle) -> None:
    library = FakeLibrary()
    library.duplicate_number = "2"
    shell, _fakes = open_guide(library=library)
    go_home(shell, settle)
    for name in ("type-number", "digit-2", "open-number", "stop-qutb/alai-darwaza"):
        shell.tap(name)
        settle()
    assert words(shell, "stop-title") == "Alai Darwaza"


def test_codes_of_others_and_newer_ones_are_told_apart(open_guide: OpenShell, settle: Settle) -> None:
    shell, fakes = open_guide()
    go_home(shell, settle)
    assert fakes.scanner is not None
    fakes.scanner.show("https://example.org/lottery")
    settle()
    assert words(shell, "guidance").startswith("That code belongs to something else")
    key = bytes.fromhex(fakes.library._pack["pack"]["label_key"])
    fakes.scanner.show(format_marker("QUTB.EXAMPLE", "00000000", key))
    settle()
    assert words(shell, "guidance").startswith("This stop is newer")
    assert shell.page == "home"


def test_without_a_camera_the_number_pad_comes_first(open_guide: OpenShell, settle: Settle) -> None:
    shell, _fakes = open_guide(camera=False)
    go_home(shell, settle)
    assert shown(shell, "digit-1").isVisible()
    assert shell.find("type-number") is None


def test_a_camera_that_is_pulled_leaves_me_a_way_on_and_may_come_back(
    open_guide: OpenShell, settle: Settle
) -> None:
    shell, fakes = open_guide()
    go_home(shell, settle)
    assert fakes.scanner is not None
    fakes.scanner.tell(CameraLost(KioskError("No picture comes", code="scanning.camera-silent"), 0))
    settle()
    assert shown(shell, "digit-1").isVisible()
    fakes.scanner.tell(CameraBack(1))
    settle()
    assert shown(shell, "type-number").isVisible()


def test_the_camera_is_off_when_nobody_visits(open_guide: OpenShell, settle: Settle) -> None:
    shell, fakes = open_guide()
    assert fakes.scanner is not None
    assert fakes.scanner.calls == []
    go_home(shell, settle)
    shell.tap("end-visit")
    settle()
    assert fakes.scanner.calls == ["start", "resume", "release"]


def test_a_device_with_no_content_says_so_calmly(open_guide: OpenShell, settle: Settle) -> None:
    shell, _fakes = open_guide(library=EmptyLibrary(), camera=False)
    settle()
    assert shell.page == "empty"
    shell.models.flow.begin()
    assert shell.page == "empty"


def test_i_say_where_i_am_when_the_device_knows_several_sites(open_guide: OpenShell, settle: Settle) -> None:
    shell, _fakes = open_guide(library=FakeLibrary(extra_sites=("hampi",)))
    go_home(shell, settle)
    assert shell.page == "site"
    shell.tap("site-qutb")
    settle()
    assert shell.page == "home"


def test_in_arabic_everything_is_mirrored_and_digits_are_arabic(
    open_guide: OpenShell, settle: Settle
) -> None:
    shell, _fakes = open_guide()
    go_home(shell, settle, "ar")
    half = shell.window.width() / 2
    assert centre_x(shell, "back") > half > centre_x(shell, "end-visit")
    for name in ("type-number", "digit-1", "digit-2"):
        shell.tap(name)
        settle()
    assert words(shell, "typed") == "١٢"
    # Numbers run from left to right in Arabic too, and so do its telephones' keys.
    assert centre_x(shell, "digit-1") < centre_x(shell, "digit-3")
    assert centre_x(shell, "open-number") < centre_x(shell, "erase")


def test_i_choose_how_much_i_am_told(open_guide: OpenShell, settle: Settle) -> None:
    shell, fakes = open_guide()
    go_home(shell, settle)
    shell.models.flow.open_stop("qutb/qutb-minar", "list")
    settle()
    shell.tap("depth-children")
    settle()
    assert fakes.narrator.told[-1].depth == "children"
    shell.models.flow.open_stop("qutb/iron-pillar", "list")
    assert shell.models.stop.property("depth") in ("children", "story")


def test_a_stop_says_what_it_rests_on_and_where_to_go_next(open_guide: OpenShell, settle: Settle) -> None:
    shell, _fakes = open_guide()
    go_home(shell, settle)
    shell.models.flow.open_stop("qutb/qutb-minar", "list")
    settle()
    assert all(fact["sources"] for fact in shell.models.stop.property("facts"))
    assert shell.models.stop.property("publisher") and shell.models.stop.property("reviewed_on")
    assert len(shell.models.suggestions.property("cards")) == 3
    first = shell.models.suggestions.property("cards")[0]["id"]
    shell.tap(f"stop-{first}")
    settle()
    assert shell.models.stop.property("stop_id") == first


def test_i_look_closely_at_a_picture_and_come_back(open_guide: OpenShell, settle: Settle) -> None:
    shell, _fakes = open_guide()
    go_home(shell, settle)
    shell.models.flow.open_stop("qutb/qutb-minar", "list")
    settle()
    shell.tap("enlarge")
    settle()
    view = shown(shell, "close-up-view")
    for _ in range(4):
        shell.tap("nearer")
        settle()
    assert view.property("contentWidth") == 4 * view.width()
    shell.tap("back")
    settle()
    assert shell.page == "stop"
    assert shell.find("close-up") is None


def test_i_make_the_text_larger_on_any_page(open_guide: OpenShell, settle: Settle) -> None:
    shell, _fakes = open_guide()
    go_home(shell, settle)
    sizes = []
    for page in ("home", "browse", "map"):
        shell.models.flow.show(page)
        settle()
        shell.tap("text-size")
        settle()
        sizes.append(shell.models.look.property("text_scale"))
    assert sizes == [1.5, 2.0, 1.0]


def test_a_stop_without_a_picture_has_its_plate_and_more_room_for_words(
    open_guide: OpenShell, settle: Settle
) -> None:
    library = FakeLibrary()
    library.undrawn = True
    shell, _fakes = open_guide(library=library)
    go_home(shell, settle)
    shell.models.flow.open_stop("qutb/iron-pillar", "list")
    settle()
    assert shell.find("enlarge") is None
    assert shown(shell, "stop-words").width() > 0.5 * shell.window.width()
    assert words(shell, "plate-sign") == "4"


def test_a_site_tells_its_hours_where_they_are_known(open_guide: OpenShell, settle: Settle) -> None:
    library = FakeLibrary()
    library.opening_hours = "Tu-Su 10:00-17:00"
    shell, _fakes = open_guide(library=library)
    go_home(shell, settle)
    shell.models.flow.open_stop("qutb/iron-pillar", "list")
    shell.models.flow.end("leave")
    settle()
    assert words(shell, "hours") == "Open Tuesday–Sunday: 10:00–17:00"


def centre_x(shell: Shell, name: str) -> float:
    item = find_item(shell.window.contentItem(), name)
    assert item is not None
    return item.mapToScene(QPointF(item.width() / 2, 0)).x()
