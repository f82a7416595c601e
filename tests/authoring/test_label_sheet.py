"""A sheet that is written can be read: by the guide's own reader, and by people in every script."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.authoring import label_card, label_proof, label_sheet
from kiosk.authoring.label_box import Box
from kiosk.authoring.label_code import LabelCode
from kiosk.authoring.label_papers import CARDS, PAPERS, LabelPaper, get_paper
from kiosk.authoring.label_pdf import PdfCanvas, render_pages
from kiosk.authoring.label_plan import plan_labels
from kiosk.authoring.label_sheet import write_label_sheet, write_trial_page
from kiosk.authoring.label_wish import LabelWish
from kiosk.model.errors import KioskError
from kiosk.scanning.zxing_reader import ZxingReader
from tests.authoring.label_makers import make_labels, measure_pages, read_pages

pytestmark = pytest.mark.usefixtures("qapp")


FEW_PAPERS = [paper for paper in PAPERS if paper.name in ("L7160", "L7165", "5160", "5164", "A6", "A4")]


def name_of(paper: LabelPaper) -> str:
    return paper.name


def test_a_sheet_has_four_cards_a_page(tmp_path: Path) -> None:
    sheet = write_label_sheet(make_labels(5), tmp_path / "labels.pdf")
    assert (sheet.pages, sheet.codes_read_back, sheet.not_whole) == (2, 5, ())
    first, second = read_pages(tmp_path / "labels.pdf")
    assert first.count("The iron pillar") == 4
    assert second.count("The iron pillar") == 1
    assert f"module {sheet.plan.module_mm:.2f} mm" in first
    assert [path.name for path in tmp_path.iterdir()] == ["labels.pdf"]


@pytest.mark.parametrize("paper", FEW_PAPERS, ids=name_of)
def test_a_paper_s_first_page_is_read_as_a_whole(tmp_path: Path, paper: LabelPaper) -> None:
    """Not only label by label: the page, as somebody photographs it from far enough."""
    labels = make_labels(paper.a_page)
    sheet = write_label_sheet(labels, tmp_path / "labels.pdf", LabelWish(paper))
    assert sheet.pages == 1
    (size,) = measure_pages(tmp_path / "labels.pdf")
    assert size == pytest.approx(paper.page_mm, abs=0.36)  # whole points
    (page,) = render_pages(tmp_path / "labels.pdf", 5 * 25.4 / sheet.plan.module_mm)
    assert {code.text for code in ZxingReader().read(page)} == {label.text for label in labels}


@pytest.mark.parametrize("shift_mm", [(-3.0, -3.0), (3.0, 3.0)])
def test_a_sheet_without_margins_is_met_by_a_shifted_print(
    tmp_path: Path, shift_mm: tuple[float, float]
) -> None:
    paper = replace(get_paper("3x8:70x37"), shift_mm=shift_mm)
    sheet = write_label_sheet(make_labels(24), tmp_path / "labels.pdf", LabelWish(paper))
    assert (sheet.pages, sheet.codes_read_back) == (1, 24)


def test_every_script_is_shaped(tmp_path: Path) -> None:
    """A letter without a font would be a warning of Qt's, which fails every test, or an empty box in the text."""
    write_label_sheet(make_labels(1), tmp_path / "labels.pdf")
    text = read_pages(tmp_path / "labels.pdf")[0]
    assert "लौह" in text
    assert "الحديدي" in text or "يديدحلا" in text  # the order in which a PDF gives back Arabic is its own


def test_letters_that_no_font_has_are_refused_and_not_printed_as_boxes(tmp_path: Path) -> None:
    (label,) = make_labels(1, titles=(("en", "The well"), ("xx", "\ue000\ue001")))
    with pytest.raises(KioskError) as caught:
        write_label_sheet([label], tmp_path / "labels.pdf")
    error = caught.value
    # A private letter is nobody's; its category alone would hide it.
    assert (error.code, error.thing) == ("authoring.font-missing", "stop 1, its words in xx")
    assert list(tmp_path.iterdir()) == []


def test_many_and_long_titles_stay_above_the_foot(tmp_path: Path) -> None:
    titles = tuple(("sv", f"En mycket lång titel som inte slutar på länge, nummer {n}") for n in range(8))
    sheet = write_label_sheet(make_labels(1, titles=titles), tmp_path / "labels.pdf")
    assert sheet.not_whole == ()
    assert "nummer 7" in read_pages(tmp_path / "labels.pdf")[0]


def test_titles_that_cannot_fit_are_shortened_and_told(tmp_path: Path) -> None:
    long = "A title that goes on and on about everything that can be seen, and a little more than that"
    titles = tuple((tag, long) for tag in ("en", "fr", "de", "sv", "it"))
    (label,) = make_labels(1, titles=titles)
    sheet = write_label_sheet([label], tmp_path / "labels.pdf", LabelWish(get_paper("5160")))
    assert sheet.codes_read_back == 1
    ((told, languages),) = sheet.not_whole
    assert told == label
    assert "it" in languages


def test_a_number_of_twelve_characters_and_none_at_all(tmp_path: Path) -> None:
    one, other = make_labels(2)
    labels = [replace(one, number="WWWWWWWWWWWW"), replace(other, number="")]
    sheet = write_label_sheet(labels, tmp_path / "labels.pdf", LabelWish(get_paper("L7160")))
    assert sheet.codes_read_back == 2
    assert "WWWWWWWWWWWW" in read_pages(tmp_path / "labels.pdf")[0]


