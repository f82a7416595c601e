"""A pack's lexicon: finds in a text the names whose pronunciation an author has written down."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kiosk.model.language import primary
from kiosk.model.pronunciation import Pronunciation
from kiosk.speech.speakable import Piece

MAX_WORDS = 12
"""A longer entry is no name."""

# Python's \w leaves out vowel signs and other marks; scripts without spaces between words are taken sign by sign.
_SIGN_BY_SIGN = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0963\u0971-\u0dff\u200c\u200d"
WORD = re.compile(rf"[{_SIGN_BY_SIGN}]|(?:[^\W_{_SIGN_BY_SIGN}]|[{_MARKS}])+")
# Left out when words are compared: Arabic vowel signs and the stretched line, Hebrew points, joiners.
_UNHEARD = re.compile("[\u0591-\u05bd\u0610-\u061a\u0640\u064b-\u065f\u0670\u200c\u200d]")
# "Iltutmish's": said with the name, since a voice stumbles over an s of its own.
_POSSESSIVE = re.compile(r"['’]s(?!\w)")
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013"), "-") | {ord("’"): "'"}
_AFTER_VOICELESS = tuple("ptkfθ")
_AFTER_HISSING = tuple("szʃʒ")


@dataclass(slots=True)
class _Node:
    """What may follow the words so far: a blank or sign and the next word; and the entry that ends here."""

    nexts: dict[tuple[str, str], _Node] = field(default_factory=dict)
    entry: Pronunciation | None = None


class Lexicon:
    """The entries of one language, by their words. The longest entry that fits is taken."""

    def __init__(self, entries: Sequence[Pronunciation], language: str) -> None:
        self._has_possessive = primary(language) == "en"
        self._root = _Node()
        for entry in entries:
            words = list(_split(entry.written))
            if not 0 < len(words) <= MAX_WORDS:
                continue
            node = self._root
            for gap, word, _start, _end in words:
                node = node.nexts.setdefault((gap, word), _Node())
            # The first of two entries for the same words counts, as it does for a reader of the file.
            node.entry = node.entry or entry

    def find_in(self, text: str) -> tuple[Piece, ...]:
        """Return the pieces of ``text`` that the lexicon knows, in order; they never overlap."""
        return tuple(self._make_piece(text, entry, start, end) for entry, start, end in self._find(text))

    def list_used(self, text: str) -> tuple[Pronunciation, ...]:
        """Return the entries that are said in ``text``, as often as they are."""
        return tuple(entry for entry, _, _ in self._find(text))

    def _find(self, text: str) -> Iterator[tuple[Pronunciation, int, int]]:
        words = list(_split(text))
        at = 0
        while at < len(words):
            entry, count = self._find_longest(words, at)
            if entry is not None:
                yield entry, words[at][2], words[at + count - 1][3]
            at += max(1, count)

    def _find_longest(self, words: Sequence[_Word], at: int) -> tuple[Pronunciation | None, int]:
        node, best, count = self._root, None, 0
        for length, (gap, word, _start, _end) in enumerate(words[at : at + MAX_WORDS], 1):
            following = node.nexts.get((gap if length > 1 else "", word))
            if following is None:
                break
            node = following
            if node.entry is not None:
                best, count = node.entry, length
        return best, count

    def _make_piece(self, text: str, entry: Pronunciation, start: int, end: int) -> Piece:
        said, phonemes = entry.said or text[start:end], entry.phonemes
        possessive = _POSSESSIVE.match(text, end) if self._has_possessive else None
        if possessive:
            end, said = possessive.end(), f"{said}'s"
            phonemes = phonemes and phonemes + _say_possessive(phonemes)
        return Piece(start, end, said, phonemes)


@functools.lru_cache(maxsize=16)
def find_lexicon(entries: tuple[Pronunciation, ...], language: str) -> Lexicon:
    """Return the lexicon of these entries; the same one as long as they are the same."""
    return Lexicon(entries, language)


def fold(word: str) -> str:
    """Return a word as it is compared: without case, and without signs that are not always written."""
    return _UNHEARD.sub("", unicodedata.normalize("NFC", word)).casefold()


# What stands before a word ("" at the beginning of a name), the word as it is compared, and where it is.
_Word = tuple[str, str, int, int]


def _split(text: str) -> Iterator[_Word]:
    last = 0
    for match in WORD.finditer(text):
        gap = " ".join(text[last : match.start()].translate(_DASHES).split()) or (
            " " if last < match.start() else ""
        )
        # The first word of an entry has nothing before it.
        yield (gap if last else "", fold(match[0]), match.start(), match.end())
        last = match.end()


def _say_possessive(phonemes: str) -> str:
    if phonemes.endswith(_AFTER_HISSING):
        return "ɪz"
    return "s" if phonemes.endswith(_AFTER_VOICELESS) else "z"
