"""One running guide: its rooms made together, joined, and closed together.

The only place that names the concrete classes behind the screens' interfaces.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kiosk.app.data_folder import DataFolder
from kiosk.app.hub_time import HubTime
from kiosk.app.interface_thread import InterfaceThread
from kiosk.app.open_packs import open_packs
from kiosk.app.pass_keys import PassKeys
from kiosk.app.pass_printing import PassPrinting
from kiosk.app.sending import Sending
from kiosk.app.speech_engines import SpeechFitting
from kiosk.app.staff.closings import Closings
from kiosk.app.staff.live_content import LiveContent
from kiosk.app.sync_diary import SyncDiary
from kiosk.app.ticket_desk import TicketDesk, TicketFitting
from kiosk.app.ticket_keys import KeyShelf
from kiosk.app.voice import Voice
from kiosk.guide.guide import Guide
from kiosk.model.errors import KioskError
from kiosk.packs.store import INSTALLED, SIGNED, InstallOutcome, PackStore
from kiosk.packs.trust.state import Trusting
from kiosk.place.watch import PlaceWatch
from kiosk.screens.background import QtBackground
from kiosk.screens.rooms import Rooms
from kiosk.spoken.late_microphone import LateMicrophone
from kiosk.spoken.recorder import Recorder
from kiosk.spoken.shelf import SpokenShelf
from kiosk.upkeep.room import Upkeep
from kiosk.visits.clock import Clock, SystemClock, WallQuality
from kiosk.visits.handover import Handover
from kiosk.visits.identity import load_device
from kiosk.visits.log import EventLog
from kiosk.visits.visit import Visit

if TYPE_CHECKING:
    from kiosk.app.staff.desk import Desk
    from kiosk.app.staff.hub_desk import HubDesk
    from kiosk.narration.sound import SoundTap
    from kiosk.packs.drives.drive import DriveWatch
    from kiosk.passes.printer import Printer
    from kiosk.place.receiver import Receiver
    from kiosk.scanning.events import ScannerEvent
    from kiosk.scanning.scanner import Scanner
    from kiosk.scanning.source import FrameSource
    from kiosk.spoken.microphone import Microphone
    from kiosk.visits.power import Power

logger = logging.getLogger(__name__)
LOG_PATIENCE_S = 5.0


class CorrectableClock(Clock, Protocol):
    """A clock that the hub's time puts right."""

    def correct(self, server_ms: int) -> None:
        """Take the hub's time (UTC, ms since 1970) as the wall clock from now on."""
        ...


@dataclass(frozen=True, slots=True)
class Fitting:
    """What this device is fitted with.

    Attributes:
        open_camera: Makes the frame source, when the first page with a camera is shown; None for none.
        make_receiver: Makes what tells positions, when a visit is at a site with stops outdoors; None for none.
        make_microphone: Makes what hears a visitor who wants to speak; None for a device that never listens.
        make_printer: Makes what passes are printed with; None for a device without a printer.
        hub: Address of the operator's hub; "" keeps facts here.
        sync_rate_kbps: How many kilobits a second the way to the hub may use on average; 0 for any number.
        fold_after_visits: How many ended visits wait for each other before their facts may leave.
        volume: The loudest the device plays, 0 to 1.
        volume_start: How loud each visit begins, as a share of the loudest.
        continue_after_s: How long after a story more of its stop is told by itself; 0 never.
        ticks: Whether a recognised code is heard to tick.
        speech: What the site wishes of live speech.
        sound_tap: Is given what is heard, for a rehearsal's ears.
        on_scanner_event: Is told what the scanner tells, on the scanner's thread, before the screens are.
        clock: The device's clocks.
        trusting: Which packs are shown; previews are an author's, in a data folder of their own.
        study: The name of the study that visitors are asked for; "" for none.
        wishes_first: Whether a visit begins with the questions that make a tour of one's own.
        power: Tells whether the screen is lit and the device is on its charger; None where nobody looks.
        watch_drives: Makes what tells of sticks that are plugged in; None for a guide without staff pages.
        tickets: What the site has set about tickets.
    """

    open_camera: Callable[[], FrameSource] | None
    make_receiver: Callable[[], Receiver] | None = None
    make_microphone: Callable[[], Microphone] | None = None
    make_printer: Callable[[], Printer] | None = None
    hub: str = ""
    sync_rate_kbps: int = 0
    fold_after_visits: int = 5
    volume: float = 1.0
    volume_start: float = 0.9
    continue_after_s: int = 8
    ticks: bool = True
    speech: SpeechFitting | None = None
    sound_tap: SoundTap | None = None
    on_scanner_event: Callable[[ScannerEvent], None] | None = None
    clock: CorrectableClock = field(default_factory=SystemClock)
    trusting: Trusting = SIGNED
    study: str = ""
    wishes_first: bool = False
    power: Power | None = None
    watch_drives: Callable[[], DriveWatch] | None = None
    tickets: TicketFitting = field(default_factory=TicketFitting)


