"""The words of a written text, as captions mark them, and when each of them is heard.

espeak-ng says nothing of a word that it runs together with the one before ("on the"), tells others twice ("26" as "26"
and "6") and counts apostrophes as it likes. So what an engine tells is laid on the words as they are written.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from kiosk.model.spoken_word import Word
from kiosk.speech.speakable import Speakable

Span = tuple[int, int]
Told = tuple[int, int, int]
"""(ms, start, end): when an engine says that some characters of the written text begin to be heard."""

_RUN = re.compile(r"\S+")
# Written without blanks between words: Thai and Lao, Burmese, Khmer; Chinese and Japanese are wide besides.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


def is_unspaced(text: str) -> bool:
    """Tell whether a text has words that no blank divides, so that only the engine knows them."""
    return bool(_UNSPACED.search(text)) or any(unicodedata.east_asian_width(sign) in "WF" for sign in text)


def list_written_words(what: Speakable) -> list[Span]:
    """Return the words between blanks, without the punctuation around them; what is said in one piece is one word."""
    pieces = [
        (piece.start, piece.end) for piece in what.pieces if what.text[piece.start : piece.end] != piece.said
    ]
    runs = [_strip(what.text, found.start(), found.end()) for found in _RUN.finditer(what.text)]
    return list(_unite(sorted([*pieces, *(run for run in runs if run[0] < run[1])])))


def time_words(words: Sequence[Span], told: Iterable[Told], duration_ms: int) -> tuple[Word, ...]:
    """Return the words with their times.

    A word that the engine did not tell of shares the time of the one before it, by their letters.

    Args:
        words: What :func:`list_written_words` returned.
        told: What the engine told, in order.
        duration_ms: The length of the clip.
    """
    begins = _find_begins(words, told, duration_ms)
    if not begins:
        return ()
    marks = [*begins.items(), (len(words), duration_ms)]
    if marks[0][0] > 0:
        marks.insert(0, (0, 0))
    timed: list[Word] = []
    for (index, at_ms), (following, until_ms) in pairwise(marks):
        timed += _share(words[index:following], at_ms, until_ms)
    return tuple(timed)


def _find_begins(words: Sequence[Span], told: Iterable[Told], duration_ms: int) -> dict[int, int]:
    starts = [start for start, _ in words]
    begins: dict[int, int] = {}
    last, last_ms = -1, 0
    for at_ms, start, _ in told:
        index = bisect_right(starts, start) - 1
        if index > last and start < words[index][1] and last_ms <= at_ms <= duration_ms:
            begins[index] = at_ms
            last, last_ms = index, at_ms
    return begins


def _share(words: Sequence[Span], at_ms: int, until_ms: int) -> Iterator[Word]:
    letters = sum(end - start for start, end in words)
    said = 0
    for start, end in words:
        begins = at_ms + (until_ms - at_ms) * said // letters
        said += end - start
        yield Word(begins, at_ms + (until_ms - at_ms) * said // letters, start, end)


def _strip(text: str, start: int, end: int) -> Span:
    while start < end and unicodedata.category(text[start])[0] not in "LNMS":
        start += 1
    while end > start and unicodedata.category(text[end - 1])[0] not in "LNMS":
        end -= 1
    return start, end


def _unite(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield spans in order; those that overlap become one."""
    open_start, open_end = 0, 0
    for start, end in spans:
        if start >= open_end:
            if open_start < open_end:
                yield open_start, open_end
            open_start, open_end = start, end
        open_end = max(open_end, end)
    if open_start < open_end:
        yield open_start, open_end
