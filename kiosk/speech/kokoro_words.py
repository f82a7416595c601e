"""The sounds of each word of a text, in the signs of Kokoro, and its place in the text.

eSpeak NG runs words together ("of the") and makes many of one ("1368"): it is asked for a run of words, to hear them in
company, and for each word alone, to know whose sounds are whose.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from kiosk.speech.espeak_phonemes import ask_phonemes
from kiosk.speech.kokoro_phonemes import convert_espeak, convert_lexicon

# Words of a run: what eSpeak hears in company. Aligning costs the square of it.
MAX_RUN_WORDS = 40
MAX_SPELT = 6

_WORD = re.compile(r"\S+")
_EDGES = re.compile(r"(?P<before>[\"“‘«¡¿(\[]*)(?P<core>.*?)(?P<after>[\"”’»)\].,;:?!।॥…–—]*)", re.DOTALL)
_HEARD = {
    "।": ".",
    "॥": ".",
    ".": ".",
    ",": ",",
    ";": ";",
    ":": ":",
    "?": "?",
    "…": "…",
    "!": "!",
    "—": "—",
    "–": "—",
}
# Said without stress wherever they stand: between two names eSpeak hears them alone and would stress them.
_WEAK = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"})

Span = tuple[int, int, str]
"""Some characters of a text, from and to, and the IPA that a lexicon gives for them."""


@dataclass(frozen=True, slots=True)
class ScoredWord:
    """One word on its way to the voice: its characters in the text, its phonemes, the marks that shape the melody."""

    start: int
    end: int
    phonemes: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class _Unit:
    start: int
    end: int
    spans: tuple[Span, ...]


def score_words(
    text: str, spans: Sequence[Span], voice: str, is_known: Callable[[str], bool], ends: frozenset[int]
) -> list[ScoredWord]:
    """Return the words of a text with their sounds.

    Args:
        text: Plain words, numbers in full.
        spans: What the lexicon says of some characters of it, in order.
        voice: eSpeak NG's name of the language.
        is_known: Whether the voice knows a sign; others are left out.
        ends: Where sentences end.

    Raises:
        NoPhonemesError: eSpeak NG cannot be asked.
    """
    units = _find_units(text, spans)
    edged = [_cut_edges(text, unit.start, unit.end, ends_sentence=unit.end in ends) for unit in units]
    sounds = [_say_known(text, word, unit.spans, voice) for word, unit in zip(edged, units, strict=True)]
    for start, end in _find_runs(sounds):
        cores = [text[word.start : word.end] for word in edged[start:end]]
        sounds[start:end] = _say_run(cores, voice)
    return [
        replace(word, phonemes="".join(filter(is_known, sound or "")).strip())
        for word, sound in zip(edged, sounds, strict=True)
    ]


def _find_runs(sounds: Sequence[str | None]) -> Iterator[tuple[int, int]]:
    """Yield the runs of words of which the lexicon says nothing."""
    start = 0
    for end in range(len(sounds) + 1):
        if end == len(sounds) or sounds[end] is not None or end - start == MAX_RUN_WORDS:
            if end > start:
                yield start, end
            start = end + (end < len(sounds) and sounds[end] is not None)


def _find_units(text: str, spans: Sequence[Span]) -> list[_Unit]:
    """Return the words of a text; those that the lexicon says as one are one."""
    units: list[_Unit] = []
    at = 0
    for word in _WORD.finditer(text):
        start, end = word.span()
        mine = []
        while at < len(spans) and spans[at][0] < end:
            mine.append(spans[at])
            at += 1
        if units and units[-1].spans and units[-1].spans[-1][1] > start:
            units[-1] = _Unit(units[-1].start, end, (*units[-1].spans, *mine))
        else:
            units.append(_Unit(start, end, tuple(mine)))
    return units


def _cut_edges(text: str, start: int, end: int, *, ends_sentence: bool) -> ScoredWord:
    """Take the marks around a word off: a quotation mark before, the first that shapes the melody after."""
    found = _EDGES.fullmatch(text, start, end)
    if found is None or not found["core"]:
        return ScoredWord(start, start, "", "", _hear(text[start:end]))
    after = found["after"]
    if not ends_sentence and after.startswith(".") and (len(after) > 1 or "." in found["core"]):
        after = after[1:]  # of a shortened word, "B.C.,": no sentence ends here
    before = '"' if found["before"] else ""
    return ScoredWord(found.start("core"), found.end("core"), "", before, _hear(after))


def _hear(marks: str) -> str:
    return "".join(_HEARD.get(mark, "") for mark in marks)[:1]


def _say_known(text: str, word: ScoredWord, spans: Sequence[Span], voice: str) -> str | None:
    """Return what the lexicon says of a word, with what is written around it; None where it says nothing."""
    if word.start == word.end:
        return ""
    if not spans:
        return None
    said, at = "", word.start
    for start, end, ipa in spans:
        said += _say_alone(text[at:start], voice) + convert_lexicon(ipa, voice)
        at = end
    return said + _say_ending(text[at : word.end], said, voice)


def _say_ending(ending: str, said: str, voice: str) -> str:
    if voice.startswith("en") and ending.lower() in ("'s", "’s", "s"):
        return "s" if said[-1:] in "ptkfθ" else "ᵻz" if said[-1:] in "szʃʒʧʤ" else "z"
    return _say_alone(ending, voice)


def _say_alone(text: str, voice: str) -> str:
    return convert_espeak(ask_phonemes(text, voice), voice) if any(c.isalnum() for c in text) else ""


def _say_run(words: Sequence[str], voice: str) -> list[str | None]:
    """Return the phonemes of each word, cut from those of the whole run by the cheapest alignment."""
    alone = [_say_alone(word, voice).replace(" ", "") for word in words]
    together = convert_espeak(ask_phonemes(" ".join(words), voice), voice)
    owners = _align([(index, sound) for index, text in enumerate(alone) for sound in text], together)
    cut = [""] * len(words)
    for sound, owner in zip(together, owners, strict=True):
        cut[owner] += sound
    sounds = [text.strip() or alone[index] for index, text in enumerate(cut)]
    return [_refine(word, sound, voice) for word, sound in zip(words, sounds, strict=True)]


def _refine(word: str, sound: str, voice: str) -> str:
    if voice.startswith("en") and word.lower() in _WEAK:
        return sound.replace("ˈ", "")
    return _spell(word, sound, voice) or sound


def _spell(word: str, sound: str, voice: str) -> str:
    """Return the letters of what is spelt ("BCE") one by one, "" for what is not: run together they are misheard."""
    letters = word.replace(".", "")
    if not (2 <= len(letters) <= MAX_SPELT and letters.isalpha() and letters.isupper()):
        return ""
    spelt = [_say_alone(letter, voice) for letter in letters]
    if _unstress("".join(spelt)) not in (_unstress(sound), _unstress(_say_alone(letters, voice))):
        return ""  # it is read as a word
    return " ".join([*(one.replace("ˈ", "ˌ") for one in spelt[:-1]), spelt[-1]])


def _unstress(sound: str) -> str:
    return sound.replace("ˈ", "").replace("ˌ", "").replace(" ", "")


def _align(alone: list[tuple[int, str]], together: str) -> list[int]:
    """Return, for each character of ``together``, the word that owns it (edit distance, words in order)."""
    cost = _count_edits([sound for _, sound in alone], together)
    owners = [0] * len(together)
    row, column = len(alone), len(together)
    while column:
        owners[column - 1] = alone[row - 1][0] if row else alone[0][0] if alone else 0
        same = 0.0 if row and alone[row - 1][1] == together[column - 1] else 1.5
        if row and cost[row][column] == cost[row - 1][column - 1] + same:
            row, column = row - 1, column - 1
        elif row and cost[row][column] == cost[row - 1][column] + 1:
            row -= 1
        else:
            column -= 1
    return owners


def _count_edits(alone: Sequence[str], together: str) -> list[list[float]]:
    cost = [[float(column) for column in range(len(together) + 1)]]
    for row, sound in enumerate(alone, 1):
        before, line = cost[-1], [float(row)]
        for column, other in enumerate(together, 1):
            same = 0.0 if sound == other else 1.5
            line.append(min(before[column - 1] + same, before[column] + 1, line[column - 1] + 1))
        cost.append(line)
    return cost
