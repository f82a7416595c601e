"""The text spoken by a voice that tells when each of its words begins: what the recording is compared with."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import soundfile

from kiosk.authoring.aligning.spectra import Spectra, find_frame, read_spectra
from kiosk.model.errors import KioskError
from kiosk.model.spoken_word import Word
from kiosk.speech.engine import SpeechClip
from kiosk.speech.refusals import NOTHING_TO_SAY
from kiosk.speech.sentences import split_sentences

Speak = Callable[[str], SpeechClip]
"""Speaks one sentence, its words placed in it."""

_WRITTEN_WORD = re.compile(r"\S+")
# Quieter than this share of the way from a clip's quietest to its loudest is the silence around its speech.
_QUIET_SHARE = 0.35


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """A word of the text (``start`` to ``end``) and the frames of its sound, ``first`` to before ``after``."""

    start: int
    end: int
    first: int
    after: int


@dataclass(frozen=True, slots=True)
class SpokenSentence:
    """A sentence of the text, its sound, and its words one directly after the other."""

    start: int
    end: int
    words: tuple[SpokenWord, ...]
    spectra: Spectra


def speak_reference(text: str, speak: Speak) -> tuple[SpokenSentence, ...]:
    """Return the sentences of a text as ``speak`` says them; those in which nothing can be said are left out.

    Raises:
        KioskError: What ``speak`` raises, but for ``narration.nothing-to-say``.
    """
    return tuple(_speak_all(text, speak))


def _speak_all(text: str, speak: Speak) -> Iterator[SpokenSentence]:
    for start, end in split_sentences(text):
        written = [word.span() for word in _WRITTEN_WORD.finditer(text, start, end) if _is_said(word.group())]
        if not written:
            continue
        try:
            clip = speak(text[start:end])
        except KioskError as error:
            if error.code != NOTHING_TO_SAY:
                raise
            continue
        spectra = _listen(clip)
        yield SpokenSentence(start, end, tuple(_cut(clip, spectra, start, written)), spectra)


def _is_said(written: str) -> bool:
    return any(sign.isalnum() for sign in written)


def _cut(
    clip: SpeechClip, spectra: Spectra, offset: int, written: Sequence[tuple[int, int]]
) -> Iterator[SpokenWord]:
    """Yield the words of a clip; those that the engine ran into one share its frames by their letters."""
    begin, end = _find_speech(spectra)
    runs = [
        (begin if number == 0 else min(max(find_frame(at_ms), begin), end - 1), words)
        for number, (at_ms, words) in enumerate(_gather(clip.words, offset, written))
    ]
    borders = [*(frame for frame, _ in runs), end]
    for (_, words), first, after in zip(runs, borders[:-1], borders[1:], strict=True):
        yield from _share(words, first, max(after, first + 1))


def _gather(
    told: Sequence[Word], offset: int, written: Sequence[tuple[int, int]]
) -> list[tuple[int, list[tuple[int, int]]]]:
    """Return the written words in runs, each with the moment at which the engine says that it begins."""
    runs: list[tuple[int, list[tuple[int, int]]]] = []
    at = 0
    for start, end in written:
        while at < len(told) and told[at].start + offset < start:
            at += 1
        if at < len(told) and told[at].start + offset < end:
            runs.append((told[at].start_ms, [(start, end)]))
        elif runs:
            runs[-1][1].append((start, end))
        else:
            runs.append((0, [(start, end)]))
    return runs


def _share(words: Sequence[tuple[int, int]], first: int, after: int) -> Iterator[SpokenWord]:
    lengths = np.cumsum([0, *(end - start for start, end in words)])
    borders = [round(first + share * (after - first)) for share in lengths / lengths[-1]]
    for (start, end), low, high in zip(words, borders[:-1], borders[1:], strict=True):
        begin = min(low, after - 1)
        yield SpokenWord(start, end, begin, max(high, begin + 1))


def _listen(clip: SpeechClip) -> Spectra:
    samples, rate_hz = soundfile.read(io.BytesIO(clip.wav), dtype="float64", always_2d=True)
    return read_spectra([np.asarray(samples.mean(axis=1))], int(rate_hz))


def _find_speech(spectra: Spectra) -> tuple[int, int]:
    quiet, loud = np.percentile(spectra.levels, (5, 95))
    heard = np.flatnonzero(spectra.levels >= quiet + _QUIET_SHARE * (loud - quiet))
    return int(heard[0]), int(heard[-1]) + 1
