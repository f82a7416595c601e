"""A rehearsal from the first pack to the hub's last word."""

from __future__ import annotations

from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

from kiosk.app.data_folder import hold_data_folder
from kiosk.app.diary import close_diary, open_diary
from kiosk.app.embedded_packs import install_embedded_packs
from kiosk.app.output import Output
from kiosk.app.preview import install_preview
from kiosk.app.rehearsal.after import AfterVisit
from kiosk.app.rehearsal.hub_care import HubCare
from kiosk.app.rehearsal.label_care import LabelCareRound
from kiosk.app.rehearsal.moderated import Moderated
from kiosk.app.rehearsal.pass_carried import PassCarried
from kiosk.app.rehearsal.report import Details, Report
from kiosk.app.rehearsal.sights import find_sights
from kiosk.app.rehearsal.staff_round import StaffRound
from kiosk.app.rehearsal.visit import RehearsedVisit, Wishes, make_folder
from kiosk.model.errors import KioskError
from kiosk.packs.store import REFUSED, InstallOutcome, PackStore
from kiosk.place.nmea_port import open_port


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
    position: Path | None = None


def rehearse(data_folder: Path, wanted: Wanted, out: Output) -> list[str]:
    """Rehearse a whole visit in ``data_folder`` and return the names of the steps that failed.

    Raises:
        KioskError: The rehearsal could not begin: no such pack, camera source or recording of positions.
    """
    from kiosk.app.qt_application import make_application
    from kiosk.app.rehearsal.stage import Stage
    from kiosk.app.rehearsal.ticket_shown import FITTING

    sights = find_sights(wanted.camera) if wanted.camera else None
    if wanted.position is not None:
        open_port(wanted.position, only_files=True).close()
    report = Report(out)
    make_folder(wanted.out)
    diary = open_diary(wanted.out)
    application = make_application(off_screen=True)
    with ExitStack() as parts:
        parts.callback(close_diary, diary)
        parts.callback(application.processEvents)
        data = parts.enter_context(hold_data_folder(data_folder))
        packs = report.step("packs", lambda: install(data.path, wanted.pack))
        if not packs:
            return report.failed
        stage = Stage(data, wanted.out, wanted.size_px, preview=packs["preview"], tickets=FITTING)
        parts.callback(stage.close)
        wishes = Wishes(
            language=wanted.language,
            sights=sights,
            hear_all=wanted.hear_all,
            depth=wanted.depth,
            walk=wanted.position,
        )
        visit = RehearsedVisit(stage, report, wishes, data.path)
        visit.make()
        AfterVisit(stage, report, data.path, visit.visit_id).make()
        Moderated(stage, report).make()
        HubCare(stage, report, data.path).make()
        PassCarried(stage, report, data.path).make()
        if wanted.pack is None:  # a device that trusts its own operator takes no stranger's stick
            StaffRound(stage, report).make()
            LabelCareRound(stage, report).make()
    return report.failed


def install(data_folder: Path, pack: Path | None) -> Details:
    """Install ``pack``, or the packs that come with the program, into the rehearsal's folder.

    A pack that nobody signed is rehearsed as a preview, and the screens say so.
    """
    if pack is not None and not _is_signed(pack):
        outcomes = install_preview(pack, data_folder)
        return _tell(outcomes, "", preview=True)
    with closing(PackStore(data_folder)) as store:
        if pack is None:
            outcomes = install_embedded_packs(store)
        else:
            store.trust.adopt(pack)
            outcomes = (store.install(pack),)
        operator = store.trust.operator()
    for outcome in outcomes:
        if outcome.result == REFUSED and outcome.error is not None:
            raise outcome.error
    if not outcomes or operator is None:
        raise KioskError(
            "There is nothing to visit",
            expected="a pack",
            found="none built and none named",
            remedy="Make the demonstration (./run), or name a pack with --pack",
            code="app.no-pack",
        )
    return _tell(outcomes, str(operator), preview=False)


def _is_signed(pack: Path) -> bool:
    from kiosk.packs.trust.operator import read_source_chain

    try:
        read_source_chain(pack)
    except KioskError as problem:
        if problem.code == "packs.unsigned":
            return False
        raise
    return True


def _tell(outcomes: tuple[InstallOutcome, ...], signed_by: str, *, preview: bool) -> Details:
    return {
        "installed": [f"{outcome.pack} {outcome.version}" for outcome in outcomes],
        "copied_bytes": sum(outcome.copied_bytes for outcome in outcomes),
        "signed_by": signed_by,
        "preview": preview,
    }
