"""How long the device's own voice takes for a text, before it has begun to speak it."""

from __future__ import annotations

import re
from typing import Final

from kiosk.model.language import primary
from kiosk.narration.captions import weigh

# Characters a second that eSpeak NG says at the guide's settings: English, Hindi and Arabic measured on the texts of the
# demonstration, the others on a paragraph each. Arabic is written without most of its vowels.
_CHARACTERS_PER_S: Final = {
    **dict.fromkeys(("de", "es", "it"), 14.0),
    **dict.fromkeys(("pt", "sv", "ta"), 13.0),
    **dict.fromkeys(("bn", "ur"), 12.0),
    "ar": 9.6,
    "en": 12.7,
    "fa": 10.9,
    "fr": 17.0,
    "hi": 12.6,
}
# Slower than most: who is done sooner than was promised is not disappointed.
_USUAL_CHARACTERS_PER_S: Final = 12.0
# "1742" is said as long as a word of 20 letters is.
_MORE_FOR_DIGIT: Final = 4
_DIGIT = re.compile(r"\d")


def find_pace(language: str) -> float:
    """Return how many characters a second are spoken in a language (BCP 47)."""
    return _CHARACTERS_PER_S.get(primary(language), _USUAL_CHARACTERS_PER_S)


def speaking_time_ms(text: str, language: str) -> int:
    """Return about how long the device's voice takes for a text, in milliseconds; a better voice is somewhat quicker."""
    characters = weigh(text) + _MORE_FOR_DIGIT * len(_DIGIT.findall(text))
    return round(characters * 1000 / find_pace(language))
