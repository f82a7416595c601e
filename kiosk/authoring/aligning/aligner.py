"""Finds when each word of a text is spoken in a recording of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kiosk.authoring.aligning.chain import Chain, count_frames, make_chain
from kiosk.authoring.aligning.likeness import (
    DISTANCE_STEPS,
    UNIT_STEPS,
    DistanceLikeness,
    UnitLikeness,
    sort_into_units,
)
from kiosk.authoring.aligning.path import Path, Way, find_way
from kiosk.authoring.aligning.reference import SpokenSentence
from kiosk.authoring.aligning.spectra import Frames, Spectra, find_moment_ms, measure_surroundings
from kiosk.model.spoken_word import Word

# Of a narration, about so much is speech; the rest are pauses.
SPOKEN_SHARE = 0.8
SLOWEST, QUICKEST = 2.5, 0.4
# The second look is worth its time where the pace was so far off.
_PACE_TOLERATED = 0.08
_GUIDED_STATES = 2_000
_UNIT_ROUNDS = 2


@dataclass(frozen=True, slots=True)
class Alignment:
    """When the words of a text are spoken.

    Attributes:
        words: Every word that the reference has, in order.
        fit: By how much the text costs less than the same sentences in another order: about 0 where the recording tells
            something else.
        strangeness: For each sentence of the reference, how unlike its sounds are to those which the same letters have
            elsewhere in the recording: about 0.15 where it is told as written, over 0.25 where it is not.
    """

    words: tuple[Word, ...]
    fit: float
    strangeness: tuple[float, ...]


def align(spectra: Spectra, sentences: Sequence[SpokenSentence]) -> Alignment:
    """Return when each word is spoken.

    Args:
        spectra: The recording.
        sentences: The text as a voice says it, at least one word.
    """
    around = measure_surroundings(spectra.bands)
    spoken = _find_loud(spectra)
    slowness = _clamp(SPOKEN_SHARE * len(spectra) / count_frames(sentences))
    chain = make_chain(sentences, slowness, around)
    way = _compare(spectra, spoken, chain)
    measured = _measure_slowness(chain, way.path) * slowness
    if abs(measured / slowness - 1) > _PACE_TOLERATED:
        slowness = _clamp(measured)
        chain = make_chain(sentences, slowness, around)
        way = _compare(spectra, spoken, chain)
    decoy = _compare(spectra, spoken, make_chain(_shuffle(sentences), slowness, around))
    path, strangeness = _refine(spectra, chain, way.path)
    by_sentence = tuple(_average(sentences, chain, path, strangeness))
    return Alignment(tuple(_time_words(chain, path)), 1 - way.cost / decoy.cost, by_sentence)


def _clamp(slowness: float) -> float:
    return min(SLOWEST, max(QUICKEST, slowness))


def _find_loud(spectra: Spectra) -> NDArray[np.bool_]:
    quiet, loud = np.percentile(spectra.levels, (5, 95))
    return np.asarray(spectra.levels > quiet + 0.35 * (loud - quiet))


def _compare(spectra: Spectra, spoken: NDArray[np.bool_], chain: Chain) -> Way:
    return find_way(len(spectra), chain, DistanceLikeness(spectra, spoken, chain), DISTANCE_STEPS)


def _measure_slowness(chain: Chain, path: Path) -> float:
    spent = np.bincount(path, minlength=len(chain))
    ratios = [spent[word.first : word.after].sum() / (word.after - word.first) for word in chain.words]
    return float(np.median(ratios))


def _refine(spectra: Spectra, chain: Chain, path: Path) -> tuple[Path, Frames]:
    """Return a better path by the recording's own sounds, and the strangeness of each frame on it."""
    units = sort_into_units(chain)
    for _ in range(_UNIT_ROUNDS):
        likeness = UnitLikeness(spectra, units, path)
        path = find_way(len(spectra), chain, likeness, UNIT_STEPS, path, _GUIDED_STATES).path
    return path, UnitLikeness(spectra, units, path).measure_strangeness(path)


def _average(
    sentences: Sequence[SpokenSentence], chain: Chain, path: Path, strangeness: Frames
) -> Iterator[float]:
    """Yield the mean strangeness of each sentence's frames that are no pause; 1 where none is left of it."""
    spoken = ~chain.is_pause[path]
    at = 0
    for sentence in sentences:
        words = chain.words[at : at + len(sentence.words)]
        at += len(words)
        inside = spoken & (path >= words[0].first) & (path < words[-1].after)
        yield float(strangeness[inside].mean()) if inside.any() else 1.0


def _shuffle(sentences: Sequence[SpokenSentence]) -> list[SpokenSentence]:
    """Return the same words at other places: the second half of the sentences first, their words in any order."""
    half = len(sentences) // 2
    generator = np.random.default_rng(0)
    return [
        replace(one, words=tuple(one.words[index] for index in generator.permutation(len(one.words))))
        for one in (*sentences[half:], *sentences[:half])
    ]


def _time_words(chain: Chain, path: Path) -> list[Word]:
    firsts = np.searchsorted(path, [word.first for word in chain.words])
    afters = np.searchsorted(path, [word.after for word in chain.words])
    return [
        Word(round(find_moment_ms(int(first))), round(find_moment_ms(int(after))), word.start, word.end)
        for word, first, after in zip(chain.words, firsts, afters, strict=True)
    ]
