"""Receivers gone mad: bytes knocked over, sentences out of order, clocks and places that leap. The guide goes on."""

from __future__ import annotations

import gc
import random
from collections.abc import Iterator
from math import inf

import pytest

from kiosk.place.events import Fix
from kiosk.place.follow import News, NewsKind, follow
from kiosk.place.nmea import format_place, format_sentence, format_time
from kiosk.place.nmea_clock import play
from kiosk.place.nmea_fixes import LineSplitter, Moment, MomentMaker
from kiosk.place.tracker import MOST_OFFERS, Tracker
from kiosk.place.walk import Pause, format_walk
from tests.place.cards import GROUND, make_card

SPOTS = {"gate": (0, 0), "well": (60, 0), "lamp": (60, 70)}
CARDS = [make_card(name, *spot) for name, spot in SPOTS.items()]
WALK = "".join(
    f"{line}\r\n" for line in format_walk([Pause(*GROUND.to_degrees(*spot), 20) for spot in SPOTS.values()])
).encode()


def read(data: bytes) -> Iterator[Moment]:
    splitter, maker = LineSplitter(), MomentMaker()
    for at in range(0, len(data), 500):
        for line in splitter.split(data[at : at + 500]):
            yield from maker.take(line)


def find_settled(data: bytes) -> list[str]:
    news: list[News] = list(follow(CARDS, play(read(data))))
    return [one.stop_id.partition("/")[2] for one in news if one.kind is NewsKind.SETTLED]


def knock(data: bytes, share: float, rng: random.Random) -> bytes:
    """Change, drop or double so many of the bytes."""
    out = bytearray()
    for byte in data:
        if rng.random() >= share:
            out.append(byte)
        else:
            out += rng.choice(
                (b"", bytes([rng.randrange(256)]), bytes([byte, byte]), b"\n", b"$", b"\xb5b\x01\x07")
            )
    return bytes(out)


def test_a_walk_in_which_every_third_sentence_is_damaged_still_finds_each_stop() -> None:
    assert find_settled(WALK) == list(SPOTS)
    for seed in range(3):
        assert find_settled(knock(WALK, 0.005, random.Random(seed))) == list(SPOTS)


def test_a_walk_that_is_nearly_all_rubbish_finds_no_other_place() -> None:
    for seed in range(3):
        assert set(find_settled(knock(WALK, 0.05, random.Random(seed)))) <= set(SPOTS)


def test_sentences_in_any_order_are_only_read() -> None:
    lines = WALK.splitlines(keepends=True)
    random.Random(1).shuffle(lines)
    find_settled(b"".join(lines))


def test_true_checksums_over_places_that_leap() -> None:
    """What a spoofer or a broken receiver would say: each sentence is right, together they are nonsense."""
    rng, lines = random.Random(2), []
    for second in range(600):
        place = format_place(rng.uniform(-90, 90), rng.uniform(-180, 180))
        time = format_time(rng.randrange(86_400) if second % 7 == 0 else second)
        lines.append(format_sentence(f"GPGGA,{time},{place},1,09,{rng.uniform(0, 99):.1f},,M,,M,,"))
        lines.append(
            format_sentence(f"GPRMC,{time},A,{place},{rng.uniform(0, 9999):.1f},{rng.uniform(0, 999):.1f},,,")
        )
    assert find_settled("\n".join(lines).encode()) == []


@pytest.mark.parametrize("lat", [-90.0, 90.0, 0.0])
@pytest.mark.parametrize("lon", [-180.0, 180.0, 0.0])
def test_the_ends_of_the_earth(lat: float, lon: float) -> None:
    tracker = Tracker(CARDS)
    for second in range(20):
        tracker.take(Fix(lat, lon, 5.0, second * 1000, 359.9, 1.2))
    assert tracker.offers == ()
    assert tracker.spot is not None and -90 <= tracker.spot[0] <= 90 and -180 <= tracker.spot[1] <= 180


def test_accuracies_that_cannot_be() -> None:
    tracker = Tracker(CARDS)
    for second, accuracy in enumerate((inf, 1e308, 0.0, -5.0, 1e-300) * 4):
        tracker.take(Fix(*GROUND.to_degrees(0, 0), accuracy, second * 1000, None, inf))
    assert len(tracker.offers) == MOST_OFFERS


def test_a_day_of_walking_takes_no_more_memory_than_an_hour() -> None:
    tracker, rng = Tracker(CARDS), random.Random(4)

    def go(seconds: int, start: int) -> None:
        for second in range(start, start + seconds):
            spot = GROUND.to_degrees(rng.uniform(-50, 100), rng.uniform(-50, 100))
            tracker.take(Fix(*spot, 5.0, second * 1000, rng.uniform(0, 360), 1.2))

    go(1_000, 0)
    before = count_objects()
    go(6_000, 1_000)
    assert count_objects() <= before + 20


def count_objects() -> int:
    """Return how many of the room's own objects are alive."""
    gc.collect()
    return sum(type(one).__module__.startswith("kiosk.place") for one in gc.get_objects())
