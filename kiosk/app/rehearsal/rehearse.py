"""A rehearsal from the first pack to the hub's last word."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from kiosk.app.data_folder import hold_data_folder
from kiosk.app.diary import close_diary, open_diary
from kiosk.app.embedded_packs import find_embedded_packs
from kiosk.app.output import Output
from kiosk.app.rehearsal.after import AfterVisit
from kiosk.app.rehearsal.report import Details, Report, expect
from kiosk.app.rehearsal.sights import find_sights
from kiosk.app.rehearsal.visit import RehearsedVisit, Wishes, make_folder
from kiosk.model.errors import KioskError
from kiosk.packs.store import REFUSED, PackStore


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be rehearsed; see ``kiosk rehearse --help``."""

    pack: Path | None
    camera: str | None
    out: Path
    language: str
    depth: str
    hear_all: bool
    size_px: tuple[int, int]


def rehearse(data_folder: Path, wanted: Wanted, out: Output) -> list[str]:
    """Rehearse a whole visit in ``data_folder`` and return the names of the steps that failed.

    Raises:
        KioskError: The rehearsal could not begin: no such pack or camera source.
    """
    from kiosk.app.qt_application import make_application
    from kiosk.app.rehearsal.stage import Stage

    sights = find_sights(wanted.camera) if wanted.camera else None
    report = Report(out)
    make_folder(wanted.out)
    diary = open_diary(wanted.out)
    application = make_application(off_screen=True)
    with ExitStack() as parts:
        parts.callback(close_diary, diary)
        parts.callback(application.processEvents)
        data = parts.enter_context(hold_data_folder(data_folder))
        if not report.step("packs", lambda: install(data.path, wanted.pack)):
            return report.failed
        stage = Stage(data, wanted.out, wanted.size_px)
        parts.callback(stage.close)
        wishes = Wishes(language=wanted.language, sights=sights, hear_all=wanted.hear_all, depth=wanted.depth)
        visit = RehearsedVisit(stage, report, wishes)
        visit.make()
        AfterVisit(stage, report, data.path, visit.visit_id).make()
    return report.failed


def install(data_folder: Path, pack: Path | None) -> Details:
    """Install ``pack``, or the packs that come with the program, into the rehearsal's folder."""
    packs = [pack] if pack else list(find_embedded_packs())
    if not packs:
        raise KioskError(
            "There is nothing to visit",
            expected="a pack",
            found="none built and none named",
            remedy="Build one (kiosk pack build content_packs/delhi --out build/packs/delhi.hpack) or name one with --pack",
            code="app.no-pack",
        )
    store = PackStore(data_folder)
    try:
        outcomes = [store.install(one) for one in packs]
    finally:
        store.close()
    for outcome in outcomes:
        if outcome.result == REFUSED and outcome.error is not None:
            raise outcome.error
    expect(bool(outcomes), "the packs installed", "one at least", outcomes)
    return {
        "installed": [f"{outcome.pack} {outcome.version}" for outcome in outcomes],
        "copied_bytes": sum(outcome.copied_bytes for outcome in outcomes),
    }
