"""The visit pass on paper: printed by a printer that needs none, read back by the guide's own reader, and kept nowhere."""

from __future__ import annotations

from pathlib import Path

from kiosk.app.rehearsal.report import Details, expect
from kiosk.app.rehearsal.stage import Stage
from kiosk.app.rehearsal.traces import find_traces

PRINT_TIMEOUT_S = 20.0
# Of a till's printer.
DOTS_PER_INCH = 203.0


class PassPrinted:
    """One step, while the pass stands on the screen."""

    def __init__(self, stage: Stage, data_folder: Path) -> None:
        self._stage = stage
        self._data_folder = data_folder

    def make(self) -> Details:
        """Touch the button twice, as hands do; one paper comes, and it says what the screen says."""
        stage = self._stage
        shown = stage.shell.models.pass_to_take.text
        stage.tap("pass-print")
        stage.shell.tap("pass-print")
        printed_ms = stage.wait(
            lambda: stage.read("pass_paper", "state") in ("printed", "failed"), PRINT_TIMEOUT_S, "the paper"
        )
        picture = stage.shoot("paper-pass")
        expect(stage.read("pass_paper", "state") == "printed", "the paper", "printed", "failed")
        expect(len(stage.printer.printed) == 1, "papers", 1, len(stage.printer.printed))
        page = stage.printer.find_page(1)
        read = _read(page)
        expect(read == [shown], "the code on the paper", "the code on the screen", f"{len(read)} others")
        left = find_traces(self._data_folder, [shown.encode(), b"%PDF"])
        expect(not left, "the paper on the device", "nothing", ", ".join(left))
        return {
            "printed_ms": printed_ms,
            "paper": str(page.relative_to(stage.out)),
            "width_mm": stage.printer.printed[0].width_mm,
            "picture": picture,
        }


def _read(page: Path) -> list[str]:
    from kiosk.authoring.label_pdf import render_pages
    from kiosk.scanning.zxing_reader import ZxingReader

    return [code.text for plane in render_pages(page, DOTS_PER_INCH) for code in ZxingReader().read(plane)]
