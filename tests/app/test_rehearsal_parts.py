"""The parts of a rehearsal: its report, its camera, its ears, what it holds before the camera."""

from __future__ import annotations

import array
import io
import json
import threading
import wave
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from kiosk.app.output import Output
from kiosk.app.rehearsal.directed_camera import DirectedCamera
from kiosk.app.rehearsal.ears import Ears
from kiosk.app.rehearsal.report import Details, Report, expect
from kiosk.app.rehearsal.sights import draw_foreign_sight, draw_sights, find_sights
from kiosk.app.rehearsal.traces import find_traces
from kiosk.app.rehearsal.visit import make_folder
from kiosk.model.errors import KioskError
from kiosk.narration.sound import SoundBlock
from kiosk.packs.store import PackStore
from kiosk.scanning.abilities import NO_ABILITIES, CameraAbilities
from kiosk.scanning.frame import Frame
from tests.fakes.composed_guide import data, pack

__all__ = ["data", "pack"]
RATE_HZ = 48_000


def fail() -> Details:
    expect(False, "the sound", "something", "silence")
    return {}


def test_a_step_that_fails_is_told_and_the_next_is_made() -> None:
    told = io.StringIO()
    report = Report(Output(as_json=True, stream=told))
    assert report.step("scan", lambda: {"stop": "1"}) == {"stop": "1"}
    assert report.step("hear", fail) == {}
    assert report.step("end", dict) == {}
    scan, hear, end = map(json.loads, told.getvalue().splitlines())
    assert scan["ok"] and scan["stop"] == "1" and scan["ms"] >= 0 and end["ok"]
    assert not hear["ok"] and hear["error"]["code"] == "app.rehearsal-differs"
    assert report.failed == ["hear"]


def test_people_read_a_line_a_step() -> None:
    told = io.StringIO()
    report = Report(Output(as_json=False, stream=told))
    report.step("scan", lambda: {"stop": "1"})
    report.step("hear", fail)
    scan, hear = told.getvalue().splitlines()
    assert scan.startswith("ok   scan") and scan.endswith("stop 1")
    assert hear.startswith("FAIL hear") and "[app.rehearsal-differs]" in hear


def test_ears_write_all_that_is_heard_and_know_the_first_sample_of_each_sound(tmp_path: Path) -> None:
    ears = Ears(tmp_path / "heard.wav")
    firsts, loudest = [ears.first_sample_at_ms], []
    for level in (0, 9000):
        ears.listen()
        ears.hear(SoundBlock(0, array.array("h", [level] * 4800).tobytes(), RATE_HZ))
        firsts.append(ears.first_sample_at_ms)
        loudest.append(ears.loudest)
    ears.listen()
    firsts.append(ears.first_sample_at_ms)
    ears.close()
    ears.close()
    assert [first is not None for first in firsts] == [False, True, True, False]
    assert (loudest, ears.heard_ms) == ([0, 9000], 200)
    with wave.open(str(tmp_path / "heard.wav")) as sound:
        assert (sound.getframerate(), sound.getnchannels(), sound.getnframes()) == (RATE_HZ, 1, 9600)


def test_silence_leaves_no_file(tmp_path: Path) -> None:
    Ears(tmp_path / "heard.wav").close()
    assert list(tmp_path.iterdir()) == []


class StillSource:
    """Gives one frame of its own size when it is started."""

    def __init__(self, side_px: int) -> None:
        self.frame = Frame(np.zeros((side_px, side_px), np.uint8), 0, 0)
        self.is_running = False

    def start(self, on_frame: Callable[[Frame], None], on_lost: Callable[[KioskError], None]) -> None:
        self.is_running = True
        on_frame(self.frame)

    def stop(self) -> None:
        self.is_running = False

    @property
    def abilities(self) -> CameraAbilities:
        return NO_ABILITIES

    def set_torch(self, is_on: bool) -> None:
        del is_on

    def await_return(self, on_return: Callable[[], None]) -> None:
        del on_return


def test_a_camera_shows_what_is_held_before_it_and_the_wall_again() -> None:
    wall, held, seen = StillSource(8), StillSource(4), list[int]()
    camera = DirectedCamera(wall)
    camera.start(lambda frame: seen.append(frame.width_px), lambda _error: None)
    camera.show(held)
    assert (wall.is_running, held.is_running, camera.is_over) == (False, True, False)
    camera.take_away()
    running = (wall.is_running, held.is_running, camera.is_over)
    camera.stop()
    assert (running, seen) == ((True, False, True), [8, 4, 8])


def test_a_camera_that_is_pulled_is_lost_until_it_is_put_back() -> None:
    wall, lost = StillSource(8), list[str]()
    camera = DirectedCamera(wall)
    camera.start(lambda _frame: None, lambda error: lost.append(error.code))
    camera.pull()
    camera.start(lambda _frame: None, lambda error: lost.append(error.code))
    assert lost == ["scanning.camera-lost"] * 2, "told, and told again when it is started in vain"
    running = [wall.is_running]
    camera.plug()
    camera.start(lambda _frame: None, lambda error: lost.append(error.code))
    running.append(wall.is_running)
    camera.stop()
    running.append(wall.is_running)
    assert running == [False, True, False]


def test_each_stop_has_a_label_to_hold_up_and_there_is_a_poster(data: Path) -> None:
    with closing(PackStore(data)) as store, closing(store.open_library()) as library:
        (site,) = library.sites("en")
        stops = [library.get_stop(card.id, "en") for card in library.stop_cards(site.id, "en")]
        sights = [*draw_sights(library, site, stops), draw_foreign_sight()]
    assert [sight.name for sight in sights] == [
        "label of stop 1", "label of stop 07", "label of stop 12", "a poster's code",
    ]  # fmt: skip
    shown = threading.Event()
    source = sights[0].open()
    source.start(lambda _frame: shown.set(), lambda _error: None)
    try:
        assert shown.wait(20)
    finally:
        source.stop()


def test_a_camera_given_by_name_is_one_that_is_there(tmp_path: Path) -> None:
    assert [sight.goes_on for sight in find_sights("auto")] == [True]
    with pytest.raises(KioskError) as caught:
        find_sights(str(tmp_path / "gone"))
    assert caught.value.code == "scanning.no-such-source"


def test_a_rehearsal_s_folder_is_emptied_of_the_last_one_s_and_of_nothing_else(tmp_path: Path) -> None:
    for name in ("01-attract.png", "heard.wav", "diary.log", "holiday.png", "notes.txt"):
        (tmp_path / name).write_text("")
    make_folder(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"holiday.png", "notes.txt"}


def test_every_byte_of_a_data_folder_is_searched_in_another_process(tmp_path: Path) -> None:
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "deep").write_bytes(b"before" + bytes.fromhex("00ff10") + b"after")
    (tmp_path / "beside").write_bytes(b"nothing")
    assert find_traces(tmp_path, [b"nobody", bytes.fromhex("00ff10")]) == ["deep"]
    assert find_traces(tmp_path, [b"nobody"]) == []
