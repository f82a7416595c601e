"""Every word of the interface is there in every language, with the same places for numbers."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.screens.attract import INVITATION, SENTENCE
from kiosk.screens.languages import merge_languages, own_name
from kiosk.screens.wording import Wording

HOUSE = Path(__file__).parents[2]
SOURCES = sorted((HOUSE / "assets" / "translations").glob("*.ts"))
SAID = re.compile(r'qsTr\("((?:[^"\\]|\\.)*)"')


def read(source: Path) -> dict[str, str]:
    messages = ElementTree.parse(source).iter("message")
    return {str(one.findtext("source")): str(one.findtext("translation")) for one in messages}


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_every_word_in_the_pages_is_translated(source: Path) -> None:
    translated = read(source)
    pages = (HOUSE / "kiosk" / "screens").rglob("*.qml")
    said = {words for page in pages for words in SAID.findall(page.read_text("utf-8"))} | {
        SENTENCE,
        INVITATION,
    }
    assert said == set(translated)
    assert all(translated.values())


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_a_translation_has_the_places_of_its_source(source: Path) -> None:
    for words, translation in read(source).items():
        assert sorted(re.findall(r"%\d", words)) == sorted(re.findall(r"%\d", translation)), words


def test_each_string_has_a_word_for_its_translators() -> None:
    """Words said again elsewhere ("All stops", "Languages") may carry their comment in one place only."""
    explained, bare = set(), {}
    for page in (HOUSE / "kiosk" / "screens").rglob("*.qml"):
        lines = page.read_text("utf-8").splitlines()
        for number, line in enumerate(lines):
            for words in SAID.findall(line):
                if any("//:" in near for near in lines[max(0, number - 3) : number + 1]):
                    explained.add(words)
                else:
                    bare[words] = f"{page.name}:{number + 1}"
    assert {place for words, place in bare.items() if words not in explained} == set()


def test_a_language_is_spoken_and_left_again(qapp: QGuiApplication, translations: Path) -> None:
    wording = Wording(translations)
    assert set(wording.languages) == {"en", "hi", "ar"}
    assert wording.speaks("ar-EG")
    assert not wording.speaks("sv")
    assert wording.say("hi", "Attract", INVITATION) != INVITATION
    assert wording.say("sv", "Attract", INVITATION) == INVITATION
    wording.switch("ar")
    wording.close()


def test_languages_are_named_in_themselves() -> None:
    assert [own_name(tag) for tag in ("en", "hi", "ar", "sv", "de")] == [
        "English",
        "हिन्दी",
        "العربية",
        "Svenska",
        "Deutsch",
    ]
    assert merge_languages([("en", "hi"), ("sv", "en")]) == ("en", "hi", "sv")
