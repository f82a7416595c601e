"""Signs in a text that its readers cannot read: another script than its language is written in, pictures as letters."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from kiosk.model.language import primary

# Languages that are written in one script everywhere; the others may be written as they are.
_WRITTEN_IN = {
    "latin": "ca cs cy da de en es et eu fi fr ga gl hr hu id is it lt lv mt nb nl nn no pl pt ro sk sl sq sv tr vi",
    "cyrillic": "be bg mk ru uk",
    "arabic": "ar fa ps ur",
    "devanagari": "hi mr ne",
    "bengali": "as bn",
    "gujarati": "gu",
    "kannada": "kn",
    "malayalam": "ml",
    "tamil": "ta",
    "telugu": "te",
    "greek": "el",
    "hebrew": "he yi",
    "georgian": "ka",
    "armenian": "hy",
    "thai": "th",
    "tibetan": "bo dz",
}
_SCRIPTS = {tag: script for script, tags in _WRITTEN_IN.items() for tag in tags.split()}
# Fewer letters may be a name that stands as its owners write it.
_LEAST_LETTERS = 20
# Emoji and their parts: fonts of texts have none.
_EMOJI = re.compile("[\U0001f000-\U0001faff]")


def find_other_script(words: str, language: str) -> str:
    """Return the script that most of a text is written in, where its language is written in another; else "".

    A tag that names a script (``sr-Latn``) says itself what is meant.
    """
    expected = _SCRIPTS.get(primary(language), "")
    if not expected or any(len(part) == 4 and part.isalpha() for part in language.split("-")):
        return ""
    letters = Counter(
        unicodedata.name(sign, "").partition(" ")[0].lower() for sign in words if sign.isalpha()
    )
    if letters.total() < _LEAST_LETTERS:
        return ""
    most, count = letters.most_common(1)[0]
    return most.capitalize() if most != expected and 2 * count > letters.total() else ""


def find_emoji(words: str) -> str:
    """Return the first sign of a text that is a picture, "" where there is none."""
    found = _EMOJI.search(words)
    return found[0] if found else ""