class Device:
    """The rooms of one guide. Lives on the interface thread; made after the QGuiApplication.

    Attributes:
        rooms: What the screens are opened over.
        library: All installed packs.
        content: Keeps the library on the releases that visitors are to see.
        sending: The way to the hub.
        desk: What staff do here; None for a guide without staff pages.
        hub_desk: What they do of the hub; None likewise.
        place: Where the visitor is outdoors; None for a device that cannot know.
        tickets: Checks tickets and makes onward vouchers.
        printing: Prints visit passes; None for a device without a printer.

    Raises:
        KioskError: ``visits.log-in-use`` and the like, when the data folder cannot serve this guide.
    """

    def __init__(self, folder: DataFolder, fitting: Fitting) -> None:
        self._fitting = fitting
        self._clock = fitting.clock
        with ExitStack() as parts:
            self.library, outcomes = open_packs(folder, parts, fitting.trusting)
            device = load_device(folder.path)
            self._interface = InterfaceThread()
            sync_diary = SyncDiary(self._note_sync)
            self.sending = Sending(
                *(folder.path, device, fitting.hub, HubTime(folder.path, self._clock.correct).take),
                lambda state: self._interface.ask(lambda: sync_diary.take(state)),
                rate_kbps=fitting.sync_rate_kbps,
            )
            parts.callback(self.sending.close)
            self._log = _open_log(folder.path, device, self._clock)
            parts.callback(self._log.close)
            parts.callback(self._interface.close)
            self._spoken = SpokenShelf(folder.path)
            self._handover = Handover(
                self._log, self.sending, after_visits=fitting.fold_after_visits, sounds=self._spoken
            )
            self._background = QtBackground()
            self.tickets = TicketDesk(
                *(folder.path, device, fitting.tickets, self.library, self._clock, self._background),
                lambda problem: self._interface.ask(lambda: self.report(problem)),
            )
            parts.callback(self.tickets.close)
            parts.callback(self._background.close)
            self.visit = Visit(self._log, self._end_visit)
            self.voice = Voice(
                self.library,
                self.report,
                volume=fitting.volume,
                tap=fitting.sound_tap,
                ticks=fitting.ticks,
                speech=fitting.speech,
                data_folder=folder.path,
            )
            parts.callback(self.voice.close)
            self.content = LiveContent(
                # What is shown from a folder that can only be read stays as it is.
                partial(PackStore, folder.path, fitting.trusting) if folder.problem is None else None,
                *(self.library, self._background, self._note_switch, self.report),
            )
            parts.callback(self.content.close)
            self._upkeep = Upkeep(
                *(folder.path, self.library, self._background),
                *(lambda: self._clock.read().boot_ms, self._read_wall_ms, self.report),
            )
            parts.callback(self._upkeep.close)
            self.place: PlaceWatch | None = None
            if fitting.make_receiver is not None:
                self.place = PlaceWatch(fitting.make_receiver, self._interface.ask, self.report)
                parts.callback(self.place.stop)
            self._shown = self.content.shown
            self._problems_told = 0
            self.desk = self._make_desk(folder)
            if self.desk is not None:
                parts.callback(self.desk.close)
            self.hub_desk = self._make_hub_desk(folder)
            if self.hub_desk is not None:
                parts.callback(self.hub_desk.close)
            self.printing: PassPrinting | None = None
            if fitting.make_printer is not None:
                self.printing = PassPrinting(fitting.make_printer(), self._interface.ask, self.report)
                parts.callback(self.printing.close)
            self._pass_keys = PassKeys(KeyShelf(folder.path), self.report)
            self._closings = Closings(folder.path, self._read_wall_ms, self._find_timezone, self.report)
            self._guide = Guide(self.library, self._closings.find)
            self.rooms = self._make_rooms()
            if folder.problem is not None:
                self.report(folder.problem)
            self._note_packs(outcomes)
            self.settle()
            self._parts = parts.pop_all()

    def settle(self) -> None:
        """Fold and wipe ended visits, hand facts over where enough have come together, and tell staff of damage met."""
        told, self._problems_told = self._problems_told, len(self.library.problems)
        for problem in self.library.problems[told:]:
            self.report(problem)
        self._handover.settle(self.visit.id).add_done_callback(_note_unsettled)

    def start_desk(self) -> None:
        """Begin to watch for sticks, on a guide with staff pages."""
        if self.desk is not None:
            self.desk.start()

    def start_printing(self) -> None:
        """Remove what a guide that was killed left at the printer, where there is one; elsewhere, and at once back."""
        if self.printing is not None:
            self.printing.start()

    def look_for_closings(self) -> None:
        """See whether a command has closed or opened something; some microseconds."""
        self._closings.look()

    def look_after(self) -> None:
        """Do what is to be done now and then: hand facts over, show what was installed, look for rotten files."""
        self.settle()
        self.tickets.look_after()
        self.content.renew()  # packs may also come from a command line
        self.start_sending()  # and so may the hub: staff enrol the device while the guide runs
        if self.desk is not None:
            self.desk.look_after()

    def start_sending(self) -> None:
        """Begin to send facts to the hub, where there is one; a wrong address is for staff, not for visitors."""
        try:
            self.sending.start()
        except KioskError as problem:
            self.report(problem)

    def report(self, problem: KioskError) -> None:
        """Note a problem for staff: in words in the diary, by its code in the log."""
        _note(problem)
        self.visit.incident(problem.code)

    def close(self) -> None:
        """Close every room, the last opened first; no thread, player or connection is left."""
        self.visit.end("staff")
        self._parts.close()

    def _end_visit(self) -> None:
        """Leave nothing of the visit that has ended."""
        self._upkeep.notes.forget()
        self.voice.forget_visit()
        self.settle()

    def _read_wall_ms(self) -> int | None:
        """Return the wall clock (UTC, ms since 1970); None where it is not set."""
        reading = self._clock.read()
        return None if reading.quality is WallQuality.UNSET else reading.wall_ms

    def _find_timezone(self, site_id: str) -> str:
        """Return the name of a site's time zone; "" for a site that is not installed any more."""
        return next((site.timezone for site in self.library.sites("") if site.id == site_id), "")

    def _make_rooms(self) -> Rooms:
        return Rooms(
            library=self.library,
            visit=self.visit,
            narrator=self.voice.narrator,
            make_scanner=self._make_scanner if self._fitting.open_camera else None,
            background=self._background,
            clock=self._clock,
            can_speak=self.voice.can_speak,
            staff=self.desk,
            hub=self.hub_desk,
            volume=self._fitting.volume,
            volume_start=self._fitting.volume_start,
            continue_after_s=self._fitting.continue_after_s,
            place=self.place,
            labels=self._upkeep.notes,
            rounds=self._upkeep.rounds if self.desk is not None else None,
            closings=self._closings,
            asides=self.voice.asides,
            sounds=self.voice.sounds,
            can_recognise=self._can_recognise,
            tickets=self.tickets,
            pass_keys=self._pass_keys,
            press=self.printing,
            study=self._fitting.study,
            wishes_first=self._fitting.wishes_first,
            power=self._fitting.power,
            recorder=self._make_recorder(),
            spoken=self._spoken,
            guide=self._guide,
        )

    def _make_recorder(self) -> Recorder | None:
        make = self._fitting.make_microphone
        return None if make is None else Recorder(LateMicrophone(make))

    def _make_desk(self, folder: DataFolder) -> Desk | None:
        # In a stand-in folder an install would be gone at the next start.
        if self._fitting.watch_drives is None or folder.problem is not None:
            return None
        from kiosk.app.staff.desk import Desk

        watch = self._fitting.watch_drives()
        ask = self._interface.ask
        return Desk(folder.path, self.content, watch, self._background, ask, self.report)

    def _make_hub_desk(self, folder: DataFolder) -> HubDesk | None:
        if self.desk is None:
            return None
        from kiosk.app.staff.hub_desk import HubDesk

        ways = (self.sending, self.start_sending)
        return HubDesk(folder.path, self._fitting.hub, ways, self._background, self._interface.ask)

    def _make_scanner(self, on_event: Callable[[ScannerEvent], None]) -> Scanner:
        from kiosk.recognition.recogniser import Recogniser
        from kiosk.scanning.events import CameraLost
        from kiosk.scanning.ladder import Ladder
        from kiosk.scanning.scanner import Scanner

        assert self._fitting.open_camera is not None
        overhear = self._fitting.on_scanner_event

        def tell(event: ScannerEvent) -> None:
            if overhear is not None:
                overhear(event)
            if isinstance(event, CameraLost):
                error = event.error
                self._interface.ask(lambda: self.report(error))
            on_event(event)

        return Scanner(self._fitting.open_camera(), Ladder(), tell, recogniser=Recogniser(self.library))

    def _can_recognise(self, site_id: str) -> bool:
        return bool(self.library.recognised_stops(site_id))

    def _note_switch(self) -> None:
        """Log which releases visitors see from now on, and have the pages show them."""
        before, self._shown = self._shown, self.content.shown
        for pack, version in sorted(self._shown - before):
            self._log.append("PackSwitched", pack=pack, version=version)
        told, self._problems_told = self.library.problems, len(self.library.problems)
        for problem in told:
            self.report(problem)
        if self.desk is not None:
            self.desk.refresh()

    def _note_packs(self, outcomes: tuple[InstallOutcome, ...]) -> None:
        for outcome in outcomes:
            if outcome.result == INSTALLED:
                self._log.append("PackSwitched", pack=outcome.pack, version=outcome.version)

    def _note_sync(self, outcome: str, facts: int) -> None:
        self._log.append("Sync", outcome=outcome, facts=facts)


def _open_log(folder: Path, device: str, clock: Clock) -> EventLog:
    """Open the visit log; a command of staff's (``kiosk visits wipe``) may hold it for a moment."""
    deadline = time.monotonic() + LOG_PATIENCE_S
    while True:
        try:
            return EventLog(folder / "events.db", device, clock, _note)
        except KioskError as error:
            if error.code != "visits.log-in-use" or time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def _note(problem: KioskError) -> None:
    logger.warning("%s", problem)


def _note_unsettled(settled: Future[bool]) -> None:
    """Say why facts still wait: nothing is lost, and the next visit's end tries again."""
    if error := settled.exception():
        logger.warning("visits wait to be folded: %s", error)
