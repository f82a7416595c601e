"""A set text: even lines, the places of words in every script, and long texts that do not hold the interface up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRectF, QUrl
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickTextDocument

from kiosk.screens.typesetting import AT_ONCE, Typesetting

SIZE_PX, LINE_PX, SPACE_PX = 20, 30, 14
PAGE = f"""import QtQuick
TextEdit {{
    width: 400
    wrapMode: TextEdit.Wrap
    textFormat: TextEdit.PlainText
    font.pixelSize: {SIZE_PX}
}}"""
ARABIC = "بدأ قطب الدين أيبك بناء Qutb Minar عام 1199 ثم مات."
HINDI = "क़ुतुब मीनार की ऊँचाई बहत्तर मीटर है। क्षत्रिय और श्री।"

pytestmark = pytest.mark.allow_qt_message("OpenType support missing")

Set = Callable[..., Typesetting]


@pytest.fixture
def set_text(qapp: QGuiApplication) -> Iterator[Set]:
    """Set a text into a TextEdit 400 px wide."""
    engine = QQmlEngine()
    made: list[object] = []

    def set_one(text: str) -> Typesetting:
        component = QQmlComponent(engine)
        component.setData(PAGE.encode(), QUrl())
        edit = component.create()
        assert isinstance(edit, QQuickItem), component.errorString()
        setting = Typesetting(edit)
        made.extend((component, edit))
        setting.setProperty("document", edit.property("textDocument"))
        setting.setProperty("line_px", float(LINE_PX))
        setting.setProperty("after_px", float(SPACE_PX))
        setting.setProperty("text", text)
        return setting

    yield set_one
    made.clear()


def document(setting: Typesetting) -> QTextDocument:
    quick: QQuickTextDocument = setting.property("document")
    return quick.textDocument()


def find(setting: Typesetting, word: str, text: str) -> QRectF:
    start = text.index(word)
    return setting.find_place(start, start + len(word))


def test_lines_are_even_and_paragraphs_apart(set_text: Set) -> None:
    text = "One line.\n\nAnother."
    setting = set_text(text)
    assert document(setting).toPlainText() == text, "each sign keeps its place"
    first, second = find(setting, "One", text), find(setting, "Another", text)
    assert first.height() == LINE_PX
    assert second.y() - first.y() == LINE_PX + SPACE_PX


@pytest.mark.parametrize("text", [ARABIC, HINDI, "Plain words, and a few more of them."])
def test_words_have_places_that_do_not_touch(set_text: Set, text: str) -> None:
    setting = set_text(text)
    places = [setting.find_place(*match.span()) for match in re.finditer(r"\S+", text)]
    assert all(place.width() > 3 for place in places)
    for index, one in enumerate(places):
        for other in places[index + 1 :]:
            assert not one.intersects(other)


def test_words_run_the_way_they_are_written(set_text: Set) -> None:
    setting = set_text(ARABIC)
    assert find(setting, "بدأ", ARABIC).left() > find(setting, "قطب", ARABIC).right()
    assert find(setting, "Qutb", ARABIC).right() < find(setting, "Minar", ARABIC).left(), "Latin in Arabic"
    assert find(setting, "Qutb", ARABIC).right() < find(setting, "بناء", ARABIC).left()


def test_a_phrase_over_two_lines_has_no_one_place(set_text: Set) -> None:
    text = "word " * 60
    setting = set_text(text)
    assert setting.find_place(0, len(text) - 1).isEmpty()
    assert setting.find_place(5, 5).isEmpty()
    assert setting.find_place(5, 10_000).isEmpty()
    assert setting.find_place(-3, 4).isEmpty()


def test_a_sentence_is_underlined_until_the_next(set_text: Set) -> None:
    setting = set_text("One. Two. Three.")
    setting.setProperty("marked", QPoint(0, 4))
    setting.setProperty("marked", QPoint(5, 9))
    lines = document(setting).begin().textFormats()
    assert [(form.start, form.length) for form in lines if form.format.fontUnderline()] == [(5, 4)]


def test_another_text_bears_no_mark_of_the_one_before(set_text: Set) -> None:
    setting = set_text("One. Two.")
    setting.setProperty("marked", QPoint(0, 4))
    setting.setProperty("text", "Other words.")
    assert not any(form.format.fontUnderline() for form in document(setting).begin().textFormats())


@pytest.mark.parametrize("paragraph", [80, 10_000])
def test_ten_thousand_words_come_piece_by_piece(
    set_text: Set, settle: Callable[[], None], paragraph: int
) -> None:
    words = [f"word{number}" for number in range(10_000)]
    text = "\n\n".join(" ".join(words[at : at + paragraph]) for at in range(0, 10_000, paragraph))
    setting = set_text(text)
    assert AT_ONCE / 4 < document(setting).characterCount() < 3 * AT_ONCE, "a screen of it is there at once"
    for _ in range(40):
        settle()
    assert document(setting).toPlainText() == text
    assert not find(setting, "word9999", text).isEmpty()


def test_a_text_that_is_left_comes_no_further(set_text: Set, settle: Callable[[], None]) -> None:
    setting = set_text("long " * 5_000)
    setting.setProperty("text", "short")
    for _ in range(10):
        settle()
    assert document(setting).toPlainText() == "short"
