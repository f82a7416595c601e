"""What an offline recogniser hears of sentences, and how many words of them it mishears."""

from __future__ import annotations

import json
import os
import re
import subprocess
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from kiosk.model.pronunciation import Pronunciation

HERE = Path(__file__).parent
VARIABLE = "KIOSK_RECOGNISER"
# "1,600" is one number, "B.C." one word, "73m" two, "12th" and "1890s" one.
_GROUPED = re.compile(r"(?<=\d),(?=\d{3}\b)")
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}")
_WORD = re.compile(r"\d+(?:st|nd|rd|th|s)?\b|\d+|[^\W\d_]+")
# "the second century" is the 2nd, "nine kilometres" are 9, whichever way a recogniser writes what it heard.
_CARDINALS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_ORDINALS = (
    "1st first 2nd second 3rd third 4th fourth 5th fifth 6th sixth 7th seventh 8th eighth 9th ninth 10th tenth "
    "11th eleventh 12th twelfth 13th thirteenth 14th fourteenth 15th fifteenth 16th sixteenth 17th seventeenth "
    "18th eighteenth 19th nineteenth 20th twentieth"
)
_FIGURES = {
    **{word: str(number) for number, word in enumerate(_CARDINALS.split())},
    **dict(zip(_ORDINALS.split()[1::2], _ORDINALS.split()[::2], strict=True)),
}


@dataclass(frozen=True)
class Script:
    """The sentences, the spellings that count as the same, the lexicon."""

    language: str
    sentences: tuple[str, ...]
    spellings: Mapping[str, str]
    pronunciations: tuple[Pronunciation, ...]

    def take_apart(self, text: str) -> list[str]:
        """Return the words of a text as they are compared: small numbers as figures, one spelling of each name.

        Both what was to be said and what was heard are taken apart so, whoever said it: capitals, hyphens, apostrophes
        and other signs do not count, numbers up to twentieth are figures, and what ``spellings`` lists is the same.
        Nothing of the app has a hand in it: what normalises the texts does not judge itself.
        """
        plain = _GROUPED.sub("", text.lower()).replace("%", " percent ").replace("’", "'").replace("'", "")
        plain = _DOTTED.sub(lambda found: found.group().replace(".", ""), plain)
        words = f" {' '.join(_FIGURES.get(word, word) for word in _WORD.findall(plain))} "
        for heard, meant in self.spellings.items():
            words = words.replace(f" {heard} ", f" {meant} ")
        return words.split()


def read_script() -> Script:
    """Return what is read to the recogniser: the sentences of the report, or those that ``$KIOSK_LISTENING_SCRIPT`` names."""
    name = os.environ.get("KIOSK_LISTENING_SCRIPT", "heritage_sentences")
    told = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))
    spellings = {heard: meant for meant, others in told["spellings"].items() for heard in others}
    longest_first = sorted(spellings.items(), key=lambda pair: -len(pair[0]))
    return Script(
        told["language"],
        tuple(told["sentences"]),
        dict(longest_first),
        tuple(Pronunciation(**one) for one in told.get("pronunciations", ())),
    )


def count_misheard(expected: Sequence[str], heard: Sequence[str]) -> int:
    """Return how many words were left out, added or taken for others (Levenshtein)."""
    costs = list(range(len(heard) + 1))
    for row, word in enumerate(expected, 1):
        before, costs[0] = costs[0], row
        for column, other in enumerate(heard, 1):
            same = before + (word != other)
            before = costs[column]
            costs[column] = min(same, before + 1, costs[column - 1] + 1)
    return costs[-1]


class Recogniser:
    """whisper-base in the environment that ``$KIOSK_RECOGNISER`` names. A context manager."""

    def __init__(self, environment: Path) -> None:
        self._process = subprocess.Popen(
            [str(environment / "bin/python"), str(HERE / "recogniser_worker.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            env={**os.environ, "HF_HUB_OFFLINE": "1", "PYTHONPATH": ""},
        )

    def hear(self, sound: Path, language: str) -> str:
        """Return what is said in a sound file."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps([str(sound), language]), file=self._process.stdin, flush=True)
        return str(json.loads(self._process.stdout.readline())["text"])

    def __enter__(self) -> Recogniser:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate()


def find_recogniser() -> Path | None:
    """Return the recogniser's environment, None where there is none."""
    told = os.environ.get(VARIABLE, "")
    return Path(told).absolute() if told and (Path(told) / "bin/python").exists() else None
