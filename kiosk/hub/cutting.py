"""Cutting what a visitor said: words may be left out, and it shows where; none may be added, changed or moved."""

from __future__ import annotations

import re
from typing import Final

ELLIPSIS: Final = "…"
_GAP: Final = f"{ELLIPSIS}.[]()"
# Words stand between spaces; scripts that write without spaces are cut letter by letter.
_UNSPACED: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef"
)
_WORD: Final = re.compile(rf"[{_UNSPACED}]|[^\s{_UNSPACED}]+")


class NotACutError(Exception):
    """Something stands there that was not said, or not in this order; ``word`` is the first such word."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


def cut(said: str, wanted: str) -> str:
    """Return ``wanted``, with an ellipsis wherever words of ``said`` are left out; "" where none are left.

    Spaces and line breaks are those of ``said``. An ellipsis in ``wanted`` may stand for words that are left out, or
    be one that was said.

    Raises:
        NotACutError: ``wanted`` is no part of ``said``.
    """
    words = list(_WORD.finditer(said))
    kept = _find_kept([word[0] for word in words], _WORD.findall(wanted))
    if not kept:
        return ""
    pieces: list[str] = []
    after = -1
    for number in kept:
        start = words[number - 1].end() if number else 0
        space = said[start : words[number].start()]
        if number != after + 1:
            pieces.append(_join_gap(pieces, space))
        elif number:
            pieces.append(space)
        pieces.append(words[number][0])
        after = number
    if after != len(words) - 1:
        pieces.append(f" {ELLIPSIS}")
    return "".join(pieces)


def _join_gap(pieces: list[str], space: str) -> str:
    """Return what stands where words were left out before a word that has ``space`` before it."""
    return f" {ELLIPSIS}{space or ' '}" if pieces else f"{ELLIPSIS} "


def _find_kept(said: list[str], wanted: list[str]) -> list[int]:
    """Return the places in ``said`` of each of the words ``wanted``, each as early as it can be."""
    kept: list[int] = []
    at = 0
    for word in wanted:
        if word.strip(_GAP) == "" and said[at : at + 1] != [word]:
            continue  # not said: it stands for what was left out
        try:
            at = said.index(word, at)
        except ValueError:
            raise NotACutError(word) from None
        kept.append(at)
        at += 1
    return kept
