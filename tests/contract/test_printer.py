"""The stand-in and a real CUPS pass the same suite."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.app.doctor.printer import check_printer
from kiosk.app.rehearsal.folder_printer import FolderPrinter
from kiosk.app.settings import Settings
from kiosk.model.errors import KioskError
from kiosk.passes.cups_link import CupsLink
from kiosk.passes.cups_printer import CupsPrinter
from kiosk.passes.printer import PaperState, Printer
from tests.contract.printer_contract import check_holding, check_printing
from tests.fakes.cups_server import PRINTER, CupsServer, find_missing
from tests.fakes.fake_printer import FakePrinter

pytestmark = pytest.mark.usefixtures("qapp")
with_cups = pytest.mark.skipif(find_missing() != "", reason=f"no CUPS to be had: {find_missing()} not here")


class FolderStand:
    def __init__(self, printer: FolderPrinter) -> None:
        self._folder = printer
        self.printer: Printer = printer

    @property
    def newest(self) -> Path:
        return self._folder.find_page(len(self._folder.printed))

    def hold(self) -> None:
        assert isinstance(self._folder, FakePrinter)
        self._folder.state = PaperState.WAITING

    def go_on(self) -> None:
        assert isinstance(self._folder, FakePrinter)
        self._folder.state = PaperState.DONE

    def count_kept(self) -> int:
        return len(self._folder.spool) if isinstance(self._folder, FakePrinter) else 0


class CupsStand:
    def __init__(self, server: CupsServer, name: str = PRINTER) -> None:
        self._server = server
        self.printer: Printer = CupsPrinter(name, CupsLink(server.socket))
        self.hold, self.go_on = server.hold, server.go_on

    @property
    def newest(self) -> Path:
        return self._server.tray

    def count_kept(self) -> int:
        """Count the spooler's files, and look into every other file of the server's."""
        root = self._server.root
        others = [path for path in root.rglob("*") if path.is_file() and path != self._server.tray]
        assert all(b"%PDF" not in path.read_bytes() for path in others if path.parent.name != "spool")
        return len([path for path in (root / "spool").rglob("*") if path.is_file()])


@pytest.fixture(scope="module")
def server() -> Iterator[CupsServer]:
    with CupsServer() as running:
        yield running


def test_the_stand_in(tmp_path: Path) -> None:
    check_printing(FolderStand(FolderPrinter(tmp_path / "tray")))
    check_holding(FolderStand(FakePrinter(tmp_path / "fake")))


@with_cups
def test_a_real_cups(server: CupsServer) -> None:
    check_printing(CupsStand(server))
    check_holding(CupsStand(server))


@with_cups
def test_cups_says_what_is_wrong_and_the_doctor_says_it_too(
    server: CupsServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(server.socket))
    finding = check_printer(Settings(printer=PRINTER))
    assert finding.found == f"{PRINTER} prints passes on receipts of 80 x 200 mm"
    for name, code in (("another", "passes.no-printer"), ("default", "passes.no-printer")):
        finding = check_printer(Settings(printer=name))
        assert code in finding.found and PRINTER in finding.found and finding.remedy
    server.hold()
    finding = check_printer(Settings(printer=PRINTER))
    assert "somebody has stopped it [passes.printer-stopped]" in finding.found
    server.go_on()
    assert check_printer(Settings()).found.endswith(f"this machine knows {PRINTER}")


@with_cups
def test_the_default_printer_and_its_usual_paper(server: CupsServer) -> None:
    server.make_default()
    server.load("A6")
    stand = CupsStand(server, "default")
    look = stand.printer.look()
    assert (look.name, look.medium.is_receipt) == (PRINTER, False)
    assert (round(look.medium.width_mm), round(look.medium.height_mm)) == (105, 148)
    server.load("X80MMY200MM")
    check_holding(stand)


def test_a_machine_without_cups_says_so(tmp_path: Path) -> None:
    printer = CupsPrinter(PRINTER, CupsLink(tmp_path / "nothing"))
    with pytest.raises(KioskError) as refusal:
        printer.look()
    assert refusal.value.code == "passes.printer-away" and refusal.value.remedy
