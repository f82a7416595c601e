"""Captions whose words know their places in the text that is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.narration.alignment import is_apart, place_tokens, split_tokens
from kiosk.narration.cues import Cue, Word
from kiosk.narration.webvtt import WrittenCue

# Quotation marks, brackets and stops round a sentence are its own; a row of stars is not.
_MOST_SIGNS = 4


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


def place_cues(written: Sequence[WrittenCue], text: str) -> tuple[tuple[Cue, ...], int, int]:
    """Return the cues with the places of their words in ``text``, how many words stand there too, and how many are said."""
    keys: list[str] = []
    said = [list(_split_said(cue, keys)) for cue in written]
    tokens = split_tokens(text)
    places, agreeing = place_tokens(keys, [token.key for token in tokens])
    starts = [token.start for token in tokens] + [len(text)]
    ends = [0] + [token.end for token in tokens]
    ranges = [(starts[first] if first < last else ends[last], ends[last]) for first, last in places]
    cues: list[Cue] = []
    for cue, parts in zip(written, said, strict=True):
        cues.append(_make_cue(cue, parts, ranges, text, cues[-1].end if cues else 0))
    return tuple(cues), agreeing, len(keys)


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
