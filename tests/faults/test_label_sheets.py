"""A disk that fills while labels are written: told in words, nothing half-written, the old sheet kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.authoring.label_files import write_code_files
from kiosk.authoring.label_sheet import write_label_sheet
from kiosk.authoring.label_wish import LabelWish
from kiosk.model.errors import KioskError
from tests.authoring.label_makers import make_labels
from tests.faults.pack_full_disk import fill, small_disk


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("free_bytes", [0, 4096, 40_000])
def test_a_disk_that_fills_leaves_the_old_sheet(tmp_path: Path, free_bytes: int) -> None:
    with small_disk(tmp_path / "disk") as disk:
        if disk is None:
            pytest.skip("only root can mount a small disk here")
        sheet = disk / "labels.pdf"
        sheet.write_bytes(b"the old one")
        filling = fill(disk)
        with filling.open("r+b") as stream:
            stream.truncate(filling.stat().st_size - free_bytes)
        with pytest.raises(KioskError) as caught:
            write_label_sheet(make_labels(60), sheet)
        assert (caught.value.code, caught.value.thing) == ("authoring.sheet-not-written", "labels.pdf")
        assert sheet.read_bytes() == b"the old one"
        assert sorted(path.name for path in disk.iterdir()) == ["filling", "labels.pdf"]


@pytest.mark.usefixtures("qapp")
def test_a_disk_that_fills_leaves_no_half_code(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        if disk is None:
            pytest.skip("only root can mount a small disk here")
        fill(disk)
        with pytest.raises(KioskError) as caught:
            write_code_files(make_labels(3), disk / "codes", "png", LabelWish())
        assert caught.value.code == "authoring.sheet-not-written"
        assert [path.name for path in disk.rglob("*") if path.is_file()] == ["filling"]
