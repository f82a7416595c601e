"""What ``kiosk say`` knows of words: the names of a pack's source, and what was said for what is written."""

from __future__ import annotations

from pathlib import Path

from kiosk.model.errors import KioskError
from kiosk.model.language import primary
from kiosk.model.pronunciation import Pronunciation
from kiosk.narration.choose import Narration


def read_lexicon(folder: Path, language: str) -> tuple[Pronunciation, ...]:
    """Return the entries for a language in the source of a pack, which need not be built.

    Raises:
        KioskError: ``packs.source-missing`` where there is no lexicon; ``packs.source-faulty`` with its faults.
    """
    from kiosk.packs.findings import Findings
    from kiosk.packs.source_pronunciations import PRONUNCIATIONS_FILE, read_pronunciations

    if not (folder / PRONUNCIATIONS_FILE).is_file():
        raise KioskError(
            "There is no lexicon to be read here",
            thing=str(folder),
            expected=f"a folder with {PRONUNCIATIONS_FILE}",
            found="none",
            remedy="name the folder of a pack's source",
            code="packs.source-missing",
        )
    findings = Findings()
    tags = tuple(dict.fromkeys((language, primary(language))))
    found = read_pronunciations(folder, tags, findings)
    findings.raise_errors(str(folder))
    return next((found[tag] for tag in tags if tag in found), ())


def tell_said(narration: Narration) -> str:
    """Return the words that a voice is given for a narration's text."""
    from kiosk.speech.said_text import SaidText
    from kiosk.speech.speakable import make_speakable

    return SaidText(make_speakable(narration.text, narration.language, narration.pronunciations)).text
