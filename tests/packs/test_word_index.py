from __future__ import annotations

from kiosk.packs.stop_sets import iterate_ranks, parse_stop_set
from kiosk.packs.word_index import MANY_WORDS, VOCABULARY_PIECE, WordIndex


def unpack(raw: bytes) -> list[int]:
    return list(iterate_ranks(parse_stop_set(raw)))


def test_each_word_has_the_stops_it_is_said_of() -> None:
    index = WordIndex()
    index.add(0, "The Wheel", ["It turns.", "Iron wheel"])
    index.add(1, "", ["The wheel again"])
    words = {word: (unpack(titled), unpack(said)) for word, titled, said in index.words()}
    assert words["wheel"] == ([0], [0, 1])
    assert words["iron"] == ([], [0])
    assert list(words) == sorted(words)
    assert index.titles() == [("the wheel", 0)]
    assert list(index.vocabulary()) == [(0, "\n".join(words))]
    assert list(index.beginnings()) == []


def test_beginnings_that_many_words_share_have_a_set_of_their_own() -> None:
    index = WordIndex()
    for rank in range(MANY_WORDS + 1):
        index.add(rank, f"mill{rank:03}", ["and"])
    found = {beginning: (unpack(titled), unpack(said)) for beginning, titled, said in index.beginnings()}
    everyone = list(range(MANY_WORDS + 1))
    assert list(found) == ["m", "mi", "mil", "mill"]
    assert found["mill"] == (everyone, everyone)


def test_a_large_vocabulary_comes_in_pieces() -> None:
    index = WordIndex()
    index.add(0, "", [" ".join(f"word{number}" for number in range(40_000))])
    pieces = list(index.vocabulary())
    assert [position for position, _ in pieces] == list(range(len(pieces)))
    assert max(len(words) for _, words in pieces) < VOCABULARY_PIECE + 20
    assert sum(words.count("\n") + 1 for _, words in pieces) == 40_000


def test_no_stops_make_no_words() -> None:
    index = WordIndex()
    assert [list(index.words()), list(index.beginnings()), list(index.vocabulary()), index.titles()] == [
        []
    ] * 4
