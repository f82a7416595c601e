"""Where sentences begin and end, in every script the packs are written in.

Good enough for captions and for speaking a long text piece by piece; a wrong cut costs a short pause,
never a word. No language model: punctuation, lists of abbreviations, and what follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.speech.abbreviations import belongs_to_word

# A sentence without an end (a hostile or careless text) is cut at a space near here, in characters.
MAX_SENTENCE_LENGTH = 400

# Latin full stop and friends; Devanagari dandas; Arabic and Urdu; Chinese and Japanese; Ethiopic; Armenian.
_ENDERS = ".!?…।॥؟۔。！？።։"
# No space follows these where the next sentence begins.
_UNSPACED_ENDERS = "。！？"
_CLOSERS = "\"'”’»)]」』"
_PARAGRAPH = re.compile(r"\s*\n\s*\n\s*")
_CANDIDATE = re.compile(f"[{re.escape(_ENDERS)}]+[{re.escape(_CLOSERS)}]*")
# Longer than any abbreviation, and than any gap between two sentences of a paragraph.
_NEAR = 40


def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the sentences of ``text`` in order as (start, end) character ranges without outer spaces."""
    spans: list[tuple[int, int]] = []
    for start, end in _split_paragraphs(text):
        for one_start, one_end in _split_paragraph(text, start, end):
            spans.extend(_cut_long(text, *_strip(text, one_start, one_end)))
    return tuple((start, end) for start, end in spans if start < end)


def _split_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _PARAGRAPH.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def _split_paragraph(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for candidate in _CANDIDATE.finditer(text, start, end):
        if candidate.end() < end and _ends_sentence(text, start, candidate):
            yield start, candidate.end()
            start = candidate.end()
    yield start, end


def _ends_sentence(text: str, start: int, candidate: re.Match[str]) -> bool:
    after = text[candidate.end()]
    if text[candidate.start()] in _UNSPACED_ENDERS:
        return True
    if not after.isspace():
        return False  # 3.5, www.example.org, "A.D"
    # Only what is near is looked at: a text of nothing but initials would take its length squared.
    near = text[candidate.end() : candidate.end() + _NEAR]
    follows = near.lstrip()[:1]
    if not candidate.group().startswith("."):
        return not follows.islower()  # “What a tower!” she said
    return not (
        follows.islower()
        or belongs_to_word(text[max(start, candidate.start() - _NEAR) : candidate.start()], near)
    )


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _cut_long(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > MAX_SENTENCE_LENGTH:
        cut = text.rfind(" ", start + 1, start + MAX_SENTENCE_LENGTH)
        cut = cut if cut > start else start + MAX_SENTENCE_LENGTH
        yield _strip(text, start, cut)
        start, end = _strip(text, cut, end)
    yield start, end
