"""Tells a stop's row, however incomplete, from a sum, a remark or a separator."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kiosk.authoring.media_types import SOUNDS
from kiosk.authoring.table_grid import BLANK, Cell
from kiosk.authoring.table_languages import find_language, split_audience
from kiosk.authoring.table_log import shorten

Cells = Mapping[str, Cell]
SOUND_SUFFIXES = tuple(suffix for suffixes in SOUNDS.values() for suffix in suffixes)
_FIGURES = re.compile(r"[\s0-9.,:%/+-]*")
# A text so long is no remark.
_TELLING_LENGTH = 40


def is_stop(cells: Cells, known: Mapping[str, str]) -> bool:
    """Tell a stop, however incomplete, from a sum, a remark or a separator."""
    number, language = _text(cells, "stop_number"), _text(cells, "language")
    is_dated = bool(_cell(cells, "stop_number").date) or not _cell(cells, "stop_number").has_result
    text = _text(cells, "text")
    tells = bool(
        _text(cells, "title") or text or _text(cells, "audio_file") or not _cell(cells, "title").has_result
    )
    if language and is_language(language, known):
        return bool(number or is_dated or tells)
    has_figure = is_dated or any(sign.isdigit() for sign in number)
    has_sound = _text(cells, "audio_file").lower().endswith(SOUND_SUFFIXES)
    is_telling = len(text) >= _TELLING_LENGTH and not _FIGURES.fullmatch(text)
    return tells and (
        has_sound or is_telling or (has_figure and not _FIGURES.fullmatch(_text(cells, "title") + text))
    )


def is_language(text: str, known: Mapping[str, str]) -> bool:
    """Tell whether a cell names a language; ``known`` are the author's own words, in small letters."""
    return text.casefold() in known or bool(find_language(text) or split_audience(text)[0])


def quote_cells(cells: Sequence[Cell]) -> str:
    """Return what stands in a row, shortened, in quotation marks."""
    return (
        f'"{shorten(" ".join(cell.text or cell.date or cell.error for cell in cells if not cell.is_blank))}"'
    )


def _cell(cells: Cells, column: str) -> Cell:
    return cells.get(column, BLANK)


def _text(cells: Cells, column: str) -> str:
    return _cell(cells, column).text.strip("\ufeff\u200b\u200e\u200f\xad \t\r\n\xa0")
