"""Finds what was meant by a word that is typed with an error, among all words of a language.

How far two words are apart is counted in slips: a letter too many, too few or wrong, or two swapped (Damerau and Levenshtein,
in the form where no letter is touched twice). Source: https://doi.org/10.1145/363958.363994
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Final

FORGIVEN_FROM_LETTERS: Final = 4
TWICE_FROM_LETTERS: Final = 8
BEGINNING_FROM_LETTERS: Final = 5
"""Shorter beginnings with a slip in them begin too much."""

MOST_LETTERS: Final = 32
_MOST_MEASURED: Final = 1_000
_MOST_LOOKS: Final = 20_000
_LONGEST: Final = 128


@dataclass(frozen=True, slots=True)
class LikelyWord:
    """A word that may have been meant, and how many ``slips`` away it is from what was typed, or from a beginning of it."""

    word: str
    slips: int


def count_slips_forgiven(typed: str) -> int:
    """Return how many slips are forgiven in a word: none in a short one, and none in a number."""
    if not FORGIVEN_FROM_LETTERS <= len(typed) <= MOST_LETTERS or any(letter.isdigit() for letter in typed):
        return 0
    return 2 if len(typed) >= TWICE_FROM_LETTERS else 1


def find_likely(vocabulary: str, typed: str) -> list[LikelyWord]:
    """Return the words within the slips forgiven, the nearest first, then by the alphabet.

    Args:
        vocabulary: All words, folded, sorted, each between two line ends.
        typed: One folded word.

    A slip leaves some part of a word as it is: the words that have such a part in its place are found first, and only
    those are measured. Some milliseconds for 50,000 words.
    """
    forgiven = count_slips_forgiven(typed)
    letters = set(typed)
    # Each letter that is not in a word is a slip. Where that is so of all words, this is another script, most often.
    if not forgiven or sum(letter not in vocabulary for letter in letters) > forgiven:
        return []
    longest = _LONGEST if _may_begin(typed) else len(typed) + forgiven
    words = dict.fromkeys(
        word
        for start, part in _list_parts(typed, forgiven)
        for word in _iterate_words_with(vocabulary, part, start, forgiven)
        if len(typed) - forgiven <= len(word) <= longest and len(letters.difference(word)) <= forgiven
    )
    measured = (
        LikelyWord(word, count_slips(typed, word, forgiven)) for word in islice(words, _MOST_MEASURED)
    )
    return sorted((one for one in measured if one.slips <= forgiven), key=lambda one: (one.slips, one.word))


def count_slips(typed: str, word: str, most: int) -> int:
    """Return how many slips ``typed`` is from ``word``, or from a beginning of it; ``most`` + 1 for any more."""
    before_last: list[int] = []
    last = list(range(min(len(word), len(typed) + most) + 1))
    for at, letter in enumerate(typed, start=1):
        row = [at]
        for there in range(1, len(last)):
            same = letter == word[there - 1]
            slips = min(last[there - 1] + (not same), last[there] + 1, row[there - 1] + 1)
            if at > 1 < there and letter == word[there - 2] and typed[at - 2] == word[there - 1]:
                slips = min(slips, before_last[there - 2] + 1)
            row.append(slips)
        if min(row) > most:
            return most + 1
        before_last, last = last, row
    whole = last[-1] if len(word) < len(last) else most + 1
    begun = min(last) if _may_begin(typed) else whole
    return min(whole, begun, most + 1)


def _may_begin(typed: str) -> bool:
    return len(typed) >= BEGINNING_FROM_LETTERS


def _list_parts(typed: str, slips: int) -> list[tuple[int, str]]:
    """Return parts of ``typed``, with where each starts: a word within ``slips`` has one of them, about there.

    Typed is cut into one part more than there are slips: one is whole, and at most so far from its place. A swap across a cut
    breaks two: with a cut's letters swapped, the two parts beside it are one that is whole; with all cuts' swapped, all are.
    """
    count = slips + 1
    cuts = [len(typed) * at // count for at in range(count + 1)]
    parts = [(start, typed[start:end]) for start, end in pairwise(cuts)]
    everywhere = typed
    for start, cut, end in zip(cuts, cuts[1:], cuts[2:], strict=False):
        parts.append((start, _swap(typed, cut)[start:end]))
        everywhere = _swap(everywhere, cut)
    return [*parts, (0, everywhere)]


def _swap(word: str, cut: int) -> str:
    return word[: cut - 1] + word[cut] + word[cut - 1] + word[cut + 1 :]


def _iterate_words_with(vocabulary: str, part: str, start: int, slips: int) -> Iterator[str]:
    """Yield the words that have ``part`` at most ``slips`` letters from ``start``; at their beginning where it starts them."""
    sought = part if start else f"\n{part}"
    at = -1
    for _ in range(_MOST_LOOKS):
        at = vocabulary.find(sought, at + 1)
        if at < 0:
            return
        # Only as far as the word may begin and end: what claims to be one may have no end.
        begin = vocabulary.rfind("\n", max(0, at - start - slips - 1), at + 1)
        end = vocabulary.find("\n", at + 1, at + _LONGEST)
        if end > begin >= 0 and (not start or at - begin - 1 >= start - slips):
            yield vocabulary[begin + 1 : end]
