"""A text as breaths for a voice: several sentences at once, never too much for its graph."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kiosk.speech.kokoro_words import ScoredWord, Span, score_words
from kiosk.speech.sentences import split_sentences

# The graph takes 510 signs at once; it speaks most evenly well below that.
MAX_SIGNS = 400
PARAGRAPH_PAUSE_MS = 450


@dataclass(frozen=True, slots=True)
class Breath:
    """What the voice says in one go. ``places[i]`` is where word i begins in ``phonemes``."""

    phonemes: str
    words: tuple[ScoredWord, ...]
    places: tuple[int, ...]
    pause_ms: int


def score(text: str, spans: Sequence[Span], voice: str, is_known: Callable[[str], bool]) -> Iterator[Breath]:
    """Yield a text as breaths: several sentences at once, for the melody, but never two paragraphs.

    Args:
        text: Plain words, numbers in full.
        spans: (start, end, IPA) of what the lexicon says of some characters of it, in order.
        voice: eSpeak NG's name of the language.
        is_known: Whether the voice knows a sign; others are left out.

    Raises:
        NoPhonemesError: eSpeak NG cannot be asked.
    """
    sentences = split_sentences(text)
    words = score_words(text, spans, voice, is_known, frozenset(end for _, end in sentences))
    kept: list[ScoredWord] = []
    signs = at = 0
    for index, (_, end) in enumerate(sentences):
        own = []
        while at < len(words) and words[at].start < end:
            own.append(words[at])
            at += 1
        length = sum(_count(word) for word in own)
        if kept and signs + length > MAX_SIGNS:
            yield from _breathe(kept, 0)
            kept, signs = [], 0
        kept += own
        signs += length
        after = sentences[index + 1][0] if index + 1 < len(sentences) else end
        if "\n\n" in text[end:after].replace("\r", ""):
            yield from _breathe(kept, PARAGRAPH_PAUSE_MS)
            kept, signs = [], 0
    yield from _breathe(kept, 0)


def _breathe(words: Sequence[ScoredWord], pause_ms: int) -> Iterator[Breath]:
    """Cut a sentence that is too long for the graph between words."""
    kept: list[ScoredWord] = []
    signs = 0
    for word in words:
        if kept and signs + _count(word) > MAX_SIGNS:
            yield _join(kept, 0)
            kept, signs = [], 0
        kept.append(word)
        signs += _count(word)
    if kept:
        yield _join(kept, pause_ms)


def _join(words: Sequence[ScoredWord], pause_ms: int) -> Breath:
    phonemes, places = "", []
    for word in words:
        phonemes += (" " if phonemes else "") + word.before
        places.append(len(phonemes))
        phonemes += word.phonemes + word.after
    return Breath(phonemes[: MAX_SIGNS + 100], tuple(words), tuple(places), pause_ms)


def _count(word: ScoredWord) -> int:
    return 1 + len(word.before) + len(word.phonemes) + len(word.after)
