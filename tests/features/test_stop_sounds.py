"""A visitor listens to a stop's sounds and has its story signed, on the real guide, from a signed pack."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.packs.source import read_source
from tests.fakes.composed_guide import DIARY, OPERATOR, ComposedGuide
from tests.fakes.drawn_films import draw_film
from tests.fakes.tones import write_tone
from tests.packs.sounding_mill import SOUNDS, write_sounding_source

if TYPE_CHECKING:
    from kiosk.narration.player import QtPlayer

pytestmark = [
    pytest.mark.allow_log(DIARY),
    pytest.mark.allow_qt_message("No audio device detected|pipewire|No RHI backend"),
]
SIGNED = """
[[films]]
file = "wheel-bsl.webm"
kind = "sign"
language = "bfi"
depth = "story"
credit = "The Mill Society"
rights = "CC0"
"""


@pytest.fixture(scope="module")
def sounding_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sounding")
    mill = write_sounding_source(folder / "mill", SIGNED + SOUNDS)
    draw_film(mill / "films" / "wheel-bsl.webm", 8.0)
    write_tone(mill / "recordings" / "wheel.story.en.opus", 20_000)
    source = replace(read_source(mill), id="test.sounding")
    return OPERATOR.build(source, folder / "sounding.hpack")


@pytest.fixture
def guide(qapp: QGuiApplication, tmp_path: Path, sounding_pack: Path) -> Iterator[ComposedGuide]:
    """A guide with the sounding pack, at the stop, its story being told."""
    data = tmp_path / "data"
    with closing(OPERATOR.open_store(data)) as store:
        assert store.install(sounding_pack).result == "installed"
    with ComposedGuide(data, has_camera=False, volume=0.5) as guide:
        guide.begin()
        guide.type_number("1")
        guide.wait(lambda: guide.state == "playing")
        yield guide


def count_heard() -> int:
    """Return how many of the app's players sound at this moment."""
    from kiosk.narration.player import QtPlayer

    gc.collect()
    players: list[QtPlayer] = [thing for thing in gc.get_objects() if isinstance(thing, QtPlayer)]
    return sum(player.is_playing for player in players)


def test_a_sound_is_heard_alone_and_the_story_goes_on_after_it(guide: ComposedGuide) -> None:
    sound = guide.shell.models.sound
    guide.tap("sound-1", "stop")
    assert (guide.state, count_heard()) == ("paused", 1)
    assert guide.words("sound-description") == "One voice, slow."
    guide.wait(lambda: float(sound.property("progress")) > 0.1)
    guide.wait(lambda: guide.state == "playing")
    assert (sound.is_playing, count_heard()) == (False, 1)
    guide.leave()


def test_a_sound_without_an_end_goes_on_until_the_visitor_goes_back_to_the_story(
    guide: ComposedGuide,
) -> None:
    sound = guide.shell.models.sound
    guide.tap("sound-0", "stop")
    guide.wait(lambda: float(sound.property("progress")) > 0.7)
    guide.wait(lambda: 0 < float(sound.property("progress")) < 0.5)  # the second round
    assert (guide.state, count_heard()) == ("paused", 1)
    guide.tap("sound-leave", "stop")
    guide.wait(lambda: guide.state == "playing")
    guide.leave()
    assert not sound.is_playing


def test_the_story_is_signed_while_it_is_told(guide: ComposedGuide) -> None:
    sign = guide.shell.models.sign
    guide.tap("sign-0", "stop")
    guide.wait(lambda: not sign.picture.isNull())
    assert (guide.state, count_heard()) == ("playing", 1)
    guide.tap("play", "stop")
    assert guide.state == "paused"
    guide.tap("sign-close", "stop")
    assert not sign.is_shown
    guide.leave()
