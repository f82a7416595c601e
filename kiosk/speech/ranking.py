"""Which engine is asked first: the one whose words are understood best."""

from __future__ import annotations

from kiosk.model.language import primary

# Words in a hundred that a recogniser (whisper-base) mishears of 20 sentences about heritage, by engine and language;
# "" stands for the languages that were not measured. `./run bench intelligibility` measures anew.
_MISHEARD_PERCENT = {
    ("kokoro", ""): 0.0,
    ("piper", ""): 10.0,
    ("pyttsx3", ""): 20.8,
    # 26 of 259 words, as many as of Piper: a tie is Piper's, which tires the ear less.
    ("pyttsx3", "en"): 10.1,
}
_UNKNOWN_PERCENT = 100.0


def misheard_percent(engine: str, language: str) -> float:
    """Return how many words in a hundred are misheard when ``engine`` speaks ``language``; 100 for a strange engine."""
    unmeasured = _MISHEARD_PERCENT.get((engine, ""), _UNKNOWN_PERCENT)
    return _MISHEARD_PERCENT.get((engine, primary(language)), unmeasured)
