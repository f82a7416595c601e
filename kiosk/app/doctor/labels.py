"""Check of the labels at the stops: what visitors' reads tell of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kiosk.app.doctor.finding import Finding, ok, warn
from kiosk.app.staff.label_report import read_label_report
from kiosk.model.errors import KioskError
from kiosk.packs.library import Library

NAMED = 5
REMEDY = "Go and look; then tell the device on the staff page Labels (kiosk staff labels lists them all)"


def check_labels(data_folder: Path, library: Library) -> Iterator[Finding]:
    """Tell of each site which labels seem covered, are wearing out or are read no more."""
    for site in library.sites("en"):
        try:
            report = read_label_report(data_folder, library, site)
        except KioskError as error:
            yield warn("labels", str(error), error.remedy)
            return
        needing = report.list_needing()
        if not needing:
            yield ok("labels", f"{site.name}: no label of {len(report.cards)} needs anybody")
            continue
        rest = f"; and {len(needing) - NAMED} more" if len(needing) > NAMED else ""
        yield warn("labels", f"{site.name}: {'; '.join(needing[:NAMED])}{rest}", REMEDY)
