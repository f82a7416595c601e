"""Captions of a narration: read from WebVTT with a timestamp before each word, or estimated from the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.model.errors import KioskError
from kiosk.narration.alignment import is_apart, place_tokens, split_tokens
from kiosk.narration.cue_order import put_in_order
from kiosk.narration.cues import Cue, CueTrack, Word
from kiosk.narration.webvtt import MAX_CUES, MAX_LENGTH, WrittenCue, read_webvtt
from kiosk.speech.sentences import split_sentences

__all__ = [
    "Cue",
    "CueTrack",
    "Timings",
    "Word",
    "estimate_cues",
    "parse_timings",
    "read_timings",
    "reading_time_ms",
]

MAX_TIMINGS_LENGTH = MAX_LENGTH
MAX_WORDS = 100_000
# A person reads captions aloud in their head at about the pace they are narrated, 13 to 15 characters a second.
READING_CHARACTERS_PER_S = 14
# Chinese, Japanese and Korean signs hold as much as three or so of other scripts: four to five are spoken a second.
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
_MORE_WEIGHT = 2
# The pause after a sentence, in characters' worth of time.
_PAUSE_CHARACTERS = 6
# Fewer common words are chance: the captions are of another text or in another language.
_SAME_TEXT_SHARE = 0.25
# Too few words to judge by.
_FEW_WORDS = 8
# Quotation marks, brackets and stops round a sentence are its own; a row of stars is not.
_MOST_SIGNS = 4


@dataclass(frozen=True, slots=True)
class Timings:
    """Captions that can be used.

    ``faults`` say in words what could not be used, by line. ``agreement`` is the share (0 to 1) of the captions' words
    that stand in the text as well.
    """

    cues: tuple[Cue, ...]
    faults: tuple[str, ...] = ()
    agreement: float = 1.0


def read_timings(timings: str, text: str = "") -> Timings:
    """Return what can be used of a WebVTT file, placed in ``text``, the narration's whole text.

    Where ``text`` is "" the cues are placed in their own texts joined by single spaces.

    Raises:
        KioskError: ``narration.bad-timings``: no caption can be read, the captions are of another text or in another
            language, or it is over the caps (1 MB of text, 5,000 cues, 100,000 words).
    """
    if len(timings) > MAX_TIMINGS_LENGTH:
        raise _bad(f"at most {MAX_TIMINGS_LENGTH} characters", str(len(timings)))
    if (arrows := timings.count("-->")) > MAX_CUES:
        raise _bad(f"at most {MAX_CUES} cues", str(arrows))
    found, faults = read_webvtt(timings)
    written, disorders = put_in_order([cue for cue in found if cue.text])
    if not written:
        raise _bad("a WebVTT file with captions", faults[0] if faults else "no caption in it")
    if sum(len(cue.text.split()) for cue in written) > MAX_WORDS:
        raise _bad(f"at most {MAX_WORDS} words", "more")
    cues, agreement = _place(written, text or " ".join(cue.text for cue in written))
    return Timings(cues, (*faults, *disorders), agreement)


def parse_timings(timings: str, text: str = "") -> tuple[Cue, ...]:
    """Return the captions of a WebVTT file as :func:`read_timings` does, without what is wrong with the others.

    Raises:
        KioskError: ``narration.bad-timings``, as there.
    """
    return read_timings(timings, text).cues


def estimate_cues(text: str, duration_ms: int) -> tuple[Cue, ...]:
    """Return a cue for each sentence of ``text``, sharing ``duration_ms`` by their lengths in characters.

    Words are left out: within a long sentence a guess drifts by whole words, and a wrong mark is worse
    than none.
    """
    spans = split_sentences(text)
    weights = [_weigh(text[start:end]) + _PAUSE_CHARACTERS for start, end in spans]
    # The last pause is not heard: a recording ends with its last word.
    total = max(1, sum(weights) - _PAUSE_CHARACTERS)
    cues: list[Cue] = []
    before = 0
    for (start, end), weight in zip(spans, weights, strict=True):
        start_ms = round(duration_ms * min(1.0, before / total))
        before += weight
        end_ms = round(duration_ms * min(1.0, before / total))
        cues.append(Cue(start_ms, end_ms, text[start:end], start, end))
    return tuple(cues)


def reading_time_ms(text: str) -> int:
    """Return how long a text takes to be read at the pace of a narration, in milliseconds."""
    return round(_weigh(text) * 1000 / READING_CHARACTERS_PER_S)


def _weigh(text: str) -> int:
    """Return how long a text takes to say, in characters of an alphabet."""
    return len(text) + _MORE_WEIGHT * len(_DENSE.findall(text))


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said from one moment of a caption to the next: mostly a word.

    ``at_ms`` is None where nobody knows the moment. ``shown`` is its place in the caption, ``tokens`` are the indices of its
    words among all that is said, ``signs`` the punctuation before the first of them and after the last.
    """

    at_ms: int | None
    shown: tuple[int, int]
    tokens: slice
    signs: tuple[str, str]


