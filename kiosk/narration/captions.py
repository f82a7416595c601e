"""Captions of a narration: read from WebVTT with a timestamp before each word, or estimated from the text.

Format: https://www.w3.org/TR/webvtt1/ (cue timestamps inside the cue's text, section 4.2.2).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from kiosk.model.errors import KioskError
from kiosk.narration.alignment import TextCursor
from kiosk.narration.cues import Cue, CueTrack, Word
from kiosk.speech.sentences import split_sentences

__all__ = ["Cue", "CueTrack", "Word", "estimate_cues", "parse_timings", "reading_time_ms"]

MAX_TIMINGS_LENGTH = 1_000_000
MAX_CUES = 5_000
MAX_WORDS = 100_000
# A person reads captions aloud in their head at about the pace they are narrated, 13 to 15 characters a second.
READING_CHARACTERS_PER_S = 14
# The pause after a sentence, in characters' worth of time.
_PAUSE_CHARACTERS = 6

_STAMP = re.compile(r"<(?:(\d{1,4}):)?([0-5]\d):([0-5]\d)\.(\d{3})>")
_OTHER_TAG = re.compile(r"</?[a-z][^<>]{0,200}>|<>", re.IGNORECASE)
_TIME = re.compile(r"(?:(\d{1,4}):)?([0-5]?\d):([0-5]?\d)\.(\d{1,3})")


def parse_timings(timings: str, text: str = "") -> tuple[Cue, ...]:
    """Return the cues of a WebVTT file, placed in ``text``, the narration's whole text.

    Where ``text`` is "" the cues are placed in their own texts joined by single spaces.

    Raises:
        KioskError: ``narration.bad-timings``: not WebVTT, over the caps (1 MB of text, 5,000 cues,
            100,000 words), a cue that ends before it starts, or times that run backwards.
    """
    if len(timings) > MAX_TIMINGS_LENGTH:
        raise _bad(f"at most {MAX_TIMINGS_LENGTH} characters", str(len(timings)))
    if (arrows := timings.count("-->")) > MAX_CUES:  # each cue has one, and parsing costs a millisecond each
        raise _bad(f"at most {MAX_CUES} cues", str(arrows))
    captions = _read(timings)
    plain = text or " ".join(_plain(raw) for _, _, raw in captions)
    cursor = TextCursor(plain)
    cues: list[Cue] = []
    words = 0
    for start_ms, end_ms, raw in captions:
        _check_order(start_ms, end_ms, cues[-1].start_ms if cues else 0)
        words += len(raw.split())
        if words > MAX_WORDS:
            raise _bad(f"at most {MAX_WORDS} words", "more")
        cues.append(_make_cue(start_ms, end_ms, raw, cursor))
    return tuple(cues)


def estimate_cues(text: str, duration_ms: int) -> tuple[Cue, ...]:
    """Return a cue for each sentence of ``text``, sharing ``duration_ms`` by their lengths in characters.

    Words are left out: within a long sentence a guess drifts by whole words, and a wrong mark is worse
    than none.
    """
    spans = split_sentences(text)
    weights = [end - start + _PAUSE_CHARACTERS for start, end in spans]
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
    return round(len(text) * 1000 / READING_CHARACTERS_PER_S)


def _read(timings: str) -> list[tuple[int, int, str]]:
    # Costs 40 ms to import, and only a recording with timings needs it.
    import webvtt
    from webvtt.errors import MalformedCaptionError, MalformedFileError

    try:
        captions = webvtt.from_string(timings).captions
    except (MalformedCaptionError, MalformedFileError, ValueError) as error:
        raise _bad("WebVTT", str(error)[:200] or "something else") from error
    return [(_time_ms(one.start), _time_ms(one.end), one.raw_text) for one in captions]


def _time_ms(stamp: str) -> int:
    match = _TIME.fullmatch(stamp)
    if match is None:
        raise _bad("a time like 00:01:02.345", stamp[:40])
    return _milliseconds(match)


def _milliseconds(match: re.Match[str]) -> int:
    hours, minutes, seconds, fraction = match.groups()
    return ((int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(fraction.ljust(3, "0"))


def _check_order(start_ms: int, end_ms: int, previous_start_ms: int) -> None:
    if end_ms < start_ms:
        raise _bad("each cue to end after it starts", f"{start_ms} ms to {end_ms} ms")
    if start_ms < previous_start_ms:
        raise _bad("cues in the order of time", f"{start_ms} ms after {previous_start_ms} ms")


def _make_cue(start_ms: int, end_ms: int, raw: str, cursor: TextCursor) -> Cue:
    words: list[Word] = []
    first: int | None = None
    last = cursor.position
    for stamp_ms, piece in _timed_pieces(raw, start_ms):
        starts_ms = min(max(stamp_ms, words[-1].start_ms if words else start_ms), end_ms)
        for word in piece.split():
            start, end = cursor.find(word)
            if start < end:
                first = start if first is None else first
                last = end
            words.append(Word(starts_ms, end_ms, start, end))
    timed = tuple(_close_words(words)) if _STAMP.search(raw) else ()
    return Cue(start_ms, end_ms, _plain(raw), last if first is None else first, last, timed)


def _timed_pieces(raw: str, start_ms: int) -> Iterator[tuple[int, str]]:
    at_ms, begun = start_ms, 0
    for stamp in _STAMP.finditer(raw):
        yield at_ms, _plain(raw[begun : stamp.start()])
        at_ms, begun = _milliseconds(stamp), stamp.end()
    yield at_ms, _plain(raw[begun:])


def _close_words(words: list[Word]) -> Iterator[Word]:
    # A word lasts until the next begins: the mark moves on, it does not blink off between words.
    for index, word in enumerate(words):
        end_ms = words[index + 1].start_ms if index + 1 < len(words) else word.end_ms
        yield Word(word.start_ms, end_ms, word.start, word.end)


def _plain(raw: str) -> str:
    return " ".join(html.unescape(_OTHER_TAG.sub("", _STAMP.sub("", raw))).split())


def _bad(expected: str, found: str) -> KioskError:
    return KioskError(
        "The word timings cannot be used",
        code="narration.bad-timings",
        expected=expected,
        found=found,
        remedy="make the recording's .vtt file again",
    )
