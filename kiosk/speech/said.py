"""What an engine is given to say, and where the words that it tells of stand in the written text."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.model.spoken_word import Word
from kiosk.speech.engine import MAX_SPEECH_LENGTH
from kiosk.speech.refusals import NOTHING_TO_SAY, TEXT_TOO_LONG, check_text, not_spoken
from kiosk.speech.said_text import SaidText
from kiosk.speech.speakable import Speakable

# Numbers and short forms said in full are longer than they are written, but not without end.
MAX_SAID_LENGTH = 4 * MAX_SPEECH_LENGTH


def say_in_full(what: Speakable) -> SaidText:
    """Return the words for a text.

    Raises:
        KioskError: ``narration.text-too-long`` or ``narration.nothing-to-say``.
    """
    check_text(what.text)
    said = SaidText(what)
    if len(said.text) > MAX_SAID_LENGTH:
        found = str(len(said.text))
        raise not_spoken(TEXT_TOO_LONG, f"at most {MAX_SAID_LENGTH} characters in full", found)
    if not said.text.strip():
        raise not_spoken(NOTHING_TO_SAY, "words", "none that a voice can say")
    return said


def place_words(told: Iterable[tuple[int, int, int]], duration_ms: int, said: SaidText) -> tuple[Word, ...]:
    """Return the words of a clip, placed in the written text.

    Args:
        told: (ms, start, end) of each word as the engine tells them; the characters count in ``said.text``.
        duration_ms: The clip's length.
        said: What the engine was given.
    """
    # espeak-ng tells some words twice ("26" as "26" and "6"), and spaces and text beyond the end as words.
    kept: list[tuple[int, int, int]] = []
    for at_ms, said_start, said_end in told:
        if not (0 <= said_start < said_end <= len(said.text) and said.text[said_start:said_end].strip()):
            continue
        start, end = said.find_place(said_start, said_end)
        last_ms, after = (kept[-1][0], kept[-1][2]) if kept else (0, 0)
        if after <= start < end and last_ms <= at_ms <= duration_ms:
            kept.append((at_ms, start, end))
    ends = [*(at_ms for at_ms, _, _ in kept[1:]), duration_ms][: len(kept)]
    return tuple(
        Word(at_ms, end_ms, start, end) for (at_ms, start, end), end_ms in zip(kept, ends, strict=True)
    )
