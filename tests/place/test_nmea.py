from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.place.nmea import (
    Sentence,
    elapsed_ms,
    format_place,
    format_sentence,
    format_time,
    make_checksum,
    parse_sentence,
)


def parse(body: str) -> Sentence | None:
    return parse_sentence(format_sentence(body).encode())


def test_a_gga_as_the_standard_has_it() -> None:
    """The example that many manuals print, with its checksum as printed."""
    read = parse_sentence(b"$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47")
    assert read is not None and read.kind == "GGA" and read.is_valid
    assert (read.lat, read.lon) == pytest.approx((48.1173, 11.516667), abs=1e-6)
    assert (read.time_ms, read.quality, read.hdop) == (45_319_000, 1, 0.9)


def test_an_rmc_as_the_standard_has_it() -> None:
    read = parse_sentence(b"$GPRMC,123519,A,4807.038,N,01131.000,E,022.4,084.4,230394,003.1,W*6A")
    assert read is not None and read.is_valid
    assert read.speed_m_s == pytest.approx(11.52, abs=0.01)
    assert read.course_deg == 84.4


def test_the_other_halves_of_the_world() -> None:
    read = parse("GNGGA,000000.50,3351.600,S,15112.480,W,2,12,0.5,,,,,,")
    assert read is not None
    assert (read.lat, read.lon) == pytest.approx((-33.86, -151.208))
    assert read.quality == 2


def test_a_gst_tells_the_error() -> None:
    read = parse("GPGST,123519.00,3.2,6.6,4.7,47.3,5.8,5.6,22.0")
    assert read is not None and read.sigma_m == pytest.approx(5.7, abs=0.01)


@pytest.mark.parametrize(
    "body",
    [
        "GPGGA,123519,,,,,0,00,,,M,,M,,",
        "GPRMC,123519,V,4807.038,N,01131.000,E,,,230394,,",
        "GPRMC,123519,A,4807.038,N,01131.000,E,0.0,0.0,230394,,,N",
        "GPRMC,123519,A,,,,,,,230394,,",
    ],
)
def test_a_receiver_without_a_sky_says_so(body: str) -> None:
    read = parse(body)
    assert read is not None and read.is_valid is False


@pytest.mark.parametrize(
    "body",
    [
        "GPGGA,123519,9100.000,N,01131.000,E,1,08,0.9,,M,,M,,",
        "GPGGA,123519,4860.000,N,01131.000,E,1,08,0.9,,M,,M,,",
        "GPGGA,123519,4807.038,N,18000.001,E,1,08,0.9,,M,,M,,",
        "GPGGA,123519,4807.038,E,01131.000,N,1,08,0.9,,M,,M,,",
        "GPGGA,123519,4807.038,NS,01131.000,E,1,08,0.9,,M,,M,,",
        "GPGGA,123519,4807.038,,01131.000,E,1,08,0.9,,M,,M,,",
        "GPGGA,253519,4807.038,N,01131.000,E,1,08,0.9,,M,,M,,",
        "GPGGA,123519,4807.038,N,01131.000,E,1,08,nan,,M,,M,,",
        "GPGGA,123519,4807.038,N,01131.000,E,-1,08,0.9,,M,,M,,",
        "GPGGA,123519,4807.038,N,01131.000,E,1,08,1e9,,M,,M,,",
        "GPGGA,123519",
        "GPGGA,",
        "GPRMC,123519,A,4807.038,N",
        "GPGSV,3,1,11,03,03,111,00",
        "PUBX,00,1,2,3",
        "GPXXX,1,2,3",
    ],
)
def test_what_cannot_be_is_passed_over(body: str) -> None:
    assert parse(body) is None


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"$",
        b"*47",
        b"$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*48",
        b"$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*4",
        b"$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,",
        b"$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47 and more",
        b"$" + b"A" * 10_000,
        b"\xff\xfe\x00" * 30,
    ],
)
def test_a_damaged_line_is_none(line: bytes) -> None:
    assert parse_sentence(line) is None


def test_what_another_protocol_left_before_it_does_no_harm() -> None:
    line = b"\xb5b\x01\x07\x00$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47\r"
    assert parse_sentence(line) is not None


def test_foreign_digits_are_no_digits() -> None:
    body = "GPGGA,١٢٣٥١٩,4807.038,N,01131.000,E,1,08,0.9,,M,,M,,".encode()
    assert parse_sentence(b"$" + body + f"*{make_checksum(body):02X}".encode()) is None


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_passed_over(line: bytes) -> None:
    parse_sentence(line)


@given(st.text("0123456789.,NSEWAVGPRMCT-", max_size=90))
def test_any_fields_under_a_right_checksum_are_read_or_passed_over(fields: str) -> None:
    for kind in ("GPGGA", "GNRMC", "GPGST"):
        read = parse(f"{kind},{fields}")
        if read is not None and read.lat is not None and read.lon is not None:
            assert -90 <= read.lat <= 90 and -180 <= read.lon <= 180


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_a_place_is_written_and_read(lat: float, lon: float) -> None:
    read = parse(f"GPGGA,{format_time(0)},{format_place(lat, lon)},1,08,0.9,,M,,M,,")
    assert read is not None
    assert (read.lat, read.lon) == pytest.approx((lat, lon), abs=2e-7)


@pytest.mark.parametrize(
    ("before", "after", "way"),
    [
        (0, 1_000, 1_000),
        (86_399_000, 0, 1_000),
        (0, 86_399_000, -1_000),
        (50_000_000, 49_000_000, -1_000_000),
    ],
)
def test_midnight_is_no_jump(before: int, after: int, way: int) -> None:
    assert elapsed_ms(before, after) == way


def test_a_time_is_written_and_days_begin_anew() -> None:
    assert [format_time(second) for second in (0, 45_319, 86_400)] == ["000000.00", "123519.00", "000000.00"]
