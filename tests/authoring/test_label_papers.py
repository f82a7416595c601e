"""The papers' sizes, against what is published of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from kiosk.authoring.label_box import Box
from kiosk.authoring.label_papers import CARDS, PAPERS, SIGN, LabelPaper, find_mark_box, get_paper
from kiosk.model.errors import KioskError

# Left and top of the first label, and the steps to the next ones, in millimetres. A4: as the "Label Guides" of Inkscape
# list them. US letter: the gLabels project's avery-us templates, which others contradict by up to 0.8 mm across.
PUBLISHED = {
    "L7159": (7.25, 12.9, 66.0, 33.9),
    "L7160": (7.25, 15.15, 66.0, 38.1),
    "L7161": (7.25, 8.7, 66.0, 46.6),
    "L7162": (4.65, 12.9, 101.6, 33.9),
    "L7163": (4.65, 15.15, 101.6, 38.1),
    "L7164": (7.25, 4.5, 66.0, 72.0),
    "L7165": (4.65, 13.1, 101.6, 67.7),
    "L7166": (4.65, 8.85, 101.6, 93.1),
    "L7168": (5.2, 5.0, 199.6, 143.5),
    "L7169": (4.65, 9.5, 101.6, 139.0),
    "5160": (3.97, 12.7, 70.64, 25.4),
    "5161": (3.97, 12.7, 106.36, 25.4),
    "5162": (3.97, 21.17, 106.36, 33.87),
    "5163": (4.13, 12.7, 106.36, 50.8),
    "5164": (3.97, 12.7, 106.36, 84.67),
}


def name_of(paper: LabelPaper) -> str:
    return paper.name


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_geometry_is_the_published_one(name: str) -> None:
    paper = get_paper(name)
    left, top, across, down = PUBLISHED[name]
    tolerance = 0.8 if paper.is_american else 0.15
    assert paper.left_mm == pytest.approx(left, abs=tolerance)
    assert paper.top_mm == pytest.approx(top, abs=0.15)
    assert paper.label_mm[0] + paper.gap_mm[0] == pytest.approx(across, abs=tolerance)
    assert paper.label_mm[1] + paper.gap_mm[1] == pytest.approx(down, abs=0.15)


@pytest.mark.parametrize("paper", PAPERS, ids=name_of)
def test_labels_lie_on_the_page_and_not_on_one_another(paper: LabelPaper) -> None:
    boxes = list(paper.find_boxes())
    assert len(boxes) == paper.a_page
    assert all(Box(0, 0, *paper.page_mm).contains(box) for box in boxes)
    for one, other in combinations(boxes, 2):
        assert (
            one.right <= other.left + 1e-6 or one.bottom <= other.top + 1e-6 or other.right <= one.left + 1e-6
        )


@pytest.mark.parametrize("paper", PAPERS, ids=name_of)
def test_the_test_mark_is_no_part_of_a_label(paper: LabelPaper) -> None:
    mark = find_mark_box(paper)
    assert mark is None or all(mark.bottom <= box.top + 1e-6 for box in paper.find_boxes())


def test_most_sheets_have_room_for_the_test_mark() -> None:
    without = {paper.name for paper in PAPERS if find_mark_box(paper) is None and not paper.is_sign}
    assert without == {"L7161", "L7164", "L7166", "L7168"}


@pytest.mark.parametrize("typed", ["l7160", "Avery L7160", "avery-l7160", " 7160", "J8160"])
def test_a_paper_is_known_by_each_of_its_names(typed: str) -> None:
    assert get_paper(typed).name == "L7160"


def test_a_paper_nobody_knows_is_refused_with_those_there_are() -> None:
    with pytest.raises(KioskError) as caught:
        get_paper("L9999")
    assert caught.value.code == "authoring.no-such-paper"
    assert "L7160" in caught.value.expected


def test_no_two_papers_share_a_name() -> None:
    names = [name.lower() for paper in PAPERS for name in (paper.name, *paper.equal_to)]
    assert len(names) == len(set(names))
    assert (CARDS.a_page, SIGN.is_sign) == (4, True)


def test_a_paper_that_is_not_listed_can_be_described() -> None:
    paper = get_paper("3x8:70x37")
    assert (paper.a_page, paper.label_mm, paper.page_mm) == (24, (70.0, 37.0), (210.0, 297.0))
    assert (paper.left_mm, paper.top_mm) == (0.0, 0.5)
    gaps = get_paper("2x5:101.6x50.8+4.76x0@letter")
    assert gaps.is_american
    assert gaps.left_mm == pytest.approx(get_paper("5163").left_mm, abs=0.01)


@pytest.mark.parametrize(
    "described", ["4x8:70x37", "3x9:70x37", "0x8:70x37", "3x0:70x37", "9x9:10x10", "1x1:0x0", "1x1:999x999"]
)
def test_a_description_that_fits_no_page_is_refused(described: str) -> None:
    with pytest.raises(KioskError) as caught:
        get_paper(described)
    assert caught.value.code == "authoring.paper-unfit"


@pytest.mark.parametrize(
    "described", ["3x8", "3x8:70", "3x8:-70x37", "3x8:70x37+2", "3x8:1e9x1", "nanxnan:1x1"]
)
def test_a_description_with_a_slip_is_no_paper(described: str) -> None:
    with pytest.raises(KioskError) as caught:
        get_paper(described)
    assert caught.value.code == "authoring.no-such-paper"


def test_a_shift_moves_every_label() -> None:
    paper = get_paper("L7160")
    shifted = replace(paper, shift_mm=(1.5, -2.0))
    for before, after in zip(paper.find_boxes(), shifted.find_boxes(), strict=True):
        assert (after.left - before.left, after.top - before.top) == pytest.approx((1.5, -2.0))
