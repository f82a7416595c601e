"""The pictures that are worth a close look."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.recognition.features import DESCRIPTOR_SIZE, find_features, fit_for_looking
from kiosk.recognition.fingerprint import make_fingerprints, project
from kiosk.recognition.shortlist import ShortList
from kiosk.recognition.stored_words import Named, format_named, parse_named, parse_vocabulary
from kiosk.recognition.vocabulary import name_words
from tests.benchmarks.handheld import Shot, photograph

if TYPE_CHECKING:
    import numpy.typing as npt

    from kiosk.scanning.frame import Plane
    from tests.fakes.made_looks import MadeLooks


def make_named(words: Plane, descriptors: Plane) -> Named:
    named = name_words(descriptors, words)[:, 0]
    prints = make_fingerprints(project(descriptors), project(words)[named])
    return Named(named.astype(np.uint16), prints)


def test_the_right_picture_comes_first(things: dict[str, Plane], looks: MadeLooks) -> None:
    words = parse_vocabulary(looks.vocabulary())
    assert 16 <= len(words) <= 2048
    short_list = ShortList(words, {picture: parse_named(raw, len(words)) for picture, raw in looks.words()})
    for number, thing in enumerate(things.values()):
        frame = fit_for_looking(photograph(thing, Shot(tilt_deg=25), np.random.default_rng(number)))
        likely = short_list.find_likeliest(find_features(frame).descriptors, 3)
        assert likely[0].picture == number
        assert likely[0].votes > 2 * likely[1].votes


def test_without_words_or_features_the_first_ones_are_looked_at() -> None:
    nothing = parse_vocabulary(b"")
    short_list = ShortList(nothing, {picture: parse_named(b"", 0) for picture in (4, 2, 9)})
    assert [
        one.picture for one in short_list.find_likeliest(np.zeros((5, DESCRIPTOR_SIZE), np.uint8), 2)
    ] == [2, 4]
    assert ShortList(nothing, {}).find_likeliest(np.empty((0, DESCRIPTOR_SIZE), np.uint8), 2) == []


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("pictures", [{}, {3: b""}], ids=["no pictures", "a picture without words"])
def test_words_that_no_picture_has_find_nothing_by_them(pictures: dict[int, bytes]) -> None:
    words = np.eye(20, DESCRIPTOR_SIZE, dtype=np.uint8)
    short_list = ShortList(words, {picture: parse_named(raw, 20) for picture, raw in pictures.items()})
    assert [one.picture for one in short_list.find_likeliest(words, 2)] == list(pictures)


def test_a_word_that_everything_has_costs_no_memory_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    words = 15 * np.eye(20, DESCRIPTOR_SIZE, dtype=np.uint8)
    common, rare = Named(np.zeros(900, np.uint16), np.zeros(900, np.uint64)), make_named(words, words[[7, 0]])
    short_list = ShortList(words, {0: common, 1: common, 2: rare})
    monkeypatch.setattr("kiosk.recognition.shortlist._MOST_POSTINGS", 1_000)
    compared: list[int] = []
    count_bits = np.bitwise_count

    def note_and_count(bits: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint8]:
        compared.append(len(bits))
        return count_bits(bits)

    monkeypatch.setattr(np, "bitwise_count", note_and_count)
    assert short_list.find_likeliest(words, 3)[0].picture == 2
    assert len(compared) == 1 and compared[0] <= 1_000


@given(st.binary(max_size=200), st.integers(0, 5))
def test_words_that_cannot_be_are_left_out(raw: bytes, known: int) -> None:
    named = parse_named(raw, known)
    assert len(named.words) == len(named.fingerprints)
    assert (named.words < known).all()
    assert parse_named(format_named(named), known).words.tolist() == named.words.tolist()


@given(st.binary(max_size=400))
def test_a_vocabulary_has_words_of_one_length_or_none(raw: bytes) -> None:
    words = parse_vocabulary(raw)
    assert words.shape[1] == DESCRIPTOR_SIZE
    assert not len(words) or words.max() <= 15
