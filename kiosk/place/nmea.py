"""NMEA 0183: sentences of a receiver, read as something hostile.

What is read of a sentence: ``$ttSSS,field,...*hh``, at most 82 signs by the standard (some receivers send more), ``hh``
the exclusive or of everything between ``$`` and ``*``. Three sentences say what we need: GGA (place, quality, HDOP),
RMC (place, course, speed, date), GST (standard deviations); every other one is passed over. Field by field after the
descriptions at https://gpsd.gitlab.io/gpsd/NMEA.html.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import sqrt

MAX_SENTENCE_BYTES = 120
_KNOT_M_S = 1852 / 3600
_DAY_MS = 86_400_000

_FORM = re.compile(rb"\$([A-Z]{2})([A-Z]{3}),([ -)+-~]*)\*([0-9A-Fa-f]{2})")
_NUMBER = re.compile(r"\d{1,6}(\.\d{0,12})?")
_TIME = re.compile(r"([01]\d|2[0-3])([0-5]\d)([0-5]\d|60)(\.\d{1,9})?")
_ANGLE = re.compile(r"(\d{1,3})(\d\d(?:\.\d{0,12})?)")
_HALVES = {"N": (90, 1), "S": (90, -1), "E": (180, 1), "W": (180, -1)}


@dataclass(frozen=True, slots=True)
class Sentence:
    """What one sentence says; everything else in it is None.

    Attributes:
        kind: GGA, RMC or GST.
        time_ms: Time of day, UTC, 0 to 86,400,999.
        is_valid: Whether the receiver stands by a position; None where it says nothing of that (GST).
        lat: WGS 84 degrees.
        lon: WGS 84 degrees.
        quality: GGA's: 1 alone, 2 corrected, 4 and 5 to the centimetre and decimetre, 6 reckoned on without a sky.
        hdop: How much the satellites' places in the sky spread the error.
        sigma_m: Standard deviation of the place, along one axis.
        course_deg: Clockwise from true north.
        speed_m_s: Over the ground.
    """

    kind: str
    time_ms: int
    is_valid: bool | None = None
    lat: float | None = None
    lon: float | None = None
    quality: int | None = None
    hdop: float | None = None
    sigma_m: float | None = None
    course_deg: float | None = None
    speed_m_s: float | None = None


def parse_sentence(line: bytes) -> Sentence | None:
    """Return what a line says; None where it is no sentence of use, damaged or of another kind.

    Args:
        line: Without its end of line. What stands before the ``$`` (a receiver's own protocol) is passed over.
    """
    start = line.rfind(b"$")
    match = (
        _FORM.fullmatch(line[start:].rstrip(b"\r"))
        if start >= 0 and len(line) <= MAX_SENTENCE_BYTES
        else None
    )
    if match is None or int(match[4], 16) != make_checksum(line[start + 1 : line.index(b"*", start)]):
        return None
    reader = _READERS.get(match[2].decode())
    fields = match[3].decode("ascii").split(",")
    try:
        return reader(fields) if reader else None
    except (ValueError, IndexError):  # a field that is too few, or none that could be
        return None


def make_checksum(body: bytes) -> int:
    """Return the exclusive or of a sentence's bytes between ``$`` and ``*``."""
    value = 0
    for byte in body:
        value ^= byte
    return value


def format_sentence(body: str) -> str:
    """Return a sentence, without its end of line: ``body`` between ``$`` and its checksum."""
    return f"${body}*{make_checksum(body.encode('ascii')):02X}"


def format_place(lat: float, lon: float) -> str:
    """Return WGS 84 degrees as ``ddmm.mmmmm,N,dddmm.mmmmm,E``, to 2 cm."""
    return f"{_format_angle(lat, 2)},{'NS'[lat < 0]},{_format_angle(lon, 3)},{'EW'[lon < 0]}"


def format_time(second_of_day: int) -> str:
    """Return a time of day, in seconds since midnight, as ``hhmmss.00``; days begin anew."""
    minutes, second = divmod(second_of_day % 86_400, 60)
    return f"{minutes // 60:02}{minutes % 60:02}{second:02}.00"


def _format_angle(angle: float, digits: int) -> str:
    degrees, hundred_thousandths = divmod(round(abs(angle) * 60 * 100_000), 6_000_000)
    return f"{degrees:0{digits}}{hundred_thousandths / 100_000:08.5f}"


def elapsed_ms(before_ms: int, after_ms: int) -> int:
    """Return the time from one time of day to another, negative for a jump back; midnight may lie between them."""
    way = (after_ms - before_ms) % _DAY_MS
    return way if way <= _DAY_MS // 2 else way - _DAY_MS


def _read_gga(fields: list[str]) -> Sentence:
    quality = int(_number(fields[5]) or 0)
    lat, lon = _place(fields[1:5])
    is_valid = 0 < quality <= 8 and lat is not None
    hdop = _number(fields[7])
    return Sentence("GGA", _time_ms(fields[0]), is_valid, lat, lon, quality=quality, hdop=hdop)


def _read_rmc(fields: list[str]) -> Sentence:
    lat, lon = _place(fields[2:6])
    mode = fields[11] if len(fields) > 11 else "A"
    is_valid = fields[1] == "A" and mode != "N" and lat is not None
    knots, course = _number(fields[6]), _number(fields[7])
    return Sentence(
        *("RMC", _time_ms(fields[0]), is_valid, lat, lon),
        course_deg=None if course is None else course % 360,
        speed_m_s=None if knots is None else knots * _KNOT_M_S,
    )


def _read_gst(fields: list[str]) -> Sentence:
    lat_m, lon_m = _number(fields[5]), _number(fields[6])
    sigma = None if lat_m is None or lon_m is None else sqrt((lat_m**2 + lon_m**2) / 2)
    return Sentence("GST", _time_ms(fields[0]), sigma_m=sigma or None)


_READERS = {"GGA": _read_gga, "RMC": _read_rmc, "GST": _read_gst}


def _number(text: str) -> float | None:
    if text == "":
        return None
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    return float(text)


def _time_ms(text: str) -> int:
    match = _TIME.fullmatch(text)
    if match is None:
        raise ValueError(text)
    seconds = int(match[1]) * 3600 + int(match[2]) * 60 + int(match[3])
    return seconds * 1000 + round(float(match[4] or 0) * 1000)


def _place(fields: list[str]) -> tuple[float, float] | tuple[None, None]:
    """Return latitude and longitude of ``ddmm.mmmm,N,dddmm.mmmm,E``; None for both where the fields are empty."""
    if not any(fields):
        return None, None
    return _angle(fields[0], fields[1], "NS"), _angle(fields[2], fields[3], "EW")


def _angle(text: str, half: str, halves: str) -> float:
    match = _ANGLE.fullmatch(text)
    if match is None or half not in halves or len(half) != 1:
        raise ValueError(text)
    most, sign = _HALVES[half]
    degrees, minutes = int(match[1]), float(match[2])
    if minutes >= 60 or degrees + minutes / 60 > most:
        raise ValueError(text)
    return sign * (degrees + minutes / 60)
