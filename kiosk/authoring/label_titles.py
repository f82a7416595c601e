"""Sets the titles of a label as large as they fit; what cannot fit is shortened, and told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from kiosk.authoring.label_box import Box
from kiosk.authoring.label_lettering import Lettering, Setter, Side

# The largest is a share of the place's height, so that a sign's titles are a sign's; a label's grow to 5.2 mm at least.
_LARGEST_SHARE, _LARGEST_ON_A_LABEL_MM = 0.26, 5.2
# 5.1 points: as small as the print of a medicine leaflet, and only where many languages share a small label.
SMALLEST_MM = 1.8
_STEP = 0.93
_GAP_MM = 0.8
_MOST_IN_ONE_COLUMN = 4
_WIDTH_FOR_TWO_MM = 55.0
_SLACK_MM = 0.01
_MOST_CHARACTERS = 240

Title = tuple[str, str]


@dataclass(frozen=True, slots=True)
class TitleSetting:
    """How the titles of a label are set: in ``rows`` of one or two, each ``width_mm`` wide at most."""

    rows: tuple[tuple[Title, ...], ...]
    width_mm: float
    lettering: Lettering
    not_whole: tuple[str, ...] = ()


def find_columns(titles: int, width_mm: float) -> int:
    """Return how many titles stand in a row."""
    return 2 if titles > _MOST_IN_ONE_COLUMN and width_mm >= _WIDTH_FOR_TWO_MM else 1


def set_titles(setter: Setter, box: Box, titles: Sequence[Title], side: Side) -> TitleSetting:
    """Return the largest setting in which the titles fit ``box``; ``not_whole`` names the languages that do not."""
    capped = tuple((language, _cap(text)) for language, text in titles)
    setting = _set_capped(setter, box, capped, side)
    long = [tag for (tag, text), (_, short) in zip(titles, capped, strict=True) if text != short]
    return replace(setting, not_whole=tuple(dict.fromkeys((*long, *setting.not_whole))))


def _set_capped(setter: Setter, box: Box, titles: Sequence[Title], side: Side) -> TitleSetting:
    columns = find_columns(len(titles), box.width)
    width_mm = box.width / columns - (_GAP_MM if columns > 1 else 0)
    rows = tuple(tuple(titles[start : start + columns]) for start in range(0, len(titles), columns))
    lettering = Lettering(max(_LARGEST_ON_A_LABEL_MM, _LARGEST_SHARE * box.height), side=side)
    while lettering.size_mm >= SMALLEST_MM:
        setting = TitleSetting(rows, width_mm, lettering)
        if _fits(setter, setting, box.height):
            return setting
        lettering = replace(lettering, size_mm=lettering.size_mm * _STEP)
    return _shorten(setter, replace(setting, lettering=replace(lettering, size_mm=SMALLEST_MM)), box.height)


def write_titles(setter: Setter, box: Box, setting: TitleSetting) -> None:
    """Write the titles below one another, from the top of ``box``."""
    top = box.top
    for row in setting.rows:
        height = _measure_row(setter, row, setting)
        for column, (language, text) in enumerate(row):
            left = box.left + column * (box.width - setting.width_mm)
            width = setting.width_mm if len(row) > 1 else box.width
            setter.write(text, Box(left, top, width, height), replace(setting.lettering, language=language))
        top += height


def _cap(text: str) -> str:
    """Return the text, or its beginning: a pack's title may have 100,000 characters, and each word is measured."""
    return text if len(text) <= _MOST_CHARACTERS else text[:_MOST_CHARACTERS].rsplit(" ", 1)[0] + " …"


def _fits(setter: Setter, setting: TitleSetting, height_mm: float) -> bool:
    titles = [title for row in setting.rows for title in row]
    if any(_measure(setter, title, setting)[0] > setting.width_mm + _SLACK_MM for title in titles):
        return False
    return sum(_measure_row(setter, row, setting) for row in setting.rows) <= height_mm + _SLACK_MM


def _shorten(setter: Setter, setting: TitleSetting, height_mm: float) -> TitleSetting:
    """Return the setting with as many rows as have a line each, the first ones whole as long as there is room."""
    lines = [max(_measure_line(setter, title, setting) for title in row) for row in setting.rows]
    kept = max(1, sum(total <= height_mm + _SLACK_MM for total in accumulate(lines)))
    spare_mm = max(0.0, height_mm - sum(lines[:kept]))
    rows = []
    for row, line_mm in zip(setting.rows[:kept], lines, strict=False):
        given_mm = line_mm + spare_mm
        rows.append(tuple((tag, _cut(setter, (tag, text), given_mm, setting)) for tag, text in row))
        spare_mm = max(0.0, given_mm - _measure_row(setter, rows[-1], setting))
    whole = {title for row in rows for title in row}
    lost = tuple(title[0] for row in setting.rows for title in row if title not in whole)
    return replace(setting, rows=tuple(rows), not_whole=lost)


def _cut(setter: Setter, title: Title, height_mm: float, setting: TitleSetting) -> str:
    """Return the title's text with as many words as fit the height, an ellipsis for the others."""
    language, text = title
    words = text.split()
    for count in range(len(words), 0, -1):
        tried = text if count == len(words) else " ".join(words[:count]).rstrip(" ,.;:") + " …"
        width, height = _measure(setter, (language, tried), setting)
        if height <= height_mm + _SLACK_MM and width <= setting.width_mm + _SLACK_MM:
            return tried
    letters = words[0] if words else ""
    while len(letters) > 1 and _measure(setter, (language, letters + "…"), setting)[0] > setting.width_mm:
        letters = letters[:-1]
    return letters + "…"


def _measure_line(setter: Setter, title: Title, setting: TitleSetting) -> float:
    """Return the height of one line; scripts differ by half."""
    return _measure(setter, (title[0], title[1][:1]), setting)[1]


def _measure_row(setter: Setter, row: Sequence[Title], setting: TitleSetting) -> float:
    return max(_measure(setter, title, setting)[1] for title in row)


def _measure(setter: Setter, title: Title, setting: TitleSetting) -> tuple[float, float]:
    """Return width and height of a title, with the gap to the next one."""
    lettering = replace(setting.lettering, language=title[0])
    width, height = setter.measure(title[1], setting.width_mm, lettering)
    return width, height + _GAP_MM
