from __future__ import annotations

import unicodedata

import pytest

from kiosk.model.visitor_words import clean_words
from kiosk.screens.letter_layouts import (
    ARABIC,
    DEVANAGARI,
    LATIN,
    find_script,
    get_face,
    get_rows,
    list_layers,
    show_key,
)

MOST_KEYS = 11
"""So many are wide enough in a row of the narrowest screen."""

SCRIPTS = (LATIN, DEVANAGARI, ARABIC)


def keys_of(script: str) -> list[str]:
    return [key for layer in list_layers(script) for row in get_rows(script, layer) for key in row]


@pytest.mark.parametrize("script", SCRIPTS)
def test_no_row_is_too_long_and_every_key_writes_something_plain(script: str) -> None:
    for layer in list_layers(script):
        assert get_face(script, layer)
        rows = get_rows(script, layer)
        assert 3 <= len(rows) <= 5
        for row in rows:
            assert 1 <= len(row) <= MOST_KEYS
            for key in row:
                assert clean_words("न" + key) in ("न" + key, unicodedata.normalize("NFC", "न" + key))


@pytest.mark.parametrize(
    ("script", "text"),
    [
        (LATIN, "Qutb's tower, 73 m! Où est l'Élan? Größe ñ ç Łódź š"),
        (DEVANAGARI, "क्या यह मीनार १२वीं शताब्दी की है? ज्ञान, श्री, ऋषि, पढ़ना, फ़िल्म, दुःख, हाँ।"),
        (ARABIC, "متى بُنيت المئذنة؟ أظنّ أنّها في القرن ١٢، إن شاء الله. سؤال، قراءة، لؤلؤ، هدى"),
    ],
)
def test_what_people_write_can_be_written(script: str, text: str) -> None:
    keys = sorted(keys_of(script), key=len, reverse=True)
    left = unicodedata.normalize("NFC", text).replace(" ", "")
    letters = {unicodedata.normalize("NFC", key) for key in keys}
    parts = {part for key in letters for part in key}
    assert set(left) - parts == set()


@pytest.mark.parametrize(("tag", "script"), [("hi", DEVANAGARI), ("mr-IN", DEVANAGARI), ("ar-EG", ARABIC), ("fa", ARABIC), ("en", LATIN), ("ta", LATIN)])  # fmt: skip
def test_a_language_has_its_script_or_latin(tag: str, script: str) -> None:
    assert find_script(tag) == script


def test_a_mark_stands_on_a_circle_and_a_letter_by_itself() -> None:
    assert show_key("ा") == "◌ा" and show_key("َ") == "◌َ"
    assert show_key("क") == "क" and show_key("अ") == "अ" and show_key("x") == "x" and show_key("ऽ") == "ऽ"
