"""Finds the same name in another Latin spelling: Kutub for Qutb, Meenar for Minar, Darvaza for Darwaza.

Names of Indian and Arabic letters are written in Latin ones in several ways at once. What differs between them is folded
into one sound: long and short vowels, aspirated consonants and plain ones, qaf and kaf, doubled letters (ICS-630-01, "Romanization
of Hindi and Urdu Personal Names", 2015, notes), w and v, ph and f, sh and s, the final h of -ah, ai and ay (the
Hunterian system, as the UN took it over in 1972, resolution II/11, beside the spellings of maps and gazetteers before
it), z and j (ज़ and ज, which differ by a point that people leave out). Between consonants one short vowel may be there or not, or be
another: Qutb, Qutub; Tughlaq, Tughluq; Mehrauli, Mehroli; no script that these names come from writes it. An e at the end may be silent: Firoz, Feroze.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

FROM_LETTERS: Final = 4
MOST_LETTERS: Final = 32
_BEGINNING_FROM_SOUNDS: Final = 5
_VOWEL_FREE_FROM_CONSONANTS: Final = 3
"""With fewer consonants too many names differ by a vowel alone: Lal, Lila."""

_VOWELS: Final = "aiu"
# One after the other: ch is one sound before c is k or s, and a mark (C) keeps it from both.
_SOUNDS: Final = (
    *(("chh", "C"), ("ch", "C"), ("ck", "k"), ("ce", "se"), ("ci", "si"), ("cy", "sy"), ("c", "k"), ("q", "k")),
    *(("ph", "f"), ("x", "ks"), ("ah\n", "a\n")),
    *((f"{aspirated}h", aspirated) for aspirated in "bdgjklrstz"),
)  # fmt: skip
# The signs for ayn and hamza, and what is typed for them.
_UNHEARD: Final = "'`\u02b9\u02bb\u02bc\u02be\u02bf\u02c8\u2018\u2019"
# Vowels twice: eei is one, too.
_DOUBLES: Final = tuple(2 * letter for letter in f"{_VOWELS}{_VOWELS}bCdfghjklmnprstv")
_LETTERS: Final = str.maketrans("eoywz", "iuivj", _UNHEARD)


def fold_sounds(words: str) -> str:
    """Return folded words, each between two line ends, as they sound: still one a line, in the same order."""
    for written, heard in _SOUNDS:
        words = words.replace(written, heard)
    words = words.translate(_LETTERS)
    for double in _DOUBLES:
        words = words.replace(double, double[0])
    return words


def find_spellings(vocabulary: str, sounds: str, typed: str) -> list[str]:
    """Return the words that are ``typed`` in another spelling, by the alphabet; of several likenesses the nearest alone.

    The nearest is the same sound; then a word that begins so; then the same but for one vowel.

    Args:
        vocabulary: All words, folded, sorted, each between two line ends.
        sounds: What :func:`fold_sounds` makes of it.
        typed: One folded word.
    """
    if not FROM_LETTERS <= len(typed) <= MOST_LETTERS or not (typed.isascii() and typed.isalpha()):
        return []
    sound = fold_sounds(f"\n{typed}\n").strip("\n")
    if not sound:
        return []
    lines = list(_iterate_lines(sounds, f"\n{sound}\n"))
    if not lines and len(sound) >= _BEGINNING_FROM_SOUNDS:
        lines = list(_iterate_lines(sounds, f"\n{sound}"))
    if not lines:
        lines = sorted(
            {line for near in _change_a_vowel(sound) for line in _iterate_lines(sounds, f"\n{near}\n")}
        )
    if not lines:
        return []
    words = vocabulary.split("\n")
    return [words[line] for line in lines if line < len(words)]


def _iterate_lines(sounds: str, sought: str) -> Iterator[int]:
    """Yield the numbers of the lines that begin with ``sought``, which begins with a line end."""
    line = last = 0
    at = sounds.find(sought)
    while at >= 0:
        line += sounds.count("\n", last, at + 1)
        yield line
        last = at + 1
        at = sounds.find(sought, last)


def _change_a_vowel(sound: str) -> set[str]:
    """Return what differs by one vowel: between consonants one more, one fewer, another; at the end one fewer, or a silent e.

    None for a name of few consonants.
    """
    if sum(letter not in _VOWELS for letter in sound) < _VOWEL_FREE_FROM_CONSONANTS:
        return set()
    near = set()
    for at in range(1, len(sound)):
        before, letter, after = sound[:at], sound[at], sound[at + 1 :]
        if letter not in _VOWELS and before[-1] not in _VOWELS:
            near |= {f"{before}{vowel}{letter}{after}" for vowel in _VOWELS}
        elif letter in _VOWELS:
            near |= {f"{before}{vowel}{after}" for vowel in ("", "ai", "au", *(_VOWELS if after else ()))}
    silent = {f"{sound}i"} if sound[-1] not in _VOWELS else set()
    return (near | silent) - {sound}
