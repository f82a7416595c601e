"""Captions as visitors meet them: words that follow the voice, lead to it, and take its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.model.content import Depth, Recording, Stop, Text, VoiceKind
from kiosk.screens.shell import Shell
from kiosk.screens.typesetting import Typesetting
from tests.fakes.fake_library import FakeLibrary
from tests.fakes.fake_rooms import FakeRooms
from tests.screens.conftest import OpenShell, open_guide, settle, translations

__all__ = ["open_guide", "settle", "translations"]

Settle = Callable[[], None]
STORY = (
    "The tower was begun in 1199. Its builder 👑 died soon. Look up at the ribs. They are round and sharp."
)


@pytest.fixture
def told(open_guide: OpenShell, settle: Settle, monkeypatch: pytest.MonkeyPatch) -> tuple[Shell, FakeRooms]:
    """A visitor who has opened the minar, whose story is short."""
    real = FakeLibrary.get_stop

    def get_stop(library: FakeLibrary, stop_id: str, language: str, version: str = "") -> Stop:
        stop = real(library, stop_id, language, version)
        return replace(stop, texts=(Text("en", Depth.STORY, STORY),), recordings=(), films=())

    monkeypatch.setattr(FakeLibrary, "get_stop", get_stop)
    return visit(open_guide, settle)


def visit(open_guide: OpenShell, settle: Settle, language: str = "en") -> tuple[Shell, FakeRooms]:
    shell, fakes = open_guide(camera=False)
    shell.models.flow.begin()
    shell.models.flow.choose_language(language)
    shell.models.flow.open_stop("qutb/qutb-minar", "list")
    settle()
    return shell, fakes


def shown(shell: Shell, name: str) -> QQuickItem:
    item = shell.find(name)
    assert item is not None, name
    return item


def marked(shell: Shell) -> str:
    place: QPoint = shell.models.captions.property("word")
    return STORY.encode("utf-16-le")[2 * place.x() : 2 * place.y()].decode("utf-16-le")


def bold(line: QQuickItem) -> str:
    """Return the word that is drawn over its place."""
    words = [item for mark in line.childItems() for item in mark.childItems() if item.inherits("QQuickText")]
    return str(words[0].property("text"))


def touch_words(shell: Shell, words: str) -> None:
    """Touch where some words of the story stand."""
    unit = len(STORY[: STORY.index(words)].encode("utf-16-le")) // 2
    setting = shown(shell, "transcript").findChild(Typesetting)
    assert setting is not None
    place = setting.find_place(unit, unit + 3).center()
    middle = shown(shell, "transcript").mapToScene(place)
    QTest.mouseClick(shell.window, Qt.MouseButton.LeftButton, pos=middle.toPoint())


def press(shell: Shell, key: Qt.Key) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(shell.window, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))


def settings_logged(fakes: FakeRooms) -> list[dict[str, Any]]:
    rows = fakes.log.submit(
        lambda log: log.execute(
            "SELECT body FROM events WHERE name = 'PreferenceSet' ORDER BY seq"
        ).fetchall()
    )
    return [json.loads(row[0]) for row in rows.result(10)]


def test_i_touch_a_sentence_and_it_is_told_from_there(told: tuple[Shell, FakeRooms], settle: Settle) -> None:
    shell, fakes = told
    touch_words(shell, "Look up")
    settle()
    assert marked(shell) == "Look"
    assert fakes.narrator.state == "playing"


def test_i_take_a_touch_back(told: tuple[Shell, FakeRooms], settle: Settle) -> None:
    shell, fakes = told
    fakes.narrator.advance(500)
    before_ms = fakes.narrator.position_ms
    touch_words(shell, "They are")
    settle()
    shell.tap("take-back")
    settle()
    assert fakes.narrator.position_ms == before_ms
    assert shell.find("take-back") is None


def test_after_a_while_there_is_nothing_to_take_back(open_guide: OpenShell, settle: Settle) -> None:
    shell, fakes = visit(open_guide, settle)
    shell.models.captions.go_to(100)
    settle()
    assert shell.find("take-back") is not None
    for _ in range(20):
        fakes.narrator.advance(1_000)
    settle()
    assert shell.find("take-back") is None


def test_a_paused_story_goes_there_and_stays_paused(told: tuple[Shell, FakeRooms], settle: Settle) -> None:
    shell, fakes = told
    shell.tap("play")
    touch_words(shell, "Its builder")
    settle()
    assert marked(shell) == "Its"
    assert fakes.narrator.state == "paused"


def test_i_go_from_sentence_to_sentence_by_keys(told: tuple[Shell, FakeRooms], settle: Settle) -> None:
    shell, _fakes = told
    shell.window.requestActivate()
    shown(shell, "transcript").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    press(shell, Qt.Key.Key_Down)
    press(shell, Qt.Key.Key_Down)
    press(shell, Qt.Key.Key_Down)
    press(shell, Qt.Key.Key_Up)
    press(shell, Qt.Key.Key_Return)
    settle()
    assert marked(shell) == "Look"
    press(shell, Qt.Key.Key_Escape)
    settle()
    assert marked(shell) == "The"


def test_large_captions_stay_for_my_visit_and_not_for_the_next(
    told: tuple[Shell, FakeRooms], settle: Settle
) -> None:
    shell, fakes = told
    shell.tap("large-captions")
    settle()
    size = shown(shell, "transcript").property("size")
    assert shell.find("enlarge") is None, "the words have the page"
    shell.models.flow.open_stop("qutb/iron-pillar", "list")
    settle()
    assert shown(shell, "transcript").property("size") == size
    shell.tap("whole-page")
    settle()
    assert shown(shell, "transcript").property("size") < size
    shell.models.captions.choose("large")
    assert [one["value"] for one in settings_logged(fakes) if one["preference"] == "captions"] == [
        "large",
        "strip",
        "large",
    ]
    shell.models.flow.end("idle")
    assert shell.models.captions.property("mode") == "strip"


def test_captions_chosen_with_the_language_are_there_at_the_first_stop(
    open_guide: OpenShell, settle: Settle
) -> None:
    shell, fakes = open_guide(camera=False)
    shell.tap("attract")
    settle()
    shell.tap("choice-large")
    settle()
    shell.tap("language-en")
    settle()
    shell.models.flow.open_stop("qutb/qutb-minar", "list")
    settle()
    assert shell.find("whole-page") is not None
    assert {"preference": "captions", "value": "large"} in settings_logged(fakes)


def test_while_i_look_around_one_line_shows_what_is_said(
    told: tuple[Shell, FakeRooms], settle: Settle
) -> None:
    shell, fakes = told
    shell.tap("back")
    fakes.narrator.advance(2_400)
    settle()
    line = shown(shell, "caption")
    place = line.property("word").toPoint()
    assert line.property("text") == "Its builder 👑 died soon."
    units = str(line.property("text")).encode("utf-16-le")
    assert units[2 * place.x() : 2 * place.y()].decode("utf-16-le") == "builder"
    assert bold(line) == "builder"
    fakes.narrator.advance(1_500)
    settle()
    assert line.property("text") == "Look up at the ribs."
    assert bold(line) == "Look", "of the new sentence, not of the one before"
    shell.models.captions.choose("off")
    settle()
    assert shell.find("caption") is None


def test_when_my_headphones_come_out_the_words_come_forward(
    told: tuple[Shell, FakeRooms], settle: Settle
) -> None:
    shell, fakes = told
    shell.tap("back")
    fakes.narrator.advance(1_000)
    fakes.narrator.pause()
    shell.models.bar.narration_output_lost()
    shell.models.captions.narration_output_lost()
    settle()
    assert shown(shell, "caption").property("text") == "The tower was begun in 1199."


def test_the_marked_word_stands_at_its_place_also_where_the_voice_stands_still(
    told: tuple[Shell, FakeRooms], settle: Settle
) -> None:
    shell, fakes = told
    fakes.narrator.advance(1_000)
    fakes.narrator.pause()
    shell.models.bar.narration_output_lost()
    shell.models.captions.narration_output_lost()
    settle()
    shell.tap("back")
    settle()
    line = shown(shell, "caption")
    setting, word = line.findChild(Typesetting), line.property("word").toPoint()
    assert setting is not None
    assert line.property("place") == setting.find_place(word.x(), word.y())


def test_a_voice_in_another_language_marks_no_word_of_mine(
    open_guide: OpenShell, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = FakeLibrary.get_stop
    recording = Recording("a" * 64, "audio/ogg", "en", Depth.STORY, 9_000, VoiceKind.PERSON, "Amina", "")

    def get_stop(library: FakeLibrary, stop_id: str, language: str, version: str = "") -> Stop:
        texts = (Text("hi", Depth.STORY, "मीनार की नींव पड़ी। ऊपर देखिए।"), Text("en", Depth.STORY, STORY))
        return replace(
            real(library, stop_id, language, version), texts=texts, recordings=(recording,), films=()
        )

    monkeypatch.setattr(FakeLibrary, "get_stop", get_stop)

    shell, fakes = open_guide(camera=False, can_speak=lambda _language: False)
    shell.models.flow.begin()
    shell.models.flow.choose_language("hi")
    shell.models.flow.open_stop("qutb/qutb-minar", "list")
    fakes.narrator.advance(1_500)
    settle()
    assert fakes.narrator.told[-1].language == "en"
    assert shell.models.stop.property("words").startswith("मीनार")
    assert shell.models.captions.property("word") == QPoint(0, 0)
    assert not shell.models.captions.property("follows")
    assert not shell.models.captions.go_to(3)
