"""A sheet that is written can be read: by the guide's own reader, and by people in every script."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument

from kiosk.authoring import label_sheet
from kiosk.authoring.label_sheet import write_label_sheet
from kiosk.authoring.labels import Label
from kiosk.model.errors import KioskError
from kiosk.model.marker import format_marker

KEY = bytes(16)
TITLES = (("en", "The iron pillar"), ("hi", "लौह स्तंभ"), ("ar", "العمود الحديدي"))


def make_labels(
    count: int, host: str = "QUTB.EXAMPLE", titles: tuple[tuple[str, str], ...] = TITLES
) -> list[Label]:
    return [
        Label(format_marker(host, f"{number:08}", KEY), str(number), titles, "The Qutb complex", "en")
        for number in range(count)
    ]


def page_texts(pdf: Path) -> list[str]:
    document = QPdfDocument()
    document.load(str(pdf))
    texts = [document.getAllText(page).text() for page in range(document.pageCount())]
    document.close()
    return texts


@pytest.mark.usefixtures("qapp")
def test_a_sheet_has_four_labels_a_page(tmp_path: Path) -> None:
    sheet = write_label_sheet(make_labels(5), tmp_path / "labels.pdf")
    assert (sheet.pages, sheet.module_mm, sheet.codes_read_back) == (2, 2.1, 5)
    first, second = page_texts(tmp_path / "labels.pdf")
    assert first.count("The iron pillar") == 4
    assert second.count("The iron pillar") == 1
    assert "module 2.10 mm" in first
    assert [path.name for path in tmp_path.iterdir()] == ["labels.pdf"]


@pytest.mark.usefixtures("qapp")
def test_every_script_is_shaped(tmp_path: Path) -> None:
    """A letter without a font would be a warning of Qt's, which fails every test, or an empty box in the text."""
    write_label_sheet(make_labels(1), tmp_path / "labels.pdf")
    text = page_texts(tmp_path / "labels.pdf")[0]
    assert "लौह" in text
    assert "الحديدي" in text or "يديدحلا" in text  # the order in which a PDF gives back Arabic is its own


@pytest.mark.usefixtures("qapp")
def test_many_and_long_titles_stay_above_the_foot(tmp_path: Path) -> None:
    titles = tuple(("sv", f"En mycket lång titel som inte slutar på länge, nummer {n}") for n in range(12))
    sheet = write_label_sheet(make_labels(1, titles=titles), tmp_path / "labels.pdf")
    assert sheet.codes_read_back == 1
    assert "nummer 11" in page_texts(tmp_path / "labels.pdf")[0]


@pytest.mark.usefixtures("qapp")
def test_the_longest_host_there_can_be(tmp_path: Path) -> None:
    assert write_label_sheet(make_labels(4, host="A" * 62), tmp_path / "labels.pdf").codes_read_back == 4


@pytest.mark.usefixtures("qapp")
def test_a_code_that_cannot_be_read_back_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(label_sheet, "READ_BACK_DPI", 8)  # half a dot a module
    (tmp_path / "labels.pdf").write_bytes(b"the old one")
    with pytest.raises(KioskError) as caught:
        write_label_sheet(make_labels(1), tmp_path / "labels.pdf")
    assert caught.value.code == "authoring.label-unreadable"
    assert (tmp_path / "labels.pdf").read_bytes() == b"the old one"
    assert [path.name for path in tmp_path.iterdir()] == ["labels.pdf"]


@pytest.mark.usefixtures("qapp")
def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(KioskError) as caught:
        write_label_sheet(make_labels(1), tmp_path / "nowhere" / "labels.pdf")
    assert caught.value.code == "authoring.sheet-not-written"


def test_nothing_to_print_is_said() -> None:
    with pytest.raises(KioskError) as caught:
        write_label_sheet([], Path("labels.pdf"))
    assert caught.value.code == "authoring.no-labels"
