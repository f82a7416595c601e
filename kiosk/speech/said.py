"""What an engine is given to say, and where the words that it tells of stand in the written text."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.model.spoken_word import Word
from kiosk.speech.engine import MAX_SPEECH_LENGTH
from kiosk.speech.refusals import NOTHING_TO_SAY, TEXT_TOO_LONG, check_text, not_spoken
from kiosk.speech.said_text import SaidText
from kiosk.speech.speakable import Speakable
from kiosk.speech.word_places import is_unspaced, list_written_words, time_words

# Also of the sounds that a lexicon gives. Numbers and short forms said in full are longer than they are written, but not without end.
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
    # A lexicon may give every sign of a long text a name of many sounds, and a worker is sent them all.
    sounds = sum(len(phonemes) for _, _, phonemes in said.list_phonemes())
    if sounds > MAX_SAID_LENGTH:
        raise not_spoken(TEXT_TOO_LONG, f"at most {MAX_SAID_LENGTH} signs of IPA by the lexicon", str(sounds))
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
    # espeak-ng tells of spaces, and of text beyond the end.
    placed = [
        (at_ms, *said.find_place(start, end))
        for at_ms, start, end in told
        if 0 <= start < end <= len(said.text) and said.text[start:end].strip()
    ]
    if is_unspaced(said.written.text):
        return time_words(_keep_apart(placed), placed, duration_ms)
    return time_words(list_written_words(said.written), placed, duration_ms)


def _keep_apart(placed: Iterable[tuple[int, int, int]]) -> list[tuple[int, int]]:
    words: list[tuple[int, int]] = []
    for _, start, end in placed:
        if start < end and (not words or start >= words[-1][1]):
            words.append((start, end))
    return words
