"""One fault each, to be planted into the example's lexicon, and what a check says of it."""

from __future__ import annotations

from kiosk.packs.findings import Severity
from tests.authoring.spoils import Spoil, add, put

ERROR, WARNING = Severity.ERROR, Severity.WARNING

Fault = tuple[Spoil, Severity, str, str, str]
"""What is spoilt, severity, file, place in it, a part of what is said."""

LEXICON_FAULTS: dict[str, Fault] = {
    "no lexicon": (
        add("pronunciations.toml", "= ="),
        ERROR,
        "pronunciations.toml",
        "",
        "it cannot be read",
    ),
    "name nobody tells": (
        put("pronunciations.toml", 'written = "Vitruvius"', 'written = "Vitruvios"'),
        WARNING,
        "pronunciations.toml",
        "en",
        "no text has 'Vitruvios'",
    ),
    "name nobody says": (
        put("pronunciations.toml", "[[en]]", '[[en]]\nwritten = "wheel"\n[[en]]'),
        ERROR,
        "pronunciations.toml",
        "en 1 said",
        "nothing says how 'wheel' is said",
    ),
    "name said twice": (
        put("pronunciations.toml", "[[en]]", '[[en]]\nwritten = "VITRUVIUS"\nsaid = "v"\n[[en]]'),
        ERROR,
        "pronunciations.toml",
        "en 2 written",
        "is there already",
    ),
    "no phonemes": (
        put("pronunciations.toml", "ɹuːviəs", "R:"),
        WARNING,
        "pronunciations.toml",
        "en 1 phonemes",
        "'R:' are not IPA",
    ),
}
