"""From a written sentence to what the voice says, word by word.

The words of the captions must be the words of the text, so each written word keeps its own phonemes,
even where espeak-ng runs words together ("of the") or makes many of one ("1368").
"""

from __future__ import annotations

import re
import subprocess
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ESPEAK_VOICES = {"en": "en-us", "hi": "hi"}
_PRONUNCIATIONS = Path(__file__).with_name("pronunciations.toml")
_EDGES = re.compile(r"^(?P<before>[\"“(]*)(?P<core>.*?)(?P<after>[\"”).,;:?!।…]*)$", re.DOTALL)
_YEAR = re.compile(r"(?<![\d,.])(1[0-9]|20)(\d\d)(?![\d,.]*\d)(?P<tail>s?)")
_PUNCTUATION_HEARD = {"।": ".", ".": ".", ",": ",", ";": ";", ":": ":", "?": "?", "…": "…", "!": "!"}

# espeak's IPA (with ties) in the symbols that Kokoro was trained on, longest first.
_COMMON = [
    ("a^ɪ", "I"), ("a^ʊ", "W"), ("d^ʒ", "ʤ"), ("e^ɪ", "A"), ("o^ʊ", "O"), ("ə^ʊ", "Q"),
    ("t^ʃ", "ʧ"), ("ɔ^ɪ", "Y"), ("d^z", "ʣ"), ("t^s", "ʦ"),
]  # fmt: skip
_ENGLISH = [
    ("ʔˌn\u0329", "tᵊn"), ("ʔn", "tᵊn"), ("ə^l", "ᵊl"), ("ɚɹ", "ɚ"), ("ɚ", "əɹ"), ("r", "ɹ"), ("ɬ", "l"), ("x", "k"),
    ("ç", "k"), ("ɐ", "ə"), ("ʲ", ""), ("ɜːɹ", "ɜɹ"), ("ɜː", "ɜɹ"), ("ɪə", "iə"), ("ː", ""), ("\u0303", ""),
    ("o", "ɔ"), ("ɾ", "T"), ("ʔ", "t"), ("e", "A"), ("\u0329", ""),
]  # fmt: skip

# Said without stress wherever they stand: between two names espeak hears them alone and would stress them.
_WEAK = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"})

# espeak 1.51 writes the flap of ड़ with a full stop, which the voice would take for the end of a sentence.
_HINDI = [("r.", "ɽ")]


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """A written word, the phonemes of it, and the marks around it that shape the melody."""

    written: str
    phonemes: str
    before: str
    after: str


def split_sentences(paragraph: str) -> list[str]:
    """Return the sentences of a paragraph: each ends with its mark and any closing quotation mark."""
    return re.findall(r".+?(?:[.?!।][\"”)]*(?=\s)|$)", paragraph.strip(), re.DOTALL)


def speak_words(sentence: str, language: str) -> list[SpokenWord]:
    """Return the words of ``sentence`` with the phonemes of each, in order."""
    parts = [_EDGES.fullmatch(word) for word in sentence.split()]
    cores = [part["core"] if part else "" for part in parts]
    phonemes = _phonemes_of(tuple(cores), language)
    return [
        SpokenWord(word, sound, '"' if part["before"] else "", _heard(part["after"]))
        for word, sound, part in zip(sentence.split(), phonemes, parts, strict=True)
        if part
    ]


def _heard(marks: str) -> str:
    return "".join(_PUNCTUATION_HEARD.get(mark, "") for mark in marks)[:1]


def _phonemes_of(cores: tuple[str, ...], language: str) -> list[str]:
    """Give espeak the runs between the names we say ourselves, so that it hears words in company."""
    known = _pronunciations(language)
    sounds = [_known_sound(core, known) for core in cores]
    start = 0
    while start < len(cores):
        end = start
        while end < len(cores) and sounds[end] is None:
            end += 1
        if end > start:
            sounds[start:end] = _espeak_run(cores[start:end], language)
        start = max(end, start) + 1
    return [sound or "" for sound in sounds]


