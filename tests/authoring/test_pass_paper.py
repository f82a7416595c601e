"""A pass on paper is read back by the guide's own reader, as tills print it and as hands hold it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from kiosk.authoring.label_pdf import render_pages
from kiosk.authoring.pass_paper import ARM_M, PaperWords, draw_pass
from kiosk.passes.code import parse_pass
from kiosk.passes.media import find_medium
from kiosk.passes.visit_pass import VisitPass, add_visit
from kiosk.scanning.ladder import Ladder
from kiosk.scanning.print_view import see_print
from kiosk.scanning.zxing_reader import ZxingReader

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

pytestmark = pytest.mark.usefixtures("qapp")

KEY = (3, b"k" * 32)
TILL_DPI = 203
# What a 1080p camera has for a millimetre at a metre.
CAMERA_PX_PER_MM = 1.44
MEDIA = ("om_58x210mm", "custom_80x200mm", "iso_a6_105x148mm", "na_letter_8.5x11in", "iso_a4_210x297mm")
INTERESTS = ("water", "pattern", "builders", "inscriptions")


def make_pass(stops: int, sites: int = 1) -> VisitPass:
    held = VisitPass("en", interests=INTERESTS)
    for site in range(sites):
        held = add_visit(held, f"site-{site}", 2_500, [f"site-{site}/{stop}" for stop in range(stops)])
    return held


def count_stops(held: VisitPass) -> int:
    return sum(len(site.stops) for site in held.sites)


def make_words(seen: list[int], language: str = "en", more: tuple[str, ...] = ()) -> PaperWords:
    def contents(held: VisitPass) -> tuple[str, ...]:
        seen.append(count_stops(held))
        return ("Language: English", f"Stops seen: {seen[-1]}", *more)

    below = ("The pass has no last day.", "No name, no account. It is nowhere but on this paper.")
    above = "Show it at your next visit, here or at another site: the guide is then set up as you like it."
    return PaperWords(language, "Your visit pass", above, "In the pass", contents, below)


def print_paper(
    folder: Path, held: VisitPass, media: str, words: PaperWords | None = None, dpi: int = TILL_DPI
) -> Plane:
    """Return the page in the printer's dots: black or white."""
    medium = find_medium(media)
    assert medium is not None
    pdf = folder / "paper.pdf"
    pdf.write_bytes(draw_pass(held, KEY, words or make_words([]), medium))
    [page] = render_pages(pdf, dpi)
    assert page.shape[1] == pytest.approx(medium.width_mm * dpi / 25.4, abs=3.0)
    dots: Plane = np.where(page < 128, 0, 255).astype(np.uint8)
    return dots


def hold_up(page: Plane, distance_m: float) -> Plane:
    """Return what the camera sees of the part with the code."""
    px_per_mm = TILL_DPI / 25.4
    part = np.ascontiguousarray(page[: round(130 * px_per_mm)])
    return see_print(part, CAMERA_PX_PER_MM / distance_m / px_per_mm)


def smear(page: Plane) -> Plane:
    """Return it as a worn head prints it, on paper that ran in a pocket: soft, pale, with two dots burnt out."""
    soft = cv2.GaussianBlur(page, (0, 0), 2.2)
    pale = cv2.convertScaleAbs(soft, alpha=0.6, beta=90)
    middle = page.shape[1] // 2
    for column in (middle - 61, middle + 47):
        pale[:, column] = 243
    return np.asarray(pale, np.uint8)


def drop(page: Plane) -> Plane:
    return page


@pytest.mark.parametrize("damage", [drop, smear])
@pytest.mark.parametrize("media", MEDIA)
def test_it_is_read_at_arms_length(tmp_path: Path, media: str, damage: Callable[[Plane], Plane]) -> None:
    page = damage(print_paper(tmp_path, make_pass(10), media))
    [code] = Ladder().read(hold_up(page, ARM_M))
    held = parse_pass(code.text, dict([KEY]).get)
    assert count_stops(held) == 10 and held.interests == INTERESTS


@pytest.mark.parametrize(("media", "kept"), [("om_58x210mm", 20), ("custom_80x200mm", 55), (MEDIA[2], 100)])
def test_a_narrow_paper_holds_less_says_so_and_is_read_all_the_same(
    tmp_path: Path, media: str, kept: int
) -> None:
    seen: list[int] = []
    page = print_paper(tmp_path, make_pass(40, sites=5), media, make_words(seen))
    [code] = Ladder().read(hold_up(page, ARM_M))
    held = parse_pass(code.text, dict([KEY]).get)
    assert count_stops(held) == seen[-1] >= kept
    assert held.find_site("site-4") is not None, "the newest site stays"


def test_many_words_become_smaller_and_the_code_does_not(tmp_path: Path) -> None:
    more = tuple(f"A wish of the visitor's, number {number}" for number in range(7))
    page = print_paper(tmp_path, make_pass(10), "iso_a6_105x148mm", make_words([], more=more))
    assert (page[-round(3 * TILL_DPI / 25.4) :] == 255).all(), "nothing runs over the foot"
    [code] = Ladder().read(hold_up(page, ARM_M))
    assert count_stops(parse_pass(code.text, dict([KEY]).get)) == 10


def test_arabic_begins_at_the_right(tmp_path: Path) -> None:
    words = PaperWords(
        "ar", "بطاقة زيارتك", "أظهرها", "في البطاقة", lambda _held: ("اللغة: العربية",), ("لا اسم ولا حساب.",)
    )
    page = print_paper(tmp_path, VisitPass("ar"), "custom_80x200mm", words)
    rows = page[: round(11 * TILL_DPI / 25.4)]
    dark = np.flatnonzero((rows == 0).any(axis=0))
    assert dark.min() > page.shape[1] / 2 and dark.max() < page.shape[1]


def test_the_page_is_plain_for_any_reader(tmp_path: Path) -> None:
    seen: list[int] = []
    page = print_paper(tmp_path, make_pass(200), "iso_a4_210x297mm", make_words(seen))
    [read] = ZxingReader().read(page)
    assert count_stops(parse_pass(read.text, dict([KEY]).get)) == seen[-1] >= 100