def _place(written: Sequence[WrittenCue], text: str) -> tuple[tuple[Cue, ...], float]:
    keys: list[str] = []
    said = [list(_split_said(cue, keys)) for cue in written]
    tokens = split_tokens(text)
    places, agreeing = place_tokens(keys, [token.key for token in tokens])
    if len(keys) > _FEW_WORDS and agreeing < _SAME_TEXT_SHARE * len(keys):
        raise _bad("the words of the text that is told", f"{agreeing} of {len(keys)} words are in it")
    starts = [token.start for token in tokens] + [len(text)]
    ends = [0] + [token.end for token in tokens]
    ranges = [(starts[first] if first < last else ends[last], ends[last]) for first, last in places]
    cues: list[Cue] = []
    for cue, parts in zip(written, said, strict=True):
        cues.append(_make_cue(cue, parts, ranges, text, cues[-1].end if cues else 0))
    return tuple(cues), agreeing / len(keys) if keys else 1.0


def _split_said(cue: WrittenCue, keys: list[str]) -> Iterator[_Said]:
    caption, at = cue.text, 0
    for at_ms, piece in cue.pieces:
        plain = " ".join(piece.split())
        if not plain:
            continue
        start = caption.index(plain, at)
        at = start + len(plain)
        tokens = split_tokens(plain)
        signs = ("", "")
        if tokens:
            signs = plain[: tokens[0].start].rpartition(" ")[2], plain[tokens[-1].end :].partition(" ")[0]
        yield _Said(at_ms, (start, at), slice(len(keys), len(keys) + len(tokens)), signs)
        keys += [token.key for token in tokens]


def _make_cue(
    cue: WrittenCue, said: Sequence[_Said], ranges: Sequence[tuple[int, int]], text: str, place: int
) -> Cue:
    words: list[Word] = []
    first, last = -1, place
    at_ms = cue.start_ms
    for part in said:
        at_ms = min(max(cue.start_ms if part.at_ms is None else part.at_ms, at_ms), cue.end_ms)
        start, end = _find_place(part, ranges, text, last)
        if start < end:
            first, last = start if first < 0 else first, end
        words.append(Word(at_ms, cue.end_ms, start, end))
    span = (place, place) if first < 0 else _take_punctuation(text, first, last, place)
    if all(part.at_ms is None for part in said):
        return Cue(cue.start_ms, cue.end_ms, cue.text, *span, voice=cue.voice)
    shown = tuple(part.shown for part in said)
    return Cue(cue.start_ms, cue.end_ms, cue.text, *span, tuple(_close_words(words)), shown, cue.voice)


def _find_place(part: _Said, ranges: Sequence[tuple[int, int]], text: str, place: int) -> tuple[int, int]:
    """Return from where the first of some words stands to where the last ends; empty where none stands anywhere."""
    there = [one for one in ranges[part.tokens] if one[0] < one[1]]
    if not there:
        return place, place
    start, end = there[0][0], there[-1][1]
    before, after = part.signs
    if before and text.endswith(before, place, start):
        start -= len(before)
    if after and text.startswith(after, end):
        end += len(after)
    return start, end


def _take_punctuation(text: str, start: int, end: int, place: int) -> tuple[int, int]:
    """Return a sentence's range with the signs that stand close to its first and last word."""
    least, most = max(place, start - _MOST_SIGNS), min(len(text), end + _MOST_SIGNS)
    while start > least and _is_sign(text[start - 1]):
        start -= 1
    while end < most and _is_sign(text[end]):
        end += 1
    return start, end


def _is_sign(character: str) -> bool:
    return not character.isspace() and is_apart(character)


def _close_words(words: list[Word]) -> Iterator[Word]:
    # A word lasts until the next begins: the mark moves on, it does not blink off between words.
    for index, word in enumerate(words):
        end_ms = words[index + 1].start_ms if index + 1 < len(words) else word.end_ms
        yield Word(word.start_ms, end_ms, word.start, word.end)


def _bad(expected: str, found: str) -> KioskError:
    return KioskError(
        "The word timings cannot be used",
        code="narration.bad-timings",
        expected=expected,
        found=found,
        remedy="make the recording's .vtt file again",
    )
