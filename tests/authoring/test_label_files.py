"""Single codes for a designer: read back as pictures, in the size they are printed in."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import resvg_py
from PIL import Image

from kiosk.authoring.label_files import write_code_files
from kiosk.authoring.label_papers import CARDS
from kiosk.authoring.label_wish import LabelWish
from kiosk.model.errors import KioskError
from kiosk.scanning.zxing_reader import ZxingReader
from tests.authoring.label_makers import make_labels


def read(content: bytes) -> list[str]:
    with Image.open(io.BytesIO(content)) as image:
        return [code.text for code in ZxingReader().read(np.asarray(image.convert("L")))]


def test_a_png_has_its_size_and_can_be_read(tmp_path: Path) -> None:
    labels = make_labels(2)
    files = write_code_files(labels, tmp_path / "codes", "png", LabelWish(CARDS, size_mm=50))
    assert [file.name for file in files] == ["001-1-s0.png", "002-2-s1.png"]
    assert [read(file.read_bytes()) for file in files] == [[label.text] for label in labels]
    with Image.open(files[0]) as image:
        size_mm = image.width / image.info["dpi"][0] * 25.4
    assert size_mm == pytest.approx(50 * 33 / 25, rel=0.02)


def test_an_svg_can_be_read_and_says_its_millimetres(tmp_path: Path) -> None:
    labels = make_labels(1)
    (file,) = write_code_files(labels, tmp_path, "svg", LabelWish(CARDS, size_mm=50))
    text = file.read_text("ascii")
    assert 'width="65.' in text
    assert read(bytes(resvg_py.svg_to_bytes(svg_string=text, dpi=96, zoom=2))) == [labels[0].text]


def test_names_fit_every_disk_and_copies_are_one_file(tmp_path: Path) -> None:
    (label,) = make_labels(1)
    odd = replace(label, number="12/a:*", stop_id="../x" * 40)
    (file,) = write_code_files([odd], tmp_path, "svg", LabelWish(CARDS, copies=3))
    assert file.parent == tmp_path
    assert set(file.name) <= set("0123456789-x.svgta")
    assert len(file.name) < 80


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "codes").write_text("")
    with pytest.raises(KioskError) as caught:
        write_code_files(make_labels(1), tmp_path / "codes", "png", LabelWish())
    assert caught.value.code == "authoring.sheet-not-written"
