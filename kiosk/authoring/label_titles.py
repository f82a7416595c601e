"""Sets the titles of a label as large as they fit; what cannot fit is shortened, and told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kiosk.authoring.label_box import Box
from kiosk.authoring.label_lettering import Lettering, Setter, Side

# The largest is a share of the place's height, so that a sign's titles are a sign's; a label's grow to 5.2 mm at least.
_LARGEST_SHARE, _LARGEST_ON_A_LABEL_MM = 0.2, 5.2
# 5.1 points: as small as the print of a medicine leaflet, and only where many languages share a small label.
SMALLEST_MM = 1.8
_STEP = 0.93
_GAP_MM = 0.8
_MOST_IN_ONE_COLUMN = 4
_WIDTH_FOR_TWO_MM = 60.0

Title = tuple[str, str]


def write_titles(setter: Setter, box: Box, titles: Sequence[Title], side: Side) -> list[str]:
    """Write the titles, many of them two in a row; return the languages whose title is not there whole."""
    columns = 2 if len(titles) > _MOST_IN_ONE_COLUMN and box.width >= _WIDTH_FOR_TWO_MM else 1
    width_mm = box.width / columns - (_GAP_MM if columns > 1 else 0)
    lettering = Lettering(max(_LARGEST_ON_A_LABEL_MM, _LARGEST_SHARE * box.height), side=side)
    while not _fits(setter, _in_rows(titles, columns), box, width_mm, lettering):
        if lettering.size_mm * _STEP < SMALLEST_MM:
            titles, lost = _shorten(setter, titles, columns, box, width_mm, lettering)
            break
        lettering = replace(lettering, size_mm=lettering.size_mm * _STEP)
    else:
        lost = []
    _write_rows(setter, _in_rows(titles, columns), box, width_mm, lettering)
    return lost


def _in_rows(titles: Sequence[Title], columns: int) -> list[Sequence[Title]]:
    return [titles[start : start + columns] for start in range(0, len(titles), columns)]


def _fits(
    setter: Setter, rows: Sequence[Sequence[Title]], box: Box, width_mm: float, lettering: Lettering
) -> bool:
    heights = []
    for row in rows:
        sizes = [_measure(setter, title, width_mm, lettering) for title in row]
        if any(width > width_mm + 0.01 for width, _ in sizes):
            return False
        heights.append(max(height for _, height in sizes) + _GAP_MM)
    return sum(heights) <= box.height + 0.01


def _shorten(
    setter: Setter, titles: Sequence[Title], columns: int, box: Box, width_mm: float, lettering: Lettering
) -> tuple[list[Title], list[str]]:
    """Return the titles cut so that each has its share of the height, and the languages that were cut or left out.

    Where not even a line is left for each, the last ones give way.
    """
    # Scripts differ in the height of a line by half.
    line_mm = _GAP_MM + max(_measure(setter, (tag, text[:1]), width_mm, lettering)[1] for tag, text in titles)
    kept = titles[: max(1, int(box.height / line_mm)) * columns]
    share_mm = box.height / len(_in_rows(kept, columns)) - _GAP_MM
    cut = [
        (language, _cut(setter, (language, text), share_mm, width_mm, lettering)) for language, text in kept
    ]
    lost = [language for (language, text), (_, left) in zip(kept, cut, strict=True) if left != text]
    return cut, lost + [language for language, _ in titles[len(kept) :]]


def _cut(setter: Setter, title: Title, height_mm: float, width_mm: float, lettering: Lettering) -> str:
    """Return the title's text with as many words as fit the height, an ellipsis for the others."""
    language, text = title
    words = text.split()
    for count in range(len(words), 0, -1):
        tried = text if count == len(words) else " ".join(words[:count]).rstrip(" ,.;:") + " …"
        width, height = _measure(setter, (language, tried), width_mm, lettering)
        if height <= height_mm + 0.01 and width <= width_mm + 0.01:
            return tried
    letters = words[0] if words else ""
    while len(letters) > 1 and _measure(setter, (language, letters + "…"), width_mm, lettering)[0] > width_mm:
        letters = letters[:-1]
    return letters + "…"


def _measure(setter: Setter, title: Title, width_mm: float, lettering: Lettering) -> tuple[float, float]:
    return setter.measure(title[1], width_mm, replace(lettering, language=title[0]))


def _write_rows(
    setter: Setter, rows: Sequence[Sequence[Title]], box: Box, width_mm: float, lettering: Lettering
) -> None:
    top = box.top
    for row in rows:
        height = max(_measure(setter, title, width_mm, lettering)[1] for title in row) + _GAP_MM
        for column, (language, text) in enumerate(row):
            left = box.left + column * (box.width - width_mm) if len(row) > 1 else box.left
            place = Box(left, top, width_mm if len(row) > 1 else box.width, height)
            setter.write(text, place, replace(lettering, language=language))
        top += height
