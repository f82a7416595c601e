"""``kiosk doctor`` on the printer for visit passes; with a real CUPS in ``tests/contract/test_printer.py``."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.app.doctor.finding import Status
from kiosk.app.doctor.printer import check_printer
from kiosk.app.settings import Settings
from kiosk.passes.cups_printer import GET_PRINTER, GET_PRINTERS
from tests.fakes.ipp_server import WELL, IppServer, make_answer


@pytest.mark.parametrize("name", ["receipt", "default"])
def test_without_a_printing_system_staff_are_told_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nothing"))
    finding = check_printer(Settings(printer=name))
    assert finding.status is Status.WARN and finding.remedy
    assert "No such file or directory [passes.printer-away]" in finding.found


def test_what_is_found_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with IppServer(tmp_path / "s") as server:
        server.answers[GET_PRINTER] = make_answer(0, WELL)
        monkeypatch.setenv("CUPS_SERVER", str(server.place))
        finding = check_printer(Settings(printer="receipt"))
    assert (finding.status, finding.remedy) == (Status.OK, "")
    assert finding.found == "receipt prints passes on receipts of 80 x 200 mm"


def test_where_none_is_set_staff_see_which_there_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "s"))
    finding = check_printer(Settings())
    assert (finding.status, finding.found) == (
        Status.OK,
        "none is set, and visit passes are photographed",
    )
    with IppServer(tmp_path / "s") as server:
        server.answers[GET_PRINTERS] = make_answer(0, WELL)
        assert check_printer(Settings()).found.endswith("; this machine knows receipt")
