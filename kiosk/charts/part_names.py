"""What the parts of a report are called in words: languages, what led nowhere, tickets, visits that came again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

# The languages that visitors of museums ask for most; any other stands as its tag.
_LANGUAGES: Final = {
    "ar": "Arabic", "bn": "Bengali", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English",
    "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian",
    "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "nb": "Norwegian", "nl": "Dutch",
    "pa": "Punjabi", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sv": "Swedish",
    "ta": "Tamil", "te": "Telugu", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese",
    "zh": "Chinese",
}  # fmt: skip
_FAILURES: Final = {
    "scan-unreadable": "code not readable",
    "scan-foreign": "code of somebody else",
    "scan-newer": "code newer than the pack",
    "scan-unknown": "code that is no stop",
    "search-number": "number that is no stop",
    "search-words": "words found nowhere",
}
_RETURNS: Final = {"2": "second visit", "3": "third visit", "4+": "fourth or later"}


def name_language(tag: str) -> str:
    """Return a language (BCP 47) by its English name and its tag: ``Hindi (hi)``; only the tag where it is not known."""
    name = _LANGUAGES.get(tag.partition("-")[0].lower())
    return f"{name} ({tag})" if name else tag


def _name_product(number: str) -> str:
    return f"product {number}" if number.isdecimal() else number


def _name_stars(number: str) -> str:
    return f"{number} star{'' if number == '1' else 's'}" if number.isdecimal() else number


_BY_HEADING: Final[Mapping[str, Callable[[str], str]]] = {
    "Languages": name_language,
    "What led nowhere": lambda kind: _FAILURES.get(kind, kind),
    "Tickets": _name_product,
    "Ratings": _name_stars,
    "Visits that came again": lambda nth: _RETURNS.get(nth, nth),
}


def name_part(heading: str, part: str) -> str:
    """Return what a part is called in the section under ``heading``; itself where it needs no other name."""
    name = _BY_HEADING.get(heading)
    return part if name is None else name(part)
