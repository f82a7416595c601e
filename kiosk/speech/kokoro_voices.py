"""The voices of Kokoro-82M: which languages they speak, which is the best of each, at what pace they narrate.

Their names say it: ``af_heart`` is American English, a woman's, called Heart. The best by the makers' own grades and by
the words that a recogniser understood (docs/explanation/narration.md). Japanese and Chinese are left out: they need
dictionaries that eSpeak NG has not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.model.language import primary

ENGINE = "kokoro"
CREDIT = "Computer voice {name}, Kokoro-82M (Apache-2.0)"
LICENCE = "Apache-2.0"


@dataclass(frozen=True, slots=True)
class KokoroLanguage:
    """``tag`` is BCP 47, ``espeak`` eSpeak NG's name; ``speed`` makes an unhurried narration of about 155 words a minute."""

    tag: str
    espeak: str
    best: str
    speed: float


_LANGUAGES = {
    "a": KokoroLanguage("en-US", "en-us", "af_heart", 0.95),
    "b": KokoroLanguage("en-GB", "en-gb", "bf_emma", 0.95),
    "e": KokoroLanguage("es", "es", "ef_dora", 0.95),
    "f": KokoroLanguage("fr", "fr-fr", "ff_siwis", 0.95),
    "h": KokoroLanguage("hi", "hi", "hf_alpha", 0.9),
    "i": KokoroLanguage("it", "it", "if_sara", 0.95),
    "p": KokoroLanguage("pt-BR", "pt-br", "pf_dora", 0.95),
}


def find_language(voice: str) -> KokoroLanguage | None:
    """Return what a voice speaks, None for one that is not offered."""
    return _LANGUAGES.get(voice[:1]) if voice[2:3] == "_" else None


def speaks(language: str) -> bool:
    """Tell whether there is a voice for a language (BCP 47), wherever it is spoken."""
    return any(primary(one.tag) == primary(language) for one in _LANGUAGES.values())


def sort_voices(names: Iterable[str]) -> list[str]:
    """Return the voices that are offered, the best of each language first, and American before British English."""
    offered = {name: language for name in names if (language := find_language(name))}
    return sorted(offered, key=lambda name: (name[0], name != offered[name].best, name))


def title_voice(name: str) -> str:
    """Return a voice's name for people: ``Heart``."""
    return name.partition("_")[2].replace("_", " ").title()
