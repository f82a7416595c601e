"""The visitor's choices of look: made, told to the log, and forgotten."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from kiosk.model.contrast import SURFACES, contrast_ratio
from kiosk.screens import look as look_module
from kiosk.screens.look import THEMES, Look


def test_what_the_visitor_needs_is_told_and_then_forgotten(qapp: QGuiApplication) -> None:
    look = Look("outdoors")
    assert look.list_wishes() == []
    look.choose_text_scale(1.5)
    look.choose_theme("contrast")
    look.choose_text_scale(7.0)
    look.choose_theme("pink")
    assert look.list_wishes() == [("text-size", "1.5"), ("contrast", "contrast")]
    look.forget()
    assert look.list_wishes() == []
    assert look.property("theme") == "outdoors"


def test_numbers_are_written_in_the_digits_of_the_language(qapp: QGuiApplication) -> None:
    look = Look()
    assert look.number(1234) == "1234"
    look.set_language("ar")
    assert look.number(1234) == "١٢٣٤"
    assert look.digits("0:07") == "٠:٠٧"
    look.set_language("hi")
    assert look.number(10) == "10"


def test_an_accent_can_be_read_in_every_light(qapp: QGuiApplication) -> None:
    look = Look()
    for theme in THEMES:
        look.choose_theme(theme)
        for accent in ("#b5522c", "#101010", "#fefefe", "no colour"):
            look.set_accent(accent)
            wanted = 7.0 if theme == "contrast" else 4.5
            assert contrast_ratio(look.property("accent"), SURFACES[theme]) >= wanted


def test_staff_read_dark_ink_on_light_ground(qapp: QGuiApplication) -> None:
    """Their light is in QML: the ink of the words and of what went well or not, on both of their grounds."""
    text = (Path(look_module.__file__).parent / "design" / "Colour.qml").read_text("utf-8")
    staff = dict(re.findall(r'color (\w+): staff \? "(#\w{6})"', text))
    fixed = dict(re.findall(r'color (\w+): "(#\w{6})"', text))
    inks = [staff["ink"], staff["muted"], fixed["good"], fixed["bad"], look_module.STAFF_ACCENT]
    for ground in (look_module.STAFF_SURFACE, staff["raised"]):
        assert all(contrast_ratio(ink, ground) >= 7.0 for ink in inks)
    assert contrast_ratio(fixed["inkOnBand"], fixed["band"]) >= 7.0


def test_staff_have_their_own_light_at_every_site(qapp: QGuiApplication) -> None:
    look = Look("contrast")
    look.choose_text_scale(2.0)
    look.show_staff(True)
    assert (look.property("theme"), look.property("surface")) == ("staff", look_module.STAFF_SURFACE)
    assert contrast_ratio(look.property("ink_on_accent"), look.property("accent")) >= 7.0
    assert look.property("title_family") == look.property("text_family")
    look.show_staff(False)
    assert look.property("theme") == "contrast"


def test_numbers_are_written_as_the_language_writes_them() -> None:
    look = Look()
    written = {}
    for language in ("en", "hi", "ar", "fr"):
        look.set_language(language)
        written[language] = look.decimal(1.25)
    assert written == {"en": "1.25", "hi": "1.25", "ar": "١٫٢٥", "fr": "1,25"}
