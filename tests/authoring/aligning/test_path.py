"""The cheapest way through a chain: word by word, with pauses, past what is missing, and the same in a narrow window."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.authoring.aligning.chain import Chain, ChainWord
from kiosk.authoring.aligning.path import Steps, find_way
from kiosk.authoring.aligning.spectra import Frames

STEPS = Steps(stay=0.1, skip=0.1, leap=5.0, halt=0.1, wait=0.01)


class Sounds:
    """Each state sounds like its own number; a frame costs how far it is from it."""

    def __init__(self, frames: Frames, states: Frames) -> None:
        self._frames, self._states = frames, states

    def compare(self, first: int, after: int, low: int, high: int) -> Frames:
        return np.asarray(np.abs(self._frames[first:after, None] - self._states[None, low:high]))


def make_chain(words: int, states: int, *, sentence_words: int = 3) -> tuple[Chain, Frames]:
    """Return a chain of words and what its states sound like: 0 in pauses, else a number of their own."""
    sounds: list[float] = []
    chain_words = []
    for word in range(words):
        sounds.append(0)
        chain_words.append(ChainWord(word, word + 1, len(sounds), len(sounds) + states))
        sounds += [10 + word * states + state for state in range(states)]
    sounds.append(0)
    is_pause = np.array(sounds) == 0
    breaks = [word.first - 1 for word in chain_words[::sentence_words]] + [len(sounds) - 1]
    chain = Chain(np.zeros((len(sounds), 1), np.float32), is_pause, np.array(breaks), tuple(chain_words))
    return chain, np.array(sounds, dtype=np.float32)


def test_a_recording_that_tells_it_all_passes_through_each_state() -> None:
    chain, sounds = make_chain(4, 5)
    way = find_way(len(sounds), chain, Sounds(sounds, sounds), STEPS)
    assert way.path.tolist() == list(range(len(sounds)))
    assert way.cost < 0.1


def test_a_pause_may_be_left_out_or_last() -> None:
    chain, sounds = make_chain(2, 5)
    told = np.concatenate([sounds[1:6], sounds[7:12]])
    assert find_way(len(told), chain, Sounds(told, sounds), STEPS).path.tolist() == [
        1,
        2,
        3,
        4,
        5,
        7,
        8,
        9,
        10,
        11,
    ]
    told = np.concatenate([sounds[:6], np.zeros(50, np.float32), sounds[7:]])
    path = find_way(len(told), chain, Sounds(told, sounds), STEPS).path
    assert path[6:56].tolist() == [6] * 50


def test_a_sentence_that_is_not_told_is_leapt_over() -> None:
    chain, sounds = make_chain(9, 8)
    first, after = chain.words[3].first, chain.words[5].after
    told = np.concatenate([sounds[: first - 1], sounds[after:]])
    path = find_way(len(told), chain, Sounds(told, sounds), STEPS).path
    assert not set(path.tolist()) & set(range(first, after))
    assert path[-1] == len(sounds) - 1


@settings(max_examples=15)
@given(st.integers(40, 90), st.integers(0, 2**31), st.floats(0, 3))
def test_a_narrow_window_finds_the_same_way_near_a_guide(words: int, seed: int, noise: float) -> None:
    chain, sounds = make_chain(words, 6)
    generator = np.random.default_rng(seed)
    told = np.repeat(sounds, generator.integers(1, 3, len(sounds)))
    told = (told + noise * generator.standard_normal(len(told))).astype(np.float32)
    likeness = Sounds(told, sounds)
    whole = find_way(len(told), chain, likeness, STEPS)
    near = find_way(len(told), chain, likeness, STEPS, whole.path, width=250)
    assert np.array_equal(whole.path, near.path)


@settings(max_examples=30)
@given(st.integers(1, 300), st.integers(1, 12), st.integers(0, 2**31))
def test_whatever_is_told_the_way_never_goes_back(count: int, words: int, seed: int) -> None:
    chain, sounds = make_chain(words, 3)
    told = np.random.default_rng(seed).uniform(0, 60, count).astype(np.float32)
    path = find_way(count, chain, Sounds(told, sounds), STEPS, width=20).path
    assert len(path) == count
    assert (np.diff(path) >= 0).all()
    assert path.min() >= 0
    assert path.max() < len(chain)


def test_an_hour_is_settled_on_the_way() -> None:
    chain, sounds = make_chain(1_500, 8, sentence_words=10)
    told = np.repeat(sounds, 2)
    path = find_way(len(told), chain, Sounds(told, sounds), STEPS, width=400).path
    assert np.abs(sounds[path] - told).max() < 1
