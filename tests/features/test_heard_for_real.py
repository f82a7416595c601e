"""The whole guide, with its real player: a story leads to the next text, is gone on with, and is as loud as it is wanted."""

from __future__ import annotations

import gc
import math
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.packs.source import read_source
from tests.fakes.composed_guide import DIARY, OPERATOR, ComposedGuide, install, read_events
from tests.fakes.tones import write_tone
from tests.packs.small_source import write_small_source

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioOutput

pytestmark = [
    pytest.mark.allow_log(DIARY),
    pytest.mark.allow_qt_message("No audio device detected|pipewire|No RHI backend"),
]
SHORT_MS, LONG_MS = 1_200, 20_000


@pytest.fixture(scope="module")
def spoken_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The mill, whose wheel is told in short and at length."""
    folder = tmp_path_factory.mktemp("spoken")
    mill = write_small_source(folder / "mill")
    (mill / "recordings" / "wheel.glance.en.vtt").unlink(missing_ok=True)
    write_tone(mill / "recordings" / "wheel.glance.en.opus", SHORT_MS)
    write_tone(mill / "recordings" / "wheel.story.en.opus", LONG_MS)
    return OPERATOR.build(read_source(mill), folder / "spoken.hpack")


@pytest.fixture
def guide(qapp: QGuiApplication, tmp_path: Path, spoken_pack: Path) -> Iterator[ComposedGuide]:
    """A guide at the wheel; more follows a second after a story."""
    data = install(tmp_path / "data", spoken_pack)
    with ComposedGuide(data, has_camera=False, volume=0.5, volume_start=0.8, continue_after_s=1) as guide:
        guide.begin()
        guide.type_number("1")
        guide.wait(lambda: guide.state == "playing")
        yield guide


def find_volumes() -> set[float]:
    """How loud the outputs are that sound goes to, as it is felt: ten decibels less is half as loud."""
    from PySide6.QtMultimedia import QAudioOutput

    gc.collect()
    outputs: list[QAudioOutput] = [thing for thing in gc.get_objects() if isinstance(thing, QAudioOutput)]
    return {round(output.volume() ** math.log10(4), 2) for output in outputs}


def test_the_story_follows_the_short_text_and_goes_on_where_it_was_left(guide: ComposedGuide) -> None:
    bar = guide.shell.models.bar
    bar.go_to(13_000)
    guide.tap("depth-glance")
    guide.wait(lambda: guide.state == "ended")
    assert guide.words("voice-note").startswith("The story (")
    guide.wait(lambda: guide.state == "playing")
    assert guide.shell.models.stop.property("depth") == "story"
    assert 9_500 < bar.property("position_ms") < 13_000
    assert guide.words("voice-note") == "It goes on where you left it."
    guide.tap("text-size")  # an act, with which what was heard so far is on the disk
    data = guide.folder.path
    assert [one["depth"] for one in read_events(data, "NarrationStarted")] == ["story", "glance", "story"]
    assert [one["reason"] for one in read_events(data, "NarrationEnded")] == ["replaced", "finished"]
    assert [one["depth"] for one in read_events(data, "DepthChanged")] == ["glance"]


def test_the_sites_cap_holds_however_loud_i_want_it(guide: ComposedGuide) -> None:
    assert 0.4 in find_volumes(), "eight tenths of the half that the site allows"
    guide.tap("voice")
    for _ in range(2):
        guide.tap("louder")
    assert max(find_volumes()) == pytest.approx(0.5, abs=0.01)
    for _ in range(10):
        guide.tap("quieter")
    assert min(find_volumes()) == 0.0
    assert guide.state == "playing", "the words run along"
