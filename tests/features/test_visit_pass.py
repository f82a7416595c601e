"""A visitor takes a pass home and is known by nothing but their wishes when they come again."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import zxingcpp
from PySide6.QtGui import QImage

from kiosk.model.content import Depth
from kiosk.passes.code import format_pass, parse_pass
from kiosk.passes.visit_pass import AccessWishes, VisitPass, add_visit, days_since_epoch
from kiosk.screens.pass_images import draw_code
from tests.fakes.fake_rooms import FakeRooms
from tests.screens.conftest import open_guide, settle, translations
from tests.screens.seeker import GATE, MINAR, PILLAR, Seeker
from tests.screens.stages import label

__all__ = ["open_guide", "settle", "translations"]

KEYS = ((3, b"k" * 32), (2, b"old key of the operator's passes!"[:32]))
TODAY = days_since_epoch(1_795_000_000_000)


@pytest.fixture
def visit(open_guide: Any, settle: Callable[[], None]) -> Callable[..., Seeker]:
    def begin(language: str = "en", **words: Any) -> Seeker:
        shell, fakes = open_guide(**{"pass_keys": KEYS, **words})
        return Seeker(shell, fakes, settle, language)

    return begin


@pytest.fixture
def at_the_door(open_guide: Any, settle: Callable[[], None]) -> Callable[..., Seeker]:
    """A visitor who has touched the screen, and nothing more."""

    def begin(**words: Any) -> Seeker:
        shell, fakes = open_guide(**{"pass_keys": KEYS, **words})
        seeker = Seeker.__new__(Seeker)
        seeker.shell, seeker.fakes, seeker._settle = shell, fakes, settle
        shell.models.flow.begin()
        seeker.rest()
        return seeker

    return begin


def see(visitor: Seeker, *folders: str, seconds: int = 40) -> None:
    for folder in folders:
        visitor.camera.show(label(visitor.fakes, folder))
        visitor.rest()
        visitor.fakes.clock.step(seconds * 1_000)
        visitor.touch("back")


def leave(visitor: Seeker) -> None:
    visitor.touch("end-visit", "end-yes")


def photograph(visitor: Seeker) -> str:
    """Return what a phone reads from the code on the screen."""
    picture = visitor.shell.window.grabWindow().convertToFormat(picture_format())
    codes = zxingcpp.read_barcodes(as_array(picture))
    assert len(codes) == 1
    return codes[0].text


def picture_format() -> Any:
    return QImage.Format.Format_Grayscale8


def as_array(picture: Any) -> Any:
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    return rows[:, : picture.width()].copy()


def read_log(fakes: FakeRooms, name: str) -> list[dict[str, Any]]:
    with closing(sqlite3.connect(Path(fakes.folder) / "events.db")) as log:
        return [
            json.loads(body) for (body,) in log.execute("SELECT body FROM events WHERE name = ?", (name,))
        ]


def make_pass(**words: Any) -> str:
    held = VisitPass(**{"language": "en", **words})
    return format_pass(add_visit(held, "qutb", TODAY - 5, [MINAR, PILLAR]), *KEYS[0])


def test_i_take_a_pass_with_me_and_it_says_what_i_did(visit: Callable[..., Seeker]) -> None:
    visitor = visit()
    visitor.touch("text-size")
    see(visitor, "qutb-minar", "iron-pillar")
    leave(visitor)
    visitor.touch("take-pass")
    words = visitor.reads("pass-words")
    assert "Language: English" in words and "Stops seen: 2" in words and "Larger text" in words
    held = parse_pass(photograph(visitor), dict(KEYS).get)
    assert (held.language, held.depth, held.access.text_percent) == ("en", Depth.STORY, 150)
    assert held.list_seen([MINAR, PILLAR, GATE]) == {MINAR, PILLAR}
    assert held.sites[0].visits == 1 and held.sites[0].day == TODAY
    visitor.touch("pass-away")
    assert visitor.sees("done")


def test_the_code_is_read_from_a_narrow_screen_from_right_to_left_too(visit: Callable[..., Seeker]) -> None:
    visitor = visit(width_px=800, height_px=1280, language="ar")
    see(visitor, "qutb-minar", "iron-pillar", "alai-darwaza", seconds=1)
    leave(visitor)
    visitor.touch("take-pass")
    assert parse_pass(photograph(visitor), dict(KEYS).get).language == "ar"


def test_nothing_of_the_pass_stays_on_the_device(visit: Callable[..., Seeker]) -> None:
    visitor = visit()
    see(visitor, "qutb-minar")
    leave(visitor)
    visitor.touch("take-pass")
    text = photograph(visitor)
    visitor.touch("pass-away", "done")
    take, brought = visitor.shell.models.pass_to_take, visitor.shell.models.pass_brought
    assert (take.text, take.property("offered"), brought.held) == ("", False, None)
    for path in Path(visitor.fakes.folder).rglob("*"):
        if path.is_file():
            assert text.encode() not in path.read_bytes()


def test_my_pass_sets_the_guide_up_at_once(at_the_door: Callable[..., Seeker]) -> None:
    visitor = at_the_door()
    visitor.touch("bring-pass")
    visitor.camera.begin()
    wishes = AccessWishes(
        text_percent=200, high_contrast=True, captions="large", goes_on=False, speed_percent=125
    )
    visitor.camera.show(make_pass(language="hi", depth=Depth.DEEP, access=wishes))
    visitor.rest()
    models = visitor.shell.models
    assert visitor.shell.page == "home"
    assert models.flow.journey is not None and models.flow.journey.language == "hi"
    assert (models.look.text_scale_now, models.look.is_high_contrast) == (2.0, True)
    assert (models.wishes.rate, models.wishes.wants_more) == (1.25, False)
    assert (str(models.captions.mode_now), models.stop.wanted_depth) == ("large", Depth.DEEP)
    assert visitor.sees("welcome-back")


def test_what_i_saw_last_time_is_not_suggested_again(at_the_door: Callable[..., Seeker]) -> None:
    visitor = at_the_door()
    visitor.touch("bring-pass")
    visitor.camera.begin()
    visitor.camera.show(make_pass())
    visitor.rest()
    visitor.camera.show(label(visitor.fakes, "alai-darwaza"))
    visitor.rest()
    suggested = {card["id"] for card in visitor.shell.models.suggestions.property("cards")}
    assert suggested and not suggested & {MINAR, PILLAR}


def test_that_i_came_back_is_counted_and_nothing_else(at_the_door: Callable[..., Seeker]) -> None:
    visitor = at_the_door()
    visitor.touch("bring-pass")
    visitor.camera.begin()
    visitor.camera.show(make_pass())
    visitor.rest()
    visitor.camera.show(make_pass())  # held before the camera a second time
    visitor.rest()
    assert read_log(visitor.fakes, "PassRead") == [{"from_site": "qutb", "nth": "2", "after": "week"}]


def test_the_next_pass_counts_on(at_the_door: Callable[..., Seeker]) -> None:
    visitor = at_the_door()
    visitor.touch("bring-pass")
    visitor.camera.begin()
    visitor.camera.show(make_pass())
    visitor.rest()
    see(visitor, "alai-darwaza")
    leave(visitor)
    visitor.touch("take-pass")
    held = parse_pass(photograph(visitor), dict(KEYS).get)
    assert held.sites[0].visits == 2
    assert held.list_seen([MINAR, PILLAR, GATE]) == {MINAR, PILLAR, GATE}


def test_my_pass_is_taken_in_the_middle_of_a_visit_too(visit: Callable[..., Seeker]) -> None:
    visitor = visit()
    visitor.camera.begin()
    visitor.camera.show(make_pass(language="hi", access=AccessWishes(text_percent=150)))
    visitor.rest()
    models = visitor.shell.models
    assert visitor.shell.page == "home" and models.look.text_scale_now == 1.5
    assert models.flow.journey is not None and models.flow.journey.language == "en", "chosen just now"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("https://example.org/menu", "That is not a visit pass."),
        (make_pass()[:40], "That is not a visit pass."),
        (make_pass().replace("HKV1", "HKV9"), "newer guide"),
        (format_pass(VisitPass("en"), 9, b"x" * 32), "other sites"),
        (format_pass(VisitPass("en"), 3, b"x" * 32), "cannot be used"),
    ],
)
def test_a_code_that_is_no_pass_of_ours_is_said_kindly(
    at_the_door: Callable[..., Seeker], text: str, words: str
) -> None:
    visitor = at_the_door()
    visitor.touch("bring-pass")
    visitor.camera.begin()
    visitor.camera.show(text)
    assert words in visitor.reads("pass-guidance")
    visitor.touch("pass-skip")
    assert visitor.shell.page == "language"


def test_an_older_key_still_opens_a_pass(at_the_door: Callable[..., Seeker]) -> None:
    visitor = at_the_door()
    visitor.touch("bring-pass")
    visitor.camera.begin()
    visitor.camera.show(format_pass(VisitPass("en"), *KEYS[1]))
    visitor.rest()
    assert visitor.shell.page == "home"


def test_a_pass_in_a_language_nobody_speaks_here_leads_to_the_choice(
    at_the_door: Callable[..., Seeker],
) -> None:
    visitor = at_the_door()
    visitor.touch("bring-pass")
    visitor.camera.begin()
    visitor.camera.show(make_pass(language="fi", access=AccessWishes(text_percent=150)))
    visitor.rest()
    assert visitor.shell.page == "language" and visitor.shell.models.look.text_scale_now == 1.5
    visitor.touch("language-en")
    assert visitor.sees("welcome-back")


def test_without_keys_no_pass_is_spoken_of(at_the_door: Callable[..., Seeker]) -> None:
    visitor = at_the_door(pass_keys=())
    assert not visitor.sees("bring-pass")
    visitor.touch("language-en")
    see(visitor, "qutb-minar")
    leave(visitor)
    assert not visitor.sees("take-pass")


def test_a_full_pass_is_drawn_as_a_code_that_can_be_read() -> None:
    held = VisitPass("en", interests=("water", "pattern"))
    for site in range(20):
        held = add_visit(held, f"site-{site}", TODAY, [f"site-{site}/{stop}" for stop in range(40)])
    text = format_pass(held, *KEYS[0])
    picture = draw_code(text)
    assert picture.width() <= 105 + 8
    big = picture.scaled(picture.width() * 4, picture.height() * 4).convertToFormat(picture_format())
    assert [code.text for code in zxingcpp.read_barcodes(as_array(big))] == [text]


def test_what_draws_me_comes_with_the_pass_and_goes_on_with_it(at_the_door: Callable[..., Seeker]) -> None:
    visitor = at_the_door()
    visitor.touch("bring-pass")
    visitor.camera.begin()
    known = next(iter(visitor.fakes.library.tags("qutb", "en")))
    visitor.camera.show(make_pass(interests=(known, "of-another-site")))
    visitor.rest()
    journey = visitor.shell.models.flow.journey
    assert journey is not None and journey.wishes.interests == {known}
    see(visitor, "alai-minar")
    leave(visitor)
    visitor.touch("take-pass")
    held = parse_pass(photograph(visitor), dict(KEYS).get)
    assert held.interests[0] == known


def test_a_pass_holds_what_i_wanted_more_of_and_not_what_i_wanted_less_of(
    visit: Callable[..., Seeker],
) -> None:
    visitor = visit()
    cards = {card.id: card for card in visitor.fakes.library.stop_cards("qutb", "en")}
    for stop_id, button in ((MINAR, "less-like-this"), (PILLAR, "more-like-this")):
        visitor.shell.models.flow.open_stop(stop_id, "list")
        visitor.touch(button)
    leave(visitor)
    visitor.touch("take-pass")
    held = parse_pass(photograph(visitor), dict(KEYS).get)
    assert list(held.interests) == [*cards[PILLAR].tags][: len(held.interests)]
    assert not set(held.interests) & (set(cards[MINAR].tags) - set(cards[PILLAR].tags))
