"""The whole guide at a site that takes what visitors give back: written and spoken, sent, and on its way when they leave."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.app.rehearsal.spoken_into import SpokenInto
from kiosk.hub.recording_check import measure_ms
from kiosk.packs.source import read_source
from kiosk.spoken.shelf import SpokenShelf
from tests.fakes.composed_guide import DIARY, OPERATOR, ComposedGuide, install, read_facts
from tests.packs.small_source import write_small_source

pytestmark = [
    pytest.mark.allow_log(DIARY),
    pytest.mark.allow_qt_message("No audio device detected|pipewire|No RHI backend"),
]


@pytest.fixture(scope="module")
def talking_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The mill, which takes everything."""
    folder = tmp_path_factory.mktemp("talking")
    mill = write_small_source(folder / "mill")
    with (mill / "pack.toml").open("a", encoding="utf-8") as written:
        written.write('\n[talk_back]\nallows = ["rating", "comment", "question", "story", "recording"]\n')
    return OPERATOR.build(read_source(mill), folder / "talking.hpack")


def test_what_i_write_and_say_at_a_stop_is_on_its_way_when_i_leave(
    qapp: QGuiApplication, tmp_path: Path, talking_pack: Path
) -> None:
    data = install(tmp_path / "data", talking_pack)
    with ComposedGuide(data, has_camera=False, make_microphone=SpokenInto) as guide:
        guide.begin()
        guide.type_number("1")
        guide.tap("talk-stop", "talk")
        for key in ("letter-W", "letter-h", "letter-o", "layer-signs", "letter-?"):
            guide.tap(key)
        guide.tap("talk-send")
        guide.tap("talk-again")
        guide.tap("talk-speak")
        guide.tap("speak-start")
        guide.wait(lambda: guide.shell.models.note.property("seconds") >= 1)
        guide.tap("speak-stop")
        guide.wait(lambda: guide.shell.models.note.property("state") == "ready")
        guide.tap("talk-send")
        guide.tap("stars-5")
        shelf = SpokenShelf(data)
        assert shelf.list_waiting() == (), "it may still be taken back"
        guide.leave()
        guide.wait(lambda: shelf.list_waiting() != ())
    messages = [fact.values for fact in read_facts(data) if fact.name == "message"]
    (sound,) = shelf.list_waiting()
    assert sorted((one["text"] or "", one["sound"] or "") for one in messages) == [("", sound), ("Who?", "")]
    assert {one["stop"] for one in messages} == {"mill/wheel"}
    content = shelf.read(sound)
    assert content is not None and 900 < measure_ms(content) < 10_000
    assert [fact.values["stars"] for fact in read_facts(data) if fact.name == "rating"] == [5]
