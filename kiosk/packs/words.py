"""Takes text apart into the words it is found by: the same for what authors wrote and what visitors type."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from kiosk.packs.folding import fold

# Scripts that put no blanks between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese. Each two letters that follow one
# another are a word of the index, and the last letter alone.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)


def split_words(text: str) -> Iterator[str]:
    """Yield the folded words of a text, again and again where they are said so; no blanks, no punctuation."""
    for piece in fold(text).split():
        yield from (piece,) if piece.isascii() and piece.isalnum() else _take_apart(piece)


@lru_cache(maxsize=20_000)
def _take_apart(piece: str) -> tuple[str, ...]:
    plain = "".join(symbol if unicodedata.category(symbol)[0] in "LMN" else " " for symbol in piece)
    return tuple(word for part in plain.split() for word in _pair_unspaced(part))


def _pair_unspaced(part: str) -> Iterator[str]:
    at = 0
    for run in _UNSPACED.finditer(part):
        if run.start() > at:
            yield part[at : run.start()]
        letters = run.group()
        yield from (first + second for first, second in pairwise(letters))
        yield letters[-1]
        at = run.end()
    if at < len(part):
        yield part[at:]
