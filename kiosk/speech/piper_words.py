"""When each word is heard, from the lengths of a voice's sounds. Standard library only.

eSpeak NG, which makes Piper's sounds, runs words together ("of the") and makes many of one ("1368"). So the sounds of the
words alone are laid beside the sounds of the whole, and each word begins where the first of its own is heard.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# Comparing costs up to the product of both lengths: a minute's sentence is not worth a second of a visitor's time.
MAX_SOUNDS = 2_000

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """Some characters of what is said, with the IPA that the lexicon gives for them or ""."""

    start: int
    end: int
    ipa: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """One sound, and when it begins in the clip."""

    sound: str
    at_ms: int


def split_words(text: str, spans: Iterable[tuple[int, int, str]]) -> list[SpokenWord]:
    """Return the words of ``text``; those for which the lexicon gives IPA are one, however many they are."""
    words: list[SpokenWord] = []
    at = 0
    for start, end, ipa in sorted(spans):
        if start >= at:
            words += _split_plain(text, at, start)
            words.append(SpokenWord(start, end, ipa))
            at = end
    words += _split_plain(text, at, len(text))
    return words


def clean_ipa(ipa: str) -> str:
    """Return a lexicon's IPA in single signs, without brackets, which would end a spelling, and with IPA's own g."""
    return unicodedata.normalize("NFD", ipa.replace("g", "ɡ").replace("[", "").replace("]", ""))


def keep_sounds(phonemes: str) -> str:
    """Return the vowels and consonants of some phonemes, without stress, length, melody and blanks."""
    return "".join(
        sign for sign in unicodedata.normalize("NFD", phonemes) if unicodedata.category(sign) in ("Ll", "Lo")
    )


def place_words(
    words: Sequence[SpokenWord], alone: Sequence[str], heard: Sequence[Heard]
) -> list[tuple[int, int, int]]:
    """Return (ms, start, end) of each word that can be found in what is heard; none where nothing is.

    Args:
        words: The words in order.
        alone: The sounds of each when it is said alone; see :func:`keep_sounds`.
        heard: The sounds of the whole, in order.
    """
    owners = [index for index, sounds in enumerate(alone) for _ in sounds]
    if not 0 < len(heard) <= MAX_SOUNDS or len(owners) > MAX_SOUNDS:
        return []
    begins: dict[int, int] = {}
    matcher = SequenceMatcher(None, "".join(alone), "".join(one.sound[0] for one in heard), autojunk=False)
    for here, there, length in matcher.get_matching_blocks():
        for offset in range(length):
            begins.setdefault(owners[here + offset], heard[there + offset].at_ms)
    return [(begins[index], word.start, word.end) for index, word in enumerate(words) if index in begins]


def _split_plain(text: str, start: int, end: int) -> Iterator[SpokenWord]:
    for found in _WORD.finditer(text, start, end):
        yield SpokenWord(found.start(), found.end())