def test_a_stop_without_a_title_has_a_label_all_the_same(tmp_path: Path) -> None:
    assert write_label_sheet(make_labels(1, titles=()), tmp_path / "labels.pdf").codes_read_back == 1


def test_the_longest_host_there_can_be(tmp_path: Path) -> None:
    sheet = write_label_sheet(make_labels(4, host="A" * 62), tmp_path / "labels.pdf")
    assert sheet.codes_read_back == 4
    assert sheet.plan.reach_m > 0.9


def test_a_code_too_coarse_to_be_read_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(label_proof, "_MOST_DPI", 8.0)  # half a dot a module
    (tmp_path / "labels.pdf").write_bytes(b"the old one")
    with pytest.raises(KioskError) as caught:
        write_label_sheet(make_labels(1), tmp_path / "labels.pdf")
    assert caught.value.code == "authoring.label-unreadable"
    assert (tmp_path / "labels.pdf").read_bytes() == b"the old one"
    assert [path.name for path in tmp_path.iterdir()] == ["labels.pdf"]


def test_a_word_printed_into_the_white_edge_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw_code = label_card.draw_code

    def smudge(canvas: PdfCanvas, box: Box, code: LabelCode, module_mm: float) -> None:
        draw_code(canvas, box, code, module_mm)
        canvas.fill(Box(box.left + 1, box.top + 1, 2, 2))

    monkeypatch.setattr(label_card, "draw_code", smudge)
    with pytest.raises(KioskError) as caught:
        write_label_sheet(make_labels(1), tmp_path / "labels.pdf")
    assert "white edge" in caught.value.found


def test_letters_that_climb_into_the_code_are_noticed(tmp_path: Path) -> None:
    (label,) = make_labels(1, titles=(("en", "e" + "\u0301" * 300),))
    with pytest.raises(KioskError) as caught:
        write_label_sheet([label], tmp_path / "labels.pdf")
    assert "titles" in caught.value.remedy


@pytest.mark.parametrize(
    "title",
    ["🏛️ temple 🛕", "\u202eabc \u2066 def\u200f", "a\x00b\x07\x1b[31m", "\ud800x", "故宫博物院太和殿"],
)
def test_odd_titles_do_no_harm(tmp_path: Path, title: str) -> None:
    (label,) = make_labels(1, titles=(("en", title),))
    assert write_label_sheet([label], tmp_path / "labels.pdf").codes_read_back == 1


def test_codes_that_were_exchanged_are_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both would be read somewhere on the page; each has to be at its own number."""
    one, other = make_labels(2)
    planned = plan_labels([one, other], LabelWish())
    first, second = planned.placed
    crossed = replace(planned, placed=(replace(first, code=second.code), replace(second, code=first.code)))
    monkeypatch.setattr(label_sheet, "plan_labels", lambda *_: crossed)
    with pytest.raises(KioskError) as caught:
        write_label_sheet([one, other], tmp_path / "labels.pdf")
    assert caught.value.found == "not read as it is printed; 2 of 2 unreadable"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(KioskError) as caught:
        write_label_sheet(make_labels(1), tmp_path / "nowhere" / "labels.pdf")
    assert caught.value.code == "authoring.sheet-not-written"


@pytest.mark.parametrize("name", ["cards", "L7160", "A5"])
def test_the_test_mark_s_ruler_is_50_mm_long(tmp_path: Path, name: str) -> None:
    wish = LabelWish(get_paper(name), has_test_mark=True)
    sheet = write_label_sheet(make_labels(1), tmp_path / "labels.pdf", wish)
    pages = list(render_pages(tmp_path / "labels.pdf", 254))
    assert len(pages) == sheet.pages
    marked = pages[-1][: 40 * 10]
    lengths = [longest_dark_run(row) / 10 for row in marked]
    assert max(lengths) == pytest.approx(50, abs=0.5)
    assert "50 mm" in read_pages(tmp_path / "labels.pdf")[-1]


@pytest.mark.parametrize(
    "paper", [CARDS, get_paper("L7160"), get_paper("L7164"), get_paper("A6")], ids=name_of
)
def test_a_trial_page_has_an_outline_for_each_label(tmp_path: Path, paper: LabelPaper) -> None:
    write_trial_page(tmp_path / "trial.pdf", paper)
    (text,) = read_pages(tmp_path / "trial.pdf")
    (page,) = render_pages(tmp_path / "trial.pdf", 254)
    assert str(paper.a_page) in text
    for box in paper.find_boxes():
        middle = page[int((box.top + box.bottom) * 5)]
        left = int(box.left * 10)
        assert min(middle[max(0, left - 3) : left + 4]) < 200


def longest_dark_run(row: Iterable[int]) -> int:
    longest = run = 0
    for level in row:
        run = run + 1 if level < 160 else 0
        longest = max(longest, run)
    return longest


def test_scripts_of_many_countries_are_set_without_a_word_from_qt(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    titles = (("bo", "པོ་ཏ་ལ།"), ("th", "พระบรมมหาราชวัง"), ("my", "ရွှေတိဂုံဘုရား"), ("dv", "މާލެ"), ("am", "ላሊበላ"))
    sheet = write_label_sheet(make_labels(1, titles=titles), tmp_path / "labels.pdf")
    assert sheet.not_whole == ()
    assert capfd.readouterr() == ("", "")