def _known_sound(core: str, known: dict[str, str]) -> str | None:
    bare = core.lower()
    if bare in known:
        return known[bare]
    stem = bare.removesuffix("'s")
    return known[stem] + "z" if stem != bare and stem in known else None


def _espeak_run(words: tuple[str, ...], language: str) -> list[str | None]:
    """Phonemes of each word, cut from those of the whole run by the cheapest alignment."""
    said = [_say_numbers(word, language) for word in words]
    alone = [_espeak(word, language).replace(" ", "") for word in said]
    together = _espeak(" ".join(said), language)
    owners = _align([(index, sound) for index, text in enumerate(alone) for sound in text], together)
    cut: list[str] = [""] * len(words)
    for sound, owner in zip(together, owners, strict=True):
        cut[owner] += sound
    sounds = [text.strip() or alone[index] for index, text in enumerate(cut)]
    return [
        sound.replace("ˈ", "") if word.lower() in _WEAK else sound
        for word, sound in zip(words, sounds, strict=True)
    ]


def _align(alone: list[tuple[int, str]], together: str) -> list[int]:
    """Return, for each character of ``together``, the word that owns it (edit distance, words in order)."""
    rows, columns = len(alone) + 1, len(together) + 1
    cost: list[list[float]] = [list(range(columns)) for _ in range(rows)]
    for row in range(1, rows):
        cost[row][0] = row
        for column in range(1, columns):
            same = 0 if alone[row - 1][1] == together[column - 1] else 1.5
            cost[row][column] = min(
                cost[row - 1][column - 1] + same, cost[row - 1][column] + 1, cost[row][column - 1] + 1
            )
    owners = [0] * len(together)
    row, column = rows - 1, columns - 1
    while column:
        owners[column - 1] = alone[max(row - 1, 0)][0]
        same = 0 if row and alone[row - 1][1] == together[column - 1] else 1.5
        if row and cost[row][column] == cost[row - 1][column - 1] + same:
            row, column = row - 1, column - 1
        elif row and cost[row][column] == cost[row - 1][column] + 1:
            row -= 1
        else:
            column -= 1
    return owners


def _say_numbers(word: str, language: str) -> str:
    """A year is said in two halves: 1368 is "13 68" in English and "13 सौ 68" in Hindi."""
    hundred = {"en": "hundred", "hi": "सौ"}[language]

    def say(match: re.Match[str]) -> str:
        century, rest = match[1], match[2]
        if language == "en" and match["tail"]:
            tens = {"00": "hundreds", "20": "twenties", "30": "thirties", "70": "seventies", "80": "eighties",
                    "90": "nineties"}  # fmt: skip
            return f"{century} {tens[rest]}"
        if rest == "00":
            return f"{century} {hundred}"
        if language == "hi":
            return f"{century} {hundred} {int(rest)}"
        return f"{century} {'oh ' if rest[0] == '0' else ''}{int(rest)}"

    said = _YEAR.sub(say, word.replace(",", ""))
    return re.sub(r"(?<=\d)[-–](?=\d)", " to " if language == "en" else " से ", said)


@cache
def _espeak(text: str, language: str) -> str:
    voice = ESPEAK_VOICES[language]
    done = subprocess.run(
        ["espeak-ng", "-q", "--ipa", "--tie=^", "-v", voice, "--", text],
        check=True, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    sounds = " ".join(re.sub(r"\([a-z-]+\)", "", done.stdout).split()).replace("-", "")
    for ours, theirs in _COMMON + {"en": _ENGLISH, "hi": _HINDI}[language]:
        sounds = sounds.replace(ours, theirs)
    return sounds.replace("^", "")


@cache
def _pronunciations(language: str) -> dict[str, str]:
    with _PRONUNCIATIONS.open("rb") as file:
        return dict(tomllib.load(file).get(language, {}))
