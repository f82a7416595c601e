"""A visitor watches a stop's film on the real guide, from a signed pack; a device without the part offers none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.narration.felt_loudness import find_gain
from kiosk.packs.part_choice import PartChoice
from kiosk.packs.source import read_source
from tests.fakes.composed_guide import DIARY, OPERATOR, ComposedGuide
from tests.fakes.tones import write_tone
from tests.packs.filmed_mill import write_filmed_source

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioOutput

pytestmark = [
    pytest.mark.allow_log(DIARY),
    pytest.mark.allow_qt_message("No audio device detected|pipewire|No RHI backend"),
]


@pytest.fixture(scope="module")
def filmed_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filmed")
    mill = write_filmed_source(folder / "mill")
    write_tone(mill / "recordings" / "wheel.story.en.opus", 20_000)
    source = replace(read_source(mill), id="test.filmed")
    return OPERATOR.build(source, folder / "filmed.hpack")


@pytest.fixture
def open_guide(
    qapp: QGuiApplication, tmp_path: Path, filmed_pack: Path, request: pytest.FixtureRequest
) -> Iterator[ComposedGuide]:
    """A guide with the filmed pack, without the parts that the test's parameter names, at the stop."""
    data = tmp_path / "data"
    with closing(OPERATOR.open_store(data)) as store:
        without = getattr(request, "param", ())
        assert store.install(filmed_pack, choose=lambda _: PartChoice(without=without)).result == "installed"
    with ComposedGuide(data, has_camera=False, volume=0.5) as guide:
        guide.begin()
        guide.type_number("1")
        yield guide


def find_outputs() -> list[QAudioOutput]:
    from PySide6.QtMultimedia import QAudioOutput

    gc.collect()
    return [thing for thing in gc.get_objects() if isinstance(thing, QAudioOutput)]


def test_a_film_is_watched_while_the_voice_stands_still(open_guide: ComposedGuide) -> None:
    guide = open_guide
    guide.wait(lambda: guide.state == "playing")
    guide.tap("film-0", "film")
    assert guide.state == "paused"
    guide.wait(lambda: not guide.shell.models.film.picture.isNull())
    guide.wait(lambda: guide.words("film-caption") == "The wheel turns.")
    assert {output.volume() <= find_gain(0.5) + 0.001 for output in find_outputs()} == {True}, (
        "the site's cap holds for films too"
    )
    guide.tap("back", "stop")
    guide.wait(lambda: guide.state == "playing")
    guide.tap("film-1", "film")
    guide.wait(lambda: not guide.shell.models.film.picture.isNull())
    guide.leave()


@pytest.mark.parametrize("open_guide", [("video", "sign")], indirect=True)
def test_what_was_left_out_is_not_offered(open_guide: ComposedGuide) -> None:
    assert open_guide.shell.models.stop.stop is not None
    assert not open_guide.shows("film-0")


@pytest.mark.parametrize("open_guide", [("video",)], indirect=True)
def test_sign_language_stays_where_the_other_films_are_left_out(open_guide: ComposedGuide) -> None:
    assert open_guide.words("film-0") == "In sign language"
