"""Titles are as large as they fit; what cannot fit gives way in the order of the languages, and is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kiosk.authoring.label_box import Box
from kiosk.authoring.label_lettering import Lettering, Side, write_line
from kiosk.authoring.label_pdf import PdfCanvas
from kiosk.authoring.label_titles import SMALLEST_MM, TitleSetting, set_titles, write_titles

PLACE = Box(10, 10, 40, 20)
LONG = "The gate of the astronomers, the sundial of the south and everything between the two of them"


@pytest.fixture
def canvas(qapp: object, tmp_path: Path) -> Iterator[PdfCanvas]:
    with PdfCanvas(tmp_path / "page.pdf", "titles", (100, 100)) as canvas:
        canvas.new_page()
        yield canvas


@dataclass
class Watched:
    """Passes everything on, and notes where texts were written."""

    canvas: PdfCanvas
    written: list[tuple[str, Box, Lettering]] = field(default_factory=list)

    def measure(self, text: str, width_mm: float, lettering: Lettering) -> tuple[float, float]:
        return self.canvas.measure(text, width_mm, lettering)

    def write(self, text: str, box: Box, lettering: Lettering) -> None:
        self.written.append((text, box, lettering))
        self.canvas.write(text, box, lettering)


def texts_of(setting: TitleSetting) -> list[str]:
    return [text for row in setting.rows for _, text in row]


def test_a_short_title_is_large_and_whole(canvas: PdfCanvas) -> None:
    setting = set_titles(canvas, PLACE, [("en", "The well")], Side.LEFT)
    assert setting.lettering.size_mm > 4
    assert (texts_of(setting), setting.not_whole) == (["The well"], ())


def test_more_titles_are_smaller(canvas: PdfCanvas) -> None:
    sizes = [
        set_titles(canvas, PLACE, [("en", "The iron pillar of Delhi")] * count, Side.LEFT).lettering.size_mm
        for count in (1, 2, 4)
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[-1] >= SMALLEST_MM


def test_a_long_title_is_cut_between_words(canvas: PdfCanvas) -> None:
    setting = set_titles(canvas, Box(0, 0, 20, 8), [("en", LONG)], Side.LEFT)
    (text,) = texts_of(setting)
    assert text.endswith(" …")
    assert LONG.startswith(text.removesuffix(" …"))
    assert setting.not_whole == ("en",)


def test_a_word_wider_than_the_place_is_cut_within(canvas: PdfCanvas) -> None:
    setting = set_titles(canvas, Box(0, 0, 15, 20), [("de", "Donaudampfschifffahrtsgesellschaft")], Side.LEFT)
    (text,) = texts_of(setting)
    assert text.startswith("Donau")
    assert text.endswith("…")
    assert canvas.measure(text, 15, setting.lettering)[0] <= 15


def test_the_last_languages_give_way_first(canvas: PdfCanvas) -> None:
    titles = [(tag, LONG) for tag in ("en", "fr", "de", "it")]
    setting = set_titles(canvas, Box(0, 0, 30, 9), titles, Side.LEFT)
    assert setting.not_whole == ("en", "fr", "de", "it")
    assert 1 <= len(setting.rows) < 4


def test_nothing_is_written_beyond_the_place(canvas: PdfCanvas) -> None:
    watched = Watched(canvas)
    for count in (1, 3, 5, 9):
        for place in (PLACE, Box(0, 0, 22, 12), Box(5, 5, 70, 20)):
            watched.written.clear()
            titles = [("en", LONG), ("hi", "लौह स्तंभ"), ("ar", "العمود الحديدي")] * 3
            setting = set_titles(watched, place, titles[:count], Side.MIDDLE)
            write_titles(watched, place, setting)
            assert all(place.contains(box) for _, box, _ in watched.written)
            for text, box, lettering in watched.written:
                width, height = canvas.measure(text, box.width, lettering)
                assert width <= box.width + 0.02
                assert height <= box.height + 0.02


@pytest.mark.parametrize("text", ["A" * 100_000, "ab " * 30_000])
def test_a_title_as_long_as_a_pack_may_hold_takes_no_time(canvas: PdfCanvas, text: str) -> None:
    setting = set_titles(canvas, PLACE, [("en", text), ("fr", "Le puits")], Side.LEFT)
    assert setting.not_whole == ("en",)
    assert texts_of(setting)[-1] == "Le puits"
    assert max(map(len, texts_of(setting))) <= 242


def test_no_titles_are_no_lines(canvas: PdfCanvas) -> None:
    assert set_titles(canvas, PLACE, [], Side.LEFT).rows == ()


def test_a_line_gets_smaller_where_it_would_be_too_wide(canvas: PdfCanvas) -> None:
    watched = Watched(canvas)
    for number in ("7", "WWWWWWWWWWWW"):
        write_line(watched, Box(0, 0, 20, 10), number, Lettering(8, is_bold=True))
    (_, _, short), (_, _, long) = watched.written
    assert short.size_mm == 8
    assert canvas.measure("WWWWWWWWWWWW", 1000, long)[0] <= 20
