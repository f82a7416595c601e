"""How a spreadsheet shows a number: as a date, with decimals, with leading zeros."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence

from kiosk.authoring.xlsx_xml import XmlReader

# ECMA-376 part 1, 18.8.30: the formats every program has without naming them.
_BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    14: "yyyy-mm-dd",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm",
    19: "h:mm:ss",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy-mm-dd h:mm",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    49: "@",
}
_NO_SIGNS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]', re.IGNORECASE)
_DATE_PART = re.compile(r"yyyy|yy|mmmm|mmm|mm|m|dddd|ddd|dd|d|hh|h|ss|s", re.IGNORECASE)
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
# Day 0 as it is since 1 March 1900; Excel believes in a 29 February 1900.
_SINCE_1900 = datetime.datetime(1899, 12, 30)
_SINCE_1904 = datetime.datetime(1904, 1, 1)


class Styles:
    """What the styles of a workbook show, by number."""

    def __init__(self, formats: Sequence[str], *, since_1904: bool) -> None:
        self._formats = formats
        self._origin = _SINCE_1904 if since_1904 else _SINCE_1900

    def find_format(self, style: int) -> str:
        """Return a style's format code; "" for the general one."""
        return self._formats[style] if 0 <= style < len(self._formats) else ""

    def format_date(self, value: float, code: str) -> str:
        """Return what a cell of a date format shows; "" where the value is no date."""
        try:
            moment = self._origin + datetime.timedelta(days=value)
        except (OverflowError, ValueError):
            return ""
        return _show(moment, code)


class StylesReader(XmlReader):
    """``styles.xml``."""

    def __init__(self) -> None:
        self._named: dict[int, str] = {}
        self._used: list[int] = []
        self._in_cells = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take a format's name or a style."""
        if name == "numFmt":
            self._named[_whole(attributes.get("numFmtId", ""))] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self._in_cells = True
        elif name == "xf" and self._in_cells:
            self._used.append(_whole(attributes.get("numFmtId", "")))

    def end(self, name: str) -> None:
        """Take the end of the list of styles."""
        if name == "cellXfs":
            self._in_cells = False

    def finish(self, *, since_1904: bool) -> Styles:
        """Return the styles that were read."""
        return Styles(
            [self._named.get(number, _BUILT_IN.get(number, "")) for number in self._used],
            since_1904=since_1904,
        )


def is_date_format(code: str) -> bool:
    """Tell whether numbers in this format are shown as dates or times."""
    bare = _NO_SIGNS.sub("", code.split(";", maxsplit=1)[0])
    return "general" not in bare.lower() and bool(re.search(r"[ymdhs]", bare, re.IGNORECASE))


def count_decimals(code: str) -> int:
    """Return how many decimals a format shows of every number, 1 as 1.0; 0 for none."""
    found = re.search(r"0\.(0+)", _NO_SIGNS.sub("", code.split(";", maxsplit=1)[0]))
    return len(found[1]) if found else 0


def count_leading_zeros(code: str) -> int:
    """Return to how many digits a format such as ``000`` fills a whole number up; 0 for none."""
    bare = _NO_SIGNS.sub("", code.split(";", maxsplit=1)[0])
    return len(bare) if re.fullmatch(r"0{2,}", bare) else 0


def _show(moment: datetime.datetime, code: str) -> str:
    bare = re.sub(
        r"\[\$?[^\]hms]*\]|am/pm|;.*", "", code.replace("\\", "").replace('"', ""), flags=re.IGNORECASE
    )
    in_time = False

    def fill(match: re.Match[str]) -> str:
        nonlocal in_time
        part = match[0].lower()
        if part[0] in "hs":
            in_time = True
        elif part[0] != "m":
            in_time = False
        return _show_part(moment, part, in_time)

    return _DATE_PART.sub(fill, bare).strip(" []@") or moment.date().isoformat()


def _show_part(moment: datetime.datetime, part: str, in_time: bool) -> str:
    if part[0] == "y":
        return f"{moment.year:04d}" if part == "yyyy" else f"{moment.year % 100:02d}"
    if part in ("mmm", "mmmm"):
        month = _MONTHS[moment.month - 1]
        return month if part == "mmmm" else month[:3]
    if part in ("ddd", "dddd"):
        day = _DAYS[moment.weekday()]
        return day if part == "dddd" else day[:3]
    value = {"d": moment.day, "h": moment.hour, "s": moment.second}.get(
        part[0], moment.minute if in_time else moment.month
    )
    return f"{value:02d}" if len(part) == 2 else str(value)


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else -1
