"""A whole visit on the real parts: packs, camera, decoders, voice, log, outbox and hub, touched through the window."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from kiosk.app.rehearsal.sights import draw_sights
from tests.fakes.composed_guide import (
    DIARY,
    SOUND_MS,
    ComposedGuide,
    data,
    find_dwells,
    pack,
    read_events,
    read_facts,
)
from tests.fakes.fake_hub import FakeHub

__all__ = ["data", "pack"]

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.allow_qt_message("No audio device detected|pipewire"),
]


def show_label(guide: ComposedGuide, number: str) -> None:
    """Hold the label of a stop before the camera."""
    library = guide.device.library
    (site,) = library.sites("en")
    (stop,) = library.find_by_number(site.id, number)
    (sight,) = draw_sights(library, site, [library.get_stop(stop, "en")])
    guide.camera.show(sight.open())


def test_from_the_code_to_the_facts(data: Path) -> None:
    with ComposedGuide(data) as guide:
        guide.begin()
        visit = guide.device.visit.id
        assert visit is not None
        show_label(guide, "1")
        guide.wait(lambda: guide.page == "stop")
        guide.camera.take_away()
        guide.wait(lambda: guide.shows("stop-title"))  # the page is built once the story is heard
        assert guide.words("stop-title") == "The water wheel"
        guide.wait(lambda: guide.state == "ended")
        assert guide.kind == "recording" and guide.heard_bytes > 0
        guide.leave()
        guide.wait(lambda: (data / "outbox.db").exists() and find_dwells(data))
    dwell = find_dwells(data)["mill/wheel"]
    assert dwell["kind"] == "recording" and dwell["heard_ms"] >= 0.9 * SOUND_MS
    left = [path for path in data.rglob("*") if path.is_file() and visit.encode() in path.read_bytes()]
    assert left == [], "nothing of the visit outlives it"


def test_in_hindi_the_hindi_recording_is_told_and_where_there_is_none_the_device_speaks(data: Path) -> None:
    with ComposedGuide(data, has_camera=False) as guide:
        guide.begin("hi")
        guide.type_number("1")
        guide.tap("depth-glance")
        guide.wait(lambda: (guide.kind, guide.language) == ("recording", "hi"))
        guide.go_home()
        guide.type_number("12")
        guide.wait(lambda: guide.language == "hi" and guide.kind in ("speech", "text"))


def test_the_demonstration_is_there_at_first_start_and_the_log_says_since_when(
    tmp_path: Path, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bundle" / "packs").mkdir(parents=True)
    shutil.copy(pack, tmp_path / "bundle" / "packs")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "bundle"), raising=False)
    data = tmp_path / "data"
    for _start in range(2):
        with ComposedGuide(data, has_camera=False) as guide:
            assert guide.page == "attract"
    assert read_events(data, "PackSwitched") == [{"pack": "test.mill", "version": 1}]


@pytest.mark.allow_log(DIARY)
def test_the_hub_gets_every_visit_by_itself_and_staff_see_when(data: Path) -> None:
    with FakeHub() as hub:
        hub.misbehave = lambda _reply: (500, b"", {})
        with ComposedGuide(data, has_camera=False, hub=hub.url) as guide:
            guide.visit_stop()
            guide.wait(lambda: read_events(data, "Sync"))
            assert read_events(data, "Sync") == [{"outcome": "failed", "facts": 0}]
            assert "500: the hub is busy" in guide.diary()
            hub.misbehave = None
            guide.visit_stop("12")
            guide.wait(lambda: len(read_events(data, "Sync")) == 2)
            guide.wait(
                lambda: guide.device.sending.state is not None and guide.device.sending.state.waiting == 0
            )
        facts = read_facts(data)
        assert len(hub.facts) == len(facts) >= 4
        noted = read_events(data, "Sync")[1]
        # The first visit's facts may have gone alone, before the second's came.
        assert noted["outcome"] == "acknowledged" and 0 < noted["facts"] <= len(facts)
