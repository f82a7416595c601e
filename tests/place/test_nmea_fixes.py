from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.place.chance import SIGMAS_IN_ACCURACY
from kiosk.place.nmea import MAX_SENTENCE_BYTES, format_sentence
from kiosk.place.nmea_fixes import HDOP_M, RECKONED_M, UNSAID_M, LineSplitter, Moment, MomentMaker


def gga(second: int, quality: int = 1, hdop: str = "1.0") -> str:
    place = "2831.470,N,07711.130,E" if quality else ",,,"
    return format_sentence(f"GPGGA,1200{second:02},{place},{quality},08,{hdop},,M,,M,,")


def rmc(second: int, status: str = "A", knots: str = "2.0", course: str = "90.0") -> str:
    return format_sentence(f"GPRMC,1200{second:02},{status},2831.470,N,07711.130,E,{knots},{course},010126,,")


def gst(second: int, sigma: float) -> str:
    return format_sentence(f"GPGST,1200{second:02},,,,,{sigma},{sigma},")


def read(lines: Iterable[str]) -> list[Moment]:
    maker = MomentMaker()
    moments = [moment for line in lines for moment in maker.take(line.encode())]
    return [*moments, *maker.finish()]


def test_place_and_motion_come_from_two_sentences_of_one_moment() -> None:
    (moment,) = read([gga(1), rmc(1)])
    assert moment.lat == pytest.approx(28.5245, abs=1e-6)
    assert moment.course_deg == 90.0
    assert (moment.accuracy_m, moment.time_ms) == (HDOP_M, 43_201_000)


@pytest.mark.parametrize("turned", [False, True])
def test_in_either_order_each_moment_comes_once(turned: bool) -> None:
    pairs = [[gga(second), rmc(second)] for second in range(10)]
    lines = [line for pair in pairs for line in (reversed(pair) if turned else pair)]
    moments = read(lines)
    assert [moment.time_ms for moment in moments] == [43_200_000 + 1000 * second for second in range(10)]
    assert all(moment.speed_m_s for moment in moments)


@pytest.mark.parametrize("make", [gga, rmc])
def test_a_receiver_with_one_kind_of_sentence_is_soon_understood(make: Callable[[int], str]) -> None:
    maker, delays = MomentMaker(), []
    for second in range(6):
        moments = list(maker.take(make(second).encode()))
        delays += [second - (moment.time_ms - 43_200_000) // 1000 for moment in moments]
    assert delays == [1, 0, 0, 0, 0, 0], "the first waits for a second sentence; later ones do not"


def test_without_a_place_it_is_a_moment_all_the_same() -> None:
    moments = read([gga(1, quality=0), rmc(1, "V"), gga(2), rmc(2, "V")])
    assert [(moment.lat, moment.lon) for moment in moments] == [(None, None)] * 2


def test_the_error_is_the_receivers_own_word_where_it_gives_one() -> None:
    (first, second) = read([gst(1, 3.0), gga(1), rmc(1), gst(2, 0.0), gga(2), rmc(2)])
    assert first.accuracy_m == pytest.approx(3 * SIGMAS_IN_ACCURACY)
    assert second.accuracy_m == HDOP_M, "none of nothing is no word"


def test_an_old_word_about_the_error_is_none() -> None:
    moments = read([gst(1, 90.0), *(line for second in (1, 30) for line in (gga(second), rmc(second)))])
    assert [moment.accuracy_m > 100 for moment in moments] == [True, False]


@pytest.mark.parametrize(
    ("line", "accuracy"),
    [
        (gga(1, hdop="2.5"), 12.5),
        (gga(1, quality=2), 3.0),
        (gga(1, quality=4, hdop="0.5"), 1.0),
        (gga(1, quality=6), RECKONED_M),
        (gga(1, hdop=""), UNSAID_M),
        (rmc(1), UNSAID_M),
    ],
)
def test_how_good_a_position_is(line: str, accuracy: float) -> None:
    assert [moment.accuracy_m for moment in read([line])] == [pytest.approx(accuracy)]


def test_lines_are_found_however_the_bytes_come() -> None:
    data = b"".join(f"{gga(second)}\r\n".encode() for second in range(5))
    whole = LineSplitter().split(data)
    splitter = LineSplitter()
    assert [line for at in range(len(data)) for line in splitter.split(data[at : at + 1])] == whole
    assert len(whole) == 5


def test_an_endless_line_takes_no_memory() -> None:
    splitter = LineSplitter()
    for _ in range(200):
        assert splitter.split(b"\x00" * 4096) == []
    (line,) = splitter.split(f"{gga(1)}\n".encode())
    assert len(line) <= MAX_SENTENCE_BYTES and line.endswith(gga(1).encode())


@given(st.lists(st.binary(max_size=300), max_size=20))
def test_any_stream_becomes_moments_or_nothing(chunks: list[bytes]) -> None:
    splitter, maker = LineSplitter(), MomentMaker()
    for chunk in chunks:
        for line in splitter.split(chunk):
            list(maker.take(line))
