"""How the visitor wants the screens to look: language, size of text, light, motion. Seen from QML as ``Look``."""

from __future__ import annotations

from PySide6.QtCore import Property, QLocale, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.model.contrast import READABLE, SURFACES, ink_on, is_colour, make_readable
from kiosk.model.language import is_right_to_left, primary
from kiosk.screens.engine import get_models

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

TEXT_SCALES = (1.0, 1.5, 2.0)
THEMES = ("gallery", "outdoors", "contrast")
ACCENT = "#d9a45b"
STAFF = "staff"
STAFF_SURFACE = "#f3f5f8"
STAFF_ACCENT = "#0a4a8f"
CONTRAST_WANTED = {"gallery": READABLE, "outdoors": READABLE, "contrast": 7.0}

TITLE_FAMILIES = {"hi": "Noto Serif Devanagari", "mr": "Noto Serif Devanagari", "ar": "Noto Naskh Arabic"}
TEXT_FAMILIES = {"hi": "Noto Sans Devanagari", "mr": "Noto Sans Devanagari", "ar": "Noto Sans Arabic"}
TALL_SCRIPTS = frozenset({"hi", "mr", "ne", "ar", "fa", "ur", "ta", "bn"})
"""Languages whose letters stand and hang further and need more leading."""


@QmlElement
@QmlSingleton
class Look(QObject):
    """The visitor's choices; at the end of a visit they go back to the site's."""

    changed = Signal()

    def __init__(self, theme: str = "gallery", *, reduced_motion: bool = False) -> None:
        super().__init__()
        self._site_theme = theme
        self._site_motion = reduced_motion
        self._pack_accent = ACCENT
        self._staff = False
        self._language = "en"
        self.forget()

    @staticmethod
    def create(engine: QQmlEngine) -> Look:
        """Hand QML the one object the shell made."""
        return get_models(engine).look

    def forget(self) -> None:
        """Go back to what the site has set, so that nothing of one visitor's choices meets the next."""
        self._theme = self._site_theme
        self._text_scale = TEXT_SCALES[0]
        self._reduced_motion = self._site_motion
        self.changed.emit()

    @property
    def text_scale_now(self) -> float:
        """How many times the plain size text has."""
        return self._text_scale

    @property
    def is_high_contrast(self) -> bool:
        """Whether the greatest contrast was chosen."""
        return self._theme == "contrast"

    def list_wishes(self) -> list[tuple[str, str]]:
        """Return what the visitor has set otherwise than the site, as (preference, value) of the visit's log."""
        size = ("text-size", f"{self._text_scale:g}")
        light = ("contrast", self._theme)
        return [size] * (self._text_scale != TEXT_SCALES[0]) + [light] * (self._theme != self._site_theme)

    def set_language(self, tag: str) -> None:
        """Set the language of the screens; the fonts, digits and direction follow."""
        self._language = tag
        self.changed.emit()

    def set_accent(self, accent: str) -> None:
        """Take over a site's accent colour; what is no colour is ignored."""
        self._pack_accent = accent if is_colour(accent) else ACCENT
        self.changed.emit()

    @Slot(float)
    def choose_text_scale(self, scale: float) -> None:
        """Set the size of text: 1, 1.5 or 2 times the plain one."""
        if scale in TEXT_SCALES:
            self._text_scale = scale
            self.changed.emit()

    def next_text_scale(self) -> float:
        """Return the size after this one; after the largest the plain one."""
        return TEXT_SCALES[(TEXT_SCALES.index(self._text_scale) + 1) % len(TEXT_SCALES)]

    @Slot(str)
    def choose_theme(self, theme: str) -> None:
        """Set the light: ``gallery`` (dark), ``outdoors`` (light) or ``contrast``."""
        if theme in THEMES:
            self._theme = theme
            self.changed.emit()

    @Slot(bool)
    def choose_reduced_motion(self, reduced: bool) -> None:
        """Set whether anything moves."""
        self._reduced_motion = reduced
        self.changed.emit()

    def show_staff(self, shown: bool) -> None:
        """Set the staff's own light, the same at every site: nobody takes their pages for a visitor's."""
        self._staff = shown
        self.changed.emit()

    @Slot(int, result=str)
    def number(self, value: int) -> str:
        """Write a whole number in the digits of the language."""
        locale = QLocale(self._language)
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        return locale.toString(value)

    @Slot(float, result=str)
    def decimal(self, value: float) -> str:
        """Write a number with what stands behind its point, as the language writes both."""
        return QLocale(self._language).toString(float(value), "g", 3)

    @Slot(str, result=str)
    def digits(self, text: str) -> str:
        """Write ``text`` with its digits in those of the language; all else stays."""
        zero = ord(QLocale(self._language).zeroDigit()[0])
        return "".join(chr(zero + int(sign)) if sign in "0123456789" else sign for sign in text)

    @Slot(str, result=str)
    def title_family_of(self, tag: str) -> str:
        """Return the family that sets titles in a language; staff read plain text throughout."""
        if self._staff:
            return self.text_family_of(tag)
        return TITLE_FAMILIES.get(primary(tag), "EB Garamond")

    @Slot(str, result=str)
    def text_family_of(self, tag: str) -> str:
        """Return the family that sets text in a language."""
        return TEXT_FAMILIES.get(primary(tag), "Noto Sans")

    @Slot(str, result=bool)
    def runs_right_to_left(self, tag: str) -> bool:
        """Tell whether a language is written from right to left."""
        return is_right_to_left(tag)

    @Slot(str, result=bool)
    def is_tall(self, tag: str) -> bool:
        """Tell whether a language's script needs the wider leading."""
        return primary(tag) in TALL_SCRIPTS

    def _theme_here(self) -> str:
        return STAFF if self._staff else self._theme

    def _surface_here(self) -> str:
        return STAFF_SURFACE if self._staff else SURFACES[self._theme]

    def _accent_here(self) -> str:
        if self._staff:
            return STAFF_ACCENT
        return make_readable(self._pack_accent, SURFACES[self._theme], CONTRAST_WANTED[self._theme])

    language = Property(str, lambda self: self._language, notify=changed)
    theme = Property(str, _theme_here, notify=changed)
    text_scale = Property(float, lambda self: self._text_scale, notify=changed)
    reduced_motion = Property(bool, lambda self: self._reduced_motion, notify=changed)
    right_to_left = Property(bool, lambda self: is_right_to_left(self._language), notify=changed)
    tall_script = Property(bool, lambda self: self.is_tall(self._language), notify=changed)
    title_family = Property(str, lambda self: self.title_family_of(self._language), notify=changed)
    text_family = Property(str, lambda self: self.text_family_of(self._language), notify=changed)
    surface = Property(str, _surface_here, notify=changed)
    accent = Property(str, lambda self: self._accent_here(), notify=changed)
    ink_on_accent = Property(str, lambda self: ink_on(self._accent_here()), notify=changed)
