"""Languages as visitors read them: each named in itself."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLocale

# Where Qt's name is not what speakers would look for ("American English").
_OWN_NAMES = {"en": "English", "es": "Español", "pt": "Português", "zh": "中文"}


def own_name(tag: str) -> str:
    """Return a language's name in itself, its first letter a capital where the script has any."""
    name = _OWN_NAMES.get(tag) or QLocale(tag).nativeLanguageName() or tag
    return name[:1].upper() + name[1:]


def merge_languages(lists: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Return each language of several sites once, in the order they come."""
    return tuple(dict.fromkeys(tag for tags in lists for tag in tags))
