"""Talking back, as visitors do it: written with our own letters or spoken, sent, taken back; and what earlier visitors said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.narration.listening import NarrationState
from kiosk.screens import spoken_note
from kiosk.screens.shell import Shell
from kiosk.spoken import shelf as spoken_shelf
from kiosk.visits.events import MOST_MESSAGES
from tests.fakes.fake_microphone import FakeMicrophone
from tests.fakes.fake_rooms import FakeRooms
from tests.screens.conftest import OpenShell, wait_until
from tests.screens.measure import find_faults, polish
from tests.screens.stages import SHAPES
from tests.screens.talk_stages import STOP, Come, Settle, TalkedAbout, come, tap, walk_talk

__all__ = ["come"]

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
ODD = {
    "<script>alert(1)</script> & <b>x</b>": "<script>alert(1)</script> & <b>x</b>",
    "سؤال about \u202egpj.exe\u202c यह?": "سؤال about gpj.exe यह?",
    f"we came {FAMILY}": f"we came {FAMILY}",
    "x" * 100_000: "x" * 1_000,
}
WRITTEN_BY_KEYS = (
    ("hi", ("क", "layer-shift", "क्ष", "ा", "्"), "कक्षा्"),
    ("ar", ("م", "ن", "layer-shift", "َ", "؟"), "منَ؟"),
    ("en", ("A", "layer-accents", "é", "other-script", "ह", "ि"), "Aéहि"),
)
LOOKS = [("landscape", "en", 2.0), ("portrait", "ar", 1.5)]


def logged(fakes: FakeRooms, name: str) -> list[dict[str, Any]]:
    query = "SELECT body FROM events WHERE name = ? ORDER BY seq"
    rows = fakes.log.submit(lambda connection: connection.execute(query, (name,)).fetchall()).result(10)
    return [json.loads(body) for (body,) in rows]


def held(fakes: FakeRooms) -> list[Path]:
    return list((fakes.folder / "spoken" / "held").glob("*"))


def test_what_i_write_with_the_keys_on_the_screen_is_sent_as_it_is(come: Come, settle: Settle) -> None:
    shell, fakes = come()
    tap(shell, "talk-stop", "choice-question")
    settle()
    assert not shell.models.talk.property("something_written")
    for key in ("letter-W", "letter-h", "letter-y", "letter-space", "letter-x", "letter-erase", "layer-shift", "letter-U", "letter-s", "layer-signs", "letter-?"):  # fmt: skip
        shell.tap(key)
        settle()
    tap(shell, "talk-send")
    assert logged(fakes, "Said") == [
        {"message": 1, "kind": "question", "language": "en", "text": "Why Us?", "stop": STOP}
    ]
    assert shell.models.talk.property("step") == "sent"
    assert shell.models.talk.property("text") == ""


def test_devanagari_and_arabic_have_their_own_keys_and_marks(come: Come, settle: Settle) -> None:
    shell, _fakes = come()
    for language, keys, written in WRITTEN_BY_KEYS:
        shell.models.flow.choose_language(language)
        shell.models.talk.open(STOP)
        settle()
        for key in keys:
            tap(shell, key if key.startswith(("layer-", "other-")) else f"letter-{key}")
            settle()
        assert shell.models.talk.property("text") == written
        shell.models.talk.write("")
        settle()


def test_nothing_is_sent_of_nothing_and_what_i_take_back_nobody_hears_of(come: Come, settle: Settle) -> None:
    shell, fakes = come()
    tap(shell, "talk-stop")
    shell.models.talk.write(" \n \u200d")
    shell.models.talk.send()
    settle()
    assert logged(fakes, "Said") == [] and shell.models.talk.property("step") == "write"
    shell.models.talk.write("first")
    shell.models.talk.send()
    settle()
    tap(shell, "take-back-1")
    settle()
    assert logged(fakes, "TakenBack") == [{"message": 1}]
    assert shell.models.talk.property("sent") == []
    shell.models.talk.take_back(1)
    assert len(logged(fakes, "TakenBack")) == 1, "once is enough"
    tap(shell, "stars-2", "stars-5", "talk-done")
    shell.models.talk.open("")
    shell.models.talk.rate(4)
    shell.models.talk.rate(9)
    assert logged(fakes, "Rated") == [{"stars": 2, "stop": STOP}, {"stars": 5, "stop": STOP}, {"stars": 4}]


def test_where_nobody_can_be_recorded_one_writes_and_a_site_that_takes_nothing_asks_for_nothing(
    come: Come, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = TalkedAbout()
    shell, fakes = come(library=library)
    assert fakes.microphone is not None
    flow, talk = shell.models.flow, shell.models.talk

    def may_speak() -> bool:
        flow.return_to_stop()
        talk.open(STOP)
        return bool(talk.property("may_speak"))

    assert may_speak()
    library.allowed = frozenset({"comment"})
    assert not may_speak()
    talk.go("speak")
    assert talk.property("step") == "write"
    library.allowed = frozenset({"comment", "recording"})
    fakes.microphone.is_there = False
    assert not may_speak()
    fakes.microphone.is_there = True
    monkeypatch.setattr(spoken_shelf, "MOST_RECORDINGS", 0)
    assert not may_speak()
    library.allowed = frozenset()
    flow.return_to_stop()
    settle()
    talk.open(STOP)
    assert shell.page == "stop" and shell.find("talk-stop") is None


def test_a_keyboard_writes_too_and_the_tab_key_leaves_the_field(come: Come, settle: Settle) -> None:
    shell, _fakes = come()
    tap(shell, "talk-stop")
    settle()
    for key in (Qt.Key.Key_W, Qt.Key.Key_H, Qt.Key.Key_O):
        QTest.keyClick(shell.window, key)
    assert shell.models.talk.property("text") == "who"
    QTest.keyClick(shell.window, Qt.Key.Key_Tab)
    settle()
    met = []
    for _ in range(3):
        focused = shell.window.activeFocusItem()
        assert focused is not None
        met.append(focused.objectName())
        QTest.keyClick(shell.window, Qt.Key.Key_Tab)
        settle()
    assert met == ["talk-send", "talk-speak", "letter-Q"], "whoever has a keyboard needs no other keys"
    QTest.keyClick(shell.window, Qt.Key.Key_Backtab)
    settle()
    QTest.keyClick(shell.window, Qt.Key.Key_Space)
    assert shell.models.talk.property("text") == "whoQ"
    field = shell.find("talk-text")
    assert field is not None
    field.setProperty("text", "a\U0001f600")
    field.setProperty("cursorPosition", 3)
    tap(shell, "letter-erase")
    assert shell.models.talk.property("text") == "a", "an emoji is erased whole"


def test_markup_directions_emoji_and_a_flood_are_only_words(come: Come, settle: Settle) -> None:
    shell, fakes = come()
    tap(shell, "talk-stop")
    settle()
    for typed in ODD:
        field = shell.find("talk-text")
        assert field is not None
        field.setProperty("text", typed)
        settle()
        assert len(str(field.property("text"))) <= 1_000
        tap(shell, "talk-send")
        settle()
        tap(shell, "talk-again")
        settle()
    assert [one["text"] for one in logged(fakes, "Said")] == list(ODD.values())


def record(shell: Shell, fakes: FakeRooms, settle: Settle, ms: int = 2_000) -> None:
    assert fakes.microphone is not None
    tap(shell, "talk-stop")
    settle()
    tap(shell, "talk-speak")
    settle()
    tap(shell, "speak-start")
    settle()
    fakes.microphone.speak(ms)
    settle()


def test_what_i_say_is_heard_again_sent_and_taken_back(come: Come, settle: Settle) -> None:
    shell, fakes = come()
    record(shell, fakes, settle)
    assert shell.models.note.property("level") > 0.3
    tap(shell, "speak-stop")
    wait_until(lambda: shell.models.note.property("state") == "ready")
    assert held(fakes) == [], "nothing is on the disk before it is sent"
    settle()
    tap(shell, "speak-listen")
    assert shell.models.note.property("state") == "playing"
    fakes.sound_clock.advance(60_000)
    assert shell.models.note.property("state") == "ready"
    tap(shell, "talk-send")
    wait_until(lambda: shell.models.talk.property("step") == "sent")
    (path,) = held(fakes)
    assert [one["sound"] for one in logged(fakes, "Said")] == [path.stem]
    assert shell.models.note.content is None
    settle()
    tap(shell, "take-back-1")
    wait_until(lambda: held(fakes) == [])


def test_a_recording_that_is_not_sent_is_gone_with_the_visit(come: Come, settle: Settle) -> None:
    shell, fakes = come()
    record(shell, fakes, settle)
    tap(shell, "speak-stop")
    wait_until(lambda: shell.models.note.property("state") == "ready")
    shell.models.flow.end("idle")
    assert shell.models.note.content is None and held(fakes) == []
    assert fakes.rooms.recorder is not None and fakes.rooms.recorder.samples == b""


def test_while_i_speak_nothing_is_heard_and_nobody_asks_whether_i_am_there(
    come: Come, settle: Settle
) -> None:
    shell, fakes = come()
    record(shell, fakes, settle)
    assert fakes.narrator.state is NarrationState.PAUSED
    for _ in range(4):
        fakes.clock.step(50_000)
        shell.models.attention.tick()
    assert not shell.models.attention.property("asking")
    tap(shell, "back")
    settle()
    assert fakes.microphone is not None and not fakes.microphone.is_listening
    assert shell.models.bar.is_heard, "the story goes on where it stood still"


def test_read_aloud_the_screen_says_first_that_it_listens_and_then_keeps_quiet(
    come: Come, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spoken_note, "SAID_FIRST_MS", 1)
    shell, fakes = come()
    assert fakes.microphone is not None
    shell.models.self_voice.toggle()
    tap(shell, "talk-stop")
    settle()
    shell.models.talk.go("speak")
    shell.models.note.start()
    assert shell.models.note.property("state") == "waiting" and not fakes.microphone.is_listening
    wait_until(lambda: shell.models.note.property("state") == "recording")
    said = len(fakes.asides.heard)
    shell.models.self_voice.say("Stop, button")
    fakes.microphone.speak(1_000)
    assert len(fakes.asides.heard) == said and shell.models.note.property("state") == "recording"
    shell.models.note.stop()
    shell.models.self_voice.say("Recorded")
    assert len(fakes.asides.heard) == said + 1


def test_a_quiet_room_and_a_lost_microphone_are_told(come: Come, settle: Settle) -> None:
    shell, fakes = come()
    assert fakes.microphone is not None
    record(shell, fakes, settle, ms=200)
    tap(shell, "speak-stop")
    assert shell.models.note.property("state") == "quiet"
    settle()
    tap(shell, "speak-start")
    fakes.microphone.speak(200)
    fakes.microphone.unplug()
    assert shell.models.note.property("state") == "failed"
    assert [one["code"] for one in logged(fakes, "Incident")] == ["spoken.microphone-lost"]
    settle()
    tap(shell, "speak-start")
    assert shell.models.note.property("state") == "failed"


def test_a_disk_that_refuses_is_told_and_the_recording_stays(come: Come, settle: Settle) -> None:
    shell, fakes = come()
    record(shell, fakes, settle)
    tap(shell, "speak-stop")
    wait_until(lambda: shell.models.note.property("state") == "ready")
    (fakes.folder / "spoken").write_bytes(b"a file where the folder should be")
    tap(shell, "talk-send")
    wait_until(lambda: shell.models.talk.property("trouble") == "failed")
    assert shell.models.note.content is not None
    assert [one["code"] for one in logged(fakes, "Incident")] == ["spoken.not-kept"]


def test_a_recording_that_reaches_the_disk_after_the_visit_is_not_kept(come: Come, settle: Settle) -> None:
    shell, fakes = come()
    record(shell, fakes, settle)
    tap(shell, "speak-stop")
    wait_until(lambda: shell.models.note.property("state") == "ready")
    shell.models.talk.send()
    shell.models.flow.end("idle")
    wait_until(lambda: (fakes.folder / "spoken" / "held").exists() and held(fakes) == [])
    assert logged(fakes, "Said") == []


def test_enough_is_enough_and_the_next_visitor_begins_anew(come: Come, settle: Settle) -> None:
    shell, fakes = come()
    tap(shell, "talk-stop")
    for _ in range(MOST_MESSAGES + 1):
        shell.models.talk.begin_anew()
        shell.models.talk.write("again")
        shell.models.talk.send()
    assert shell.models.talk.property("trouble") == "enough"
    assert len(logged(fakes, "Said")) == MOST_MESSAGES
    shell.models.flow.end("idle")
    shell.models.flow.begin()
    shell.models.flow.choose_language("en")
    shell.models.talk.open("")
    settle()
    assert shell.models.talk.property("sent") == [] and shell.models.talk.property("text") == ""
    assert shell.models.talk.property("rated") == 0


@pytest.mark.parametrize(("shape", "language", "scale"), LOOKS)
def test_nothing_is_clipped_small_or_out_of_reach(
    open_guide: OpenShell, settle: Settle, shape: str, language: str, scale: float
) -> None:
    width_px, height_px = SHAPES[shape]
    shell, fakes = open_guide(
        width_px=width_px,
        height_px=height_px,
        library=TalkedAbout(),
        camera=False,
        microphone=FakeMicrophone(),
    )
    shell.models.look.choose_text_scale(scale)
    root = shell.window.rootObject()

    def lay_out() -> None:
        settle()
        polish(root)

    faults: list[str] = []
    for stage in walk_talk(shell, fakes, language, lay_out):
        faults += [f"{stage}: {fault}" for fault in find_faults(root)]
    assert not faults, "\n".join(dict.fromkeys(faults))
