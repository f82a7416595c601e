"""From the printer to the wall: labels are looked at from where visitors stand, and ``kiosk scan`` reads them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from kiosk.app.cli import main
from kiosk.authoring.label_papers import get_paper
from kiosk.authoring.label_pdf import render_pages
from kiosk.authoring.label_sheet import write_label_sheet
from kiosk.authoring.label_wish import LabelWish
from kiosk.scanning.print_view import see_print
from tests.authoring.label_makers import make_labels

RENDERED_DPI = 254
# What a camera whose frame is so many pixels wide has for a millimetre at a metre.
PX_PER_MM = {"1080p": 1.44, "720p": 0.96}


def photograph(pdf: Path, paper: str, distance_m: float, camera: str, to: Path) -> list[Path]:
    """Look at each of the first page's labels from ``distance_m``, a little from the side."""
    page = next(render_pages(pdf, RENDERED_DPI))
    px_per_mm = RENDERED_DPI / 25.4
    photographs = []
    for place, box in enumerate(list(get_paper(paper).find_boxes())[:2]):
        left, top, right, bottom = (
            round(edge * px_per_mm) for edge in (box.left, box.top, box.right, box.bottom)
        )
        seen = see_print(page[top:bottom, left:right], PX_PER_MM[camera] / distance_m / px_per_mm, seed=place)
        photographs.append(to / f"{paper}-{camera}-{place}.png")
        Image.fromarray(seen).save(photographs[-1])
    return photographs


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("paper", "asked_m", "camera", "distance_m"),
    [
        ("cards", 1.0, "1080p", 1.0),
        ("cards", None, "1080p", 1.1),
        ("cards", 1.0, "720p", 0.9),
        ("L7160", 0.5, "1080p", 0.5),
        ("5163", 0.6, "1080p", 0.6),
        ("A4", None, "1080p", 2.3),
    ],
)
def test_what_is_printed_is_read_from_where_it_says(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    paper: str,
    asked_m: float | None,
    camera: str,
    distance_m: float,
) -> None:
    pdf, labels = tmp_path / "labels.pdf", make_labels(2)
    sheet = write_label_sheet(labels, pdf, LabelWish(get_paper(paper), distance_m=asked_m))
    assert sheet.plan.reach_m >= distance_m
    pictures = photograph(pdf, paper, distance_m, camera, tmp_path)
    assert main(["scan", *map(str, pictures), "--json"]) == 0
    read = [json.loads(line)["codes"] for line in capsys.readouterr().out.splitlines()]
    assert [[code["text"] for code in codes] for codes in read] == [
        [label.text] for label in labels[: len(pictures)]
    ]
