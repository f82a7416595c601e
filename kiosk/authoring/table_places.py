"""Coordinates as people write them."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

_PLAIN = re.compile(r"[+-]?[0-9]{1,3}(?:\.[0-9]*)?|[+-]?\.[0-9]+")
_COMMA = re.compile(r"[+-]?[0-9]{1,3},[0-9]+")
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_LETTERS = re.compile(r"[NSEWOÖVnsewoöv]")
# North, south, east and west; O is east in German and Nordic, V is west in Nordic, and Ö is east in Swedish.
_SIGNS = {"N": 1, "S": -1, "E": 1, "O": 1, "Ö": 1, "W": -1, "V": -1}
_DEGREES = re.compile(
    r"([NSEWOÖV]?)\s*([+-]?[0-9]{1,3}(?:[.,][0-9]+)?)\s*(?:°|º|˚|deg|d|\s)\s*"
    r"(?:([0-9]{1,2}(?:[.,][0-9]+)?)\s*(?:['′’´`]|min|m|\s)?\s*)?"
    r"(?:([0-9]{1,2}(?:[.,][0-9]+)?)\s*(?:[\"″”“]|''|′′|’’|sec|s)?\s*)?([NSEWOÖV]?)",
    re.IGNORECASE,
)
_WITH_LETTER = re.compile(r"([NSEWOÖV]?)\s*([0-9]{1,3}(?:[.,][0-9]+)?)\s*([NSEWOÖV]?)", re.IGNORECASE)
_PAIR = re.compile(r"([+-]?[0-9]{1,3}\.[0-9]+)\s*[,;\s]\s*([+-]?[0-9]{1,3}\.[0-9]+)")
# Further than this from the middle of the others, and nearer than this the other way round: exchanged.
_FAR_DEGREES = 1.0
_NEAR_DEGREES = 0.5


@dataclass(frozen=True, slots=True)
class Degrees:
    """One coordinate: None where nobody can read it. ``kind`` tells of another form than a plain number."""

    value: float | None
    kind: str = ""


def read_degrees(text: str) -> Degrees:
    """Return a coordinate in degrees, of any size; None where it is none."""
    plain = text.replace("−", "-").replace("–", "-").replace("\xa0", " ").strip()
    if _PLAIN.fullmatch(plain):
        return Degrees(float(plain))
    if _COMMA.fullmatch(plain):
        return Degrees(float(plain.replace(",", ".")), "decimal_comma")
    found = _WITH_LETTER.fullmatch(plain)
    if found and (found[1] or found[3]):
        return Degrees(_sign(found[1], found[3]) * _number(found[2]), "coordinates_other_form")
    found = _DEGREES.fullmatch(plain)
    if found is None:
        return Degrees(None)
    minutes, seconds = _number(found[3] or "0"), _number(found[4] or "0")
    if minutes >= 60 or seconds >= 60:
        return Degrees(None)
    degrees = _number(found[2].lstrip("+-")) + minutes / 60 + seconds / 3600
    sign = -1 if found[2].startswith("-") else _sign(found[1], found[5])
    return Degrees(round(sign * degrees, 7), "coordinates_other_form")


def split_pair(text: str) -> tuple[str, str] | None:
    """Return latitude and longitude where both stand in one cell."""
    plain = text.strip(" ()[]")
    if pair := _PAIR.fullmatch(plain):
        return pair[1], pair[2]
    letters = re.fullmatch(
        r"(.*?[NS])[\s,;/]+(.*?[EWOÖV])|([NS].*?)[\s,;/]+([EWOÖV].*)", plain, re.IGNORECASE
    )
    if letters is None or any(
        "°" not in part and not _NUMBER.search(part) for part in letters.groups() if part
    ):
        return None
    first, second = (part for part in letters.groups() if part)
    return first, second


def find_swapped(places: Sequence[tuple[float, float]]) -> set[int]:
    """Return which of these latitudes and longitudes, by their position, seem to be exchanged.

    They lie far from the middle of the others, and near it the other way round. Where most are exchanged,
    nobody can tell, unless no such latitude exists.
    """
    sound = [place for place in places if abs(place[0]) <= 90 and abs(place[1]) <= 180]
    if not sound:
        return {
            n for n, (lat, lon) in enumerate(places) if abs(lat) > 90 and abs(lon) <= 90 and abs(lat) <= 180
        }
    middle = median(lat for lat, _ in sound), median(lon for _, lon in sound)
    return {
        n
        for n, (lat, lon) in enumerate(places)
        if abs(lon) <= 90
        and _apart((lat, lon), middle) > _FAR_DEGREES
        and _apart((lon, lat), middle) < _NEAR_DEGREES
    }


def _apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    return math.hypot(one[0] - other[0], one[1] - other[1])


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _sign(before: str, behind: str) -> int:
    return _SIGNS.get((before or behind).upper(), 1)
